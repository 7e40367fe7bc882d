"""`big prepare` and `big send` as commands: from a file to messages in the sandbox, and what is told of mistakes."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from smsc_codec_dask import engine as engines
from smsc_codec_dask.engine import Cluster
from smsc_codec_sandbox.sandbox import Sandbox

from smsc_codec.cli import run

SECRET = "correct-horse"


@pytest.fixture
def known(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cluster]:
    """The commands' own cluster is the tests'; its workers and the command know who asks."""
    access = {"SMSC_LOGIN": "alex", "SMSC_PSW": SECRET}
    for name, value in access.items():
        monkeypatch.setenv(name, value)

    @contextmanager
    def engine(*given: Any, **more: Any) -> Iterator[Cluster]:
        yield cluster

    monkeypatch.setattr(engines, "engine", engine)
    cluster.client.run(_know, access)
    yield cluster
    cluster.client.run(_forget, list(access))


def _know(access: dict[str, str]) -> None:
    os.environ.update(access)


def _forget(names: list[str]) -> None:
    for name in names:
        os.environ.pop(name, None)


def test_from_a_file_to_messages(
    known: Cluster, smsc_sandbox: Sandbox, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Prepared, sent, sent again by the same command: all once; the report has a line a shard, the result is JSON."""
    source = tmp_path / "a.list"
    source.write_text("".join(f"7999000{n:04}:text {n}\n" for n in range(20)) + "79990000003:text 3\n")
    stop = tmp_path / "stop.txt"
    stop.write_text("79990000007\n")
    shards, report = tmp_path / "shards", tmp_path / "report.jsonl"
    assert (
        run(["big", "prepare", str(source), "--into", str(shards), "--stop", str(stop), "--most-lines", "5"])
        == 0
    )
    made = json.loads(capsys.readouterr().out)
    assert (made["read"], made["repeated"], made["stopped"], made["header"]["lines"]) == (21, 1, 1, 19)
    send = [
        "big",
        "send",
        str(shards),
        "--host",
        smsc_sandbox.address,
        "--sender",
        "Shop",
        "--report",
        str(report),
    ]
    assert run(send) == 1, "nobody said yes"
    assert "19 messages in 4 requests" in capsys.readouterr().err
    assert not smsc_sandbox.messages
    assert run([*send, "--yes"]) == 0
    assert json.loads(capsys.readouterr().out)["sent"] == {"shards": 4, "lines": 19}
    assert run([*send, "--yes"]) == 0
    assert json.loads(capsys.readouterr().out)["skipped"] == {"shards": 4, "lines": 19}
    assert sorted(one.phone for one in smsc_sandbox.messages) == [
        f"7999000{n:04}" for n in range(20) if n != 7
    ]
    rows = [json.loads(line) for line in report.read_text().splitlines()]
    assert [row["state"] for row in rows] == ["sent"] * 4 + ["skipped"] * 4
    assert SECRET not in report.read_text()


@pytest.mark.parametrize(
    ("more", "code", "told"),
    [
        (["--hours", "10"], 2, "10-20"),
        (["--hours", "20-10"], 2, "10-20"),
        (["--hours", "10-20", "--at", "x", "--template", "y"], 2, "one of them"),
        (["--to", "phone"], 2, "--template"),
        (["--name", "a b"], 1, "up to 40 Latin letters"),
        (["--stop", "none.txt"], 1, "none.txt"),
        (["--hours", "10-20"], 1, "79"),
    ],
)
def test_prepare_says_what_is_wrong(
    known: Cluster, tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[str], code: int, told: str
) -> None:
    """In words, with the exit code of its kind."""
    source = tmp_path / "a.list"
    source.write_text("79990000001:x\n")
    assert run(["big", "prepare", str(source), "--into", str(tmp_path / "shards"), *more]) == code
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert told in said


@pytest.mark.parametrize(
    "more",
    [
        ["--id", "7"], ["--time", "10-20"], ["--tz", "2"], ["--bin", "1"], ["--push"], ["--cost", "1"],
        ["--attach", "x.pdf"], ["--host", "//"],
    ],
)  # fmt: skip
def test_send_says_what_a_mailing_cannot_have(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[str]
) -> None:
    """Shards have times, zones and ids of their own."""
    assert run(["big", "send", str(tmp_path), "--yes", *more]) == 2
    assert more[0] in capsys.readouterr().err


def test_a_folder_without_shards(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is told what makes some."""
    assert run(["big", "send", str(tmp_path), "--yes"]) == 1
    assert "big prepare" in capsys.readouterr().err


def test_wrong_lines_are_named(known: Cluster, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By file and line, and how to leave them out."""
    source = tmp_path / "a.list"
    source.write_text("79990000001:x\nnobody\n79990000002:y\n")
    assert run(["big", "prepare", str(source), "--into", str(tmp_path / "shards")]) == 1
    said = capsys.readouterr().err
    assert f"{source}:2:" in said
    assert "--skip-wrong" in said
    assert run(["big", "prepare", str(source), "--into", str(tmp_path / "shards"), "--skip-wrong"]) == 0
