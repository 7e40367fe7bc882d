"""`big lint`: the report of one process, octet for octet, whatever stands at the borders of the slices."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click import UsageError
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from smsc_codec_dask.engine import Cluster, Engine, Here
from smsc_codec_dask.lint.run import Run
from smsc_codec_dask.shuffle import scratch
from smsc_codec_dask.sources import blocks, find

from smsc_codec.linter.config import Settings
from smsc_codec.linter.line import Line as Rooms
from smsc_codec.linter.reports import Style, render
from smsc_codec.payloads.mailing import MailingOptions

# Every rule of lists has something to say of some of these.
LINES = [
    "79990000001:Hello",
    "79990000001:Hello",
    "79990000002,79990000003;Привет",
    "79990000001,+79990000001:Hello",
    "Shop|79990000001:Hello",
    "Shop,1|79990000004:a longer text that goes on for a while, so that it is cut in its middle",
    "МагазинОченьДлинный,3|8 (999) 000-00-01:Пpивет",
    "Shop,+25|79990000001:a",
    "79990000005:",
    "79990000006 no separator",
    "phone;text",
    "no head",
    "",
    "  ",
    "alex@example.org:mail",
    "G777:group",
    "G777:group",
    "79990000007:🎉🎉",
    "79990000008:a\rb",
    "alex@example.org:a\rb",
    '"alex@example.org:a\rb',
    '"79990000001":"text"',
    "79990000009;79990000010:Hello",
    "79990000009:one,79990000010:two",
    "79990000009:three ~~~ tildes and a {macro} <b>",
    "79990000011:Dear customer, your order № 4711 has left our warehouse and will be with you tomorrow.",
    "79990000012:a\u200bb",
    "я" * 40,
    "79990000013:" + "long " * 40,
]
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "cp1251"]
MARKS = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
PLAIN = Settings(profile="pedantic")
NL = Settings(profile="pedantic", languages={"mailing": MailingOptions(nl=True)})
MAIL = Settings(languages={"mailing": MailingOptions(channel="mail", charset="koi8-r")}, fail_on="error")


def one_process(paths: list[str], how: Settings, form: str, encoding: str | None = None) -> str:
    """The report of the core's own command on the same files."""
    from smsc_codec.cli.asked import Request
    from smsc_codec.cli.discover import Found
    from smsc_codec.cli.linting import Run as Core
    from smsc_codec.cli.settings import Configuration

    request = Request(paths=(), kind="mailing", quiet=True, encoding=encoding)
    core = Core(request, Configuration(how), Rooms(how))
    return shown(form, (report for path in paths for report in core.one(Found(path, path, path))))


def shown(form: str, reports: object) -> str:
    rules = Rooms(Settings()).rules
    return "".join(render(form, reports, style=Style(), rules=rules, version="0"))  # type: ignore[arg-type]


def big(engine: Engine, paths: list[str], how: Settings, form: str, **given: object) -> str:
    with scratch(None) as place:
        run = Run(engine, place, how, **given)  # type: ignore[arg-type]
        return shown(form, run.reports(find(paths)))


def write(path: Path, lines: list[str], end: str = "\n", encoding: str = "utf-8") -> str:
    text = end.join(lines)
    octets = text.encode(encoding, "ignore" if encoding == "cp1251" else "strict")
    path.write_bytes(MARKS.get(encoding, b"") + octets)
    return str(path)


@given(
    st.lists(st.sampled_from(LINES), min_size=1, max_size=60),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(ENCODINGS),
    st.sampled_from([PLAIN, NL, MAIL]),
)
@settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@pytest.mark.usefixtures("small")
def test_report_is_that_of_one_process(
    tmp_path: Path, lines: list[str], end: str, encoding: str, how: Settings
) -> None:
    """LIST-1, LIST-3, LIST-5: any list, in any encoding, has the report of one process octet for octet."""
    path = write(tmp_path / "a.list", lines, end, encoding)
    assert big(Here(), [path], how, "json") == one_process([path], how, "json")


FLOOD = [f"79990000001:{n}" for n in range(49)]


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    "lines",
    [
        ["79990000001:Hello"] * 60,
        [*FLOOD, "79990000001,79990000001:x", "79990000001:y", "79990000001:z"],
        [*FLOOD, *LINES, *FLOOD[::-1], "79990000001:end"],
        [f"+7999000000{n % 10}:same" for n in range(40)],
        [f"7999000{n:04}:same" for n in range(40)],
        [*[f"7999000{n:04}:same" for n in range(40)], "", "79990009999:same", "79990009998:other"],
        [*["79990000001:a"] * 20, "79990000002;b", "79990000003:c", "79990000004;d"],
        ["no head"] * 60,
        ["я" * 500, "79990000001:a", "x" * 700, "79990000001:a"],
        ["phone;text", *["79990000001\ttext"] * 40],
        [""] * 300,
    ],
    ids=[
        "twice",
        "flood",
        "all",
        "plus",
        "alike",
        "nearly",
        "separators",
        "headless",
        "long",
        "table",
        "blank",
    ],
)
@pytest.mark.parametrize("how", [PLAIN, NL], ids=["lines", "nl"])
def test_rules_over_the_whole_list(tmp_path: Path, lines: list[str], how: Settings) -> None:
    """LST005, LST006, LST007, LST017: what one slice cannot know is found as by one process."""
    path = write(tmp_path / "a.list", lines)
    assert big(Here(), [path], how, "full") == one_process([path], how, "full")


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    "form", ["full", "concise", "json-lines", "github", "gitlab", "sarif", "junit", "markdown"]
)
def test_several_files_in_every_format(tmp_path: Path, form: str) -> None:
    """Files with findings, without, and one that cannot be read: the same report, totals and fingerprints."""
    paths = [
        write(tmp_path / "a.list", LINES * 3),
        write(tmp_path / "b.list", [f"7999000{n:04}:Hello {n}" for n in range(50)]),
        write(tmp_path / "c.list", ["a\0b"] * 30),
        write(tmp_path / "d.list", LINES[::-1]),
        write(tmp_path / "e.list", ["79990000001:x"]),
    ]
    assert big(Here(), paths, PLAIN, form) == one_process(paths, PLAIN, form)


def test_processes_find_the_same(tmp_path: Path, cluster: Cluster) -> None:
    """Two processes that speak TLS report what one does, with the borders that large files really have."""
    lines = [f"7999{n:07}:Message {n}: your order is ready" for n in range(20_000)]
    for n in range(900, 20_000, 1_000):
        lines[n : n + 8] = LINES[:8]
    path = write(tmp_path / "a.list", lines)
    how = Settings(ignore=("LST004",), profile="pedantic")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "SLICE", 1 << 18)
        assert big(cluster, [path], how, "json") == one_process([path], how, "json")


@pytest.mark.usefixtures("small")
def test_the_first_findings_and_all_as_parquet(tmp_path: Path) -> None:
    """Of each rule so many findings as asked for are shown, the counts are of all, and all are in the Parquet."""
    from pyarrow import parquet

    path = write(tmp_path / "a.list", LINES * 5)
    whole = json.loads(one_process([path], PLAIN, "json"))["findings"]
    with scratch(None) as place:
        run = Run(Here(), place, PLAIN, first=3, findings=str(tmp_path / "found"))
        found = json.loads(shown("json", run.reports(find([path]))))["findings"]
    counts: dict[str, int] = {}
    expected = []
    for one in whole:
        counts[one["code"]] = counts.get(one["code"], 0) + 1
        if counts[one["code"]] <= 3:
            expected.append(one)
    assert found == expected
    assert {code: total.count.count for code, total in run.totals.items()} == counts
    assert all(total.shown == min(3, counts[code]) for code, total in run.totals.items())
    rows = parquet.read_table(tmp_path / "found").to_pylist()
    told = ("line", "column", "end_line", "end_column", "code", "name", "severity", "message")
    assert sorted(tuple(row[name] for name in told) for row in rows) == sorted(
        tuple(one[name] for name in told) for one in whole
    )


@pytest.mark.usefixtures("small")
def test_rows_are_gathered_in_rounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However few rows are held at a time, and however many buckets there are, the findings are the same."""
    path = write(tmp_path / "a.list", [*FLOOD, *LINES, *FLOOD])
    expected = one_process([path], PLAIN, "json")
    for rows, bucket in ((9, 1 << 26), (1 << 20, 900), (20, 2000)):
        monkeypatch.setattr("smsc_codec_dask.shuffle.ROWS", rows)
        monkeypatch.setattr("smsc_codec_dask.lint.look.ROWS", rows)
        monkeypatch.setattr("smsc_codec_dask.lint.repeated.ROWS", rows)
        monkeypatch.setattr("smsc_codec_dask.lint.run._BUCKET", bucket)
        assert big(Here(), [path], PLAIN, "json") == expected


@pytest.mark.usefixtures("small")
def test_ignores_at_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`per-file-ignores` hides a finding at its line far below the first slice; what hides nothing is told (SUP001)."""
    write(
        tmp_path / "a.list", [*[f"7999{n:07}:Hello {n}" for n in range(60)], "79990000001 x", "79990000002 x"]
    )
    (tmp_path / "smsc-codec.toml").write_text(
        '[per-file-ignores]\n"a.list" = ["LST001@61", "LST009@9"]\n', encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    done = command("lint", "--format", "concise", "a.list")
    assert [line.split(": ")[0] for line in done.output.splitlines()] == [
        "a.list:62:13",
        "smsc-codec.toml:2:27",
    ]
    assert done.return_value == 1


def command(*arguments: str) -> Result:
    """`smsc-codec big` in this process, without a cluster."""
    from smsc_codec_dask.commands import command as group

    @contextmanager
    def here(*args: object, **given: object) -> Iterator[Here]:
        yield Here()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("smsc_codec_dask.engine.engine", here)
        return CliRunner().invoke(group, list(arguments), standalone_mode=False)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["none.list"], "none.list: no such file"),
        (["a.list", "--select", "LST999"], "unknown rule"),
        (["a.list", "-o", "a.list"], "linted itself|is the configuration"),
        (["a.list", "--scheduler", "tcp://127.0.0.1:1"], "--scheduler needs --scratch"),
    ],
)
def test_wrong_calls_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], told: str
) -> None:
    """What is asked for wrongly is said in a sentence, and nothing is written."""
    write(tmp_path / "a.list", LINES)
    monkeypatch.chdir(tmp_path)
    done = command("lint", *arguments)
    assert isinstance(done.exception, UsageError)
    assert re.search(told, str(done.exception))
    assert "79990000001" in (tmp_path / "a.list").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_command_starts_and_ends_its_processes(tmp_path: Path) -> None:
    """`smsc-codec big lint` as people call it: the report of `lint`, and no process that stays."""
    path = write(tmp_path / "a.list", LINES * 3)
    program = [sys.executable, "-W", "error", "-m", "smsc_codec"]
    given = ["--isolated", "--format", "concise", path]
    env = {**os.environ, "SMSC_CODEC_DEBUG": "1"}
    apart, whole = (
        subprocess.run([*program, *how, *given], capture_output=True, text=True, timeout=120, env=env)
        for how in (["big", "lint", "--workers", "1"], ["lint", "--as", "mailing"])
    )
    assert (apart.stdout, apart.stderr, apart.returncode) == (whole.stdout, "", 1)


@pytest.mark.usefixtures("small")
def test_functions_for_programs(tmp_path: Path) -> None:
    """`lint_lists`: counts of all findings, the first of each rule; a table is told to be none of ours."""
    import smsc_codec_dask

    path = write(tmp_path / "a.list", LINES * 2)
    write(tmp_path / "b.csv", ["phone,name", "79990000001,Alex"])
    made = smsc_codec_dask.lint_lists([path, str(tmp_path / "b.csv")], on=Here(), settings=PLAIN, first=1)
    whole = json.loads(one_process([path], PLAIN, "json"))["findings"]
    assert sum(made.counts.values()) == len(whole)
    assert made.lines == len(LINES) * 2 - 1
    assert sum(len(report.findings) for report in made.reports) == len(made.counts)
    assert [report.failure for report in made.reports if report.failure] == [
        "a table, not a list; --template says what its messages are"
    ]
