"""`lint --add-ignores`: the configuration gets the ignores, and keeps everything else that stands in it."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.cli import added_ignores
from smsc_codec.linter.added_ignores import NotEdited, with_ignores
from tests.cli import samples
from tests.cli.conftest import Cli

OWN: tuple[str, ...] = ()
PROJECT = ("tool", "smsc-codec")
NEW = {"./a.menu": ["IVR303"]}

# The table's place, the text before and after the edit.
EDITS = {
    "nothing": (OWN, "", '[per-file-ignores]\n"./a.menu" = ["IVR303"]\n'),
    "no such table": (
        OWN,
        "select = []  # all\n# the end\n",
        'select = []  # all\n# the end\n\n[per-file-ignores]\n"./a.menu" = ["IVR303"]\n',
    ),
    "no line end at the end": (OWN, "select = []", 'select = []\n\n[per-file-ignores]\n"./a.menu" = ["IVR303"]\n'),
    "other tables": (
        OWN,
        "[menu]\nmax-depth = 4\n",
        '[menu]\nmax-depth = 4\n\n[per-file-ignores]\n"./a.menu" = ["IVR303"]\n',
    ),
    "Windows line ends": (
        OWN,
        "[per-file-ignores]\r\nb = ['IVR1'] # why\r\n\r\n[menu]\r\n",
        "[per-file-ignores]\r\nb = ['IVR1'] # why\r\n\"./a.menu\" = [\"IVR303\"]\r\n\r\n[menu]\r\n",
    ),
    "an empty table": (OWN, "[per-file-ignores]\n# none yet\n",
        '[per-file-ignores]\n"./a.menu" = ["IVR303"]\n# none yet\n'),
    "a table before others": (
        OWN,
        "[per-file-ignores]\nb = [\n  'IVR1',\n]\n# on kinds\n[kinds]\n",
        "[per-file-ignores]\nb = [\n  'IVR1',\n]\n\"./a.menu\" = [\"IVR303\"]\n# on kinds\n[kinds]\n",
    ),
    "the entry is there": (
        OWN,
        "[per-file-ignores]\n'./a.menu' = ['IVR1']  # why\n",
        "[per-file-ignores]\n'./a.menu' = ['IVR1', \"IVR303\"]  # why\n",
    ),
    "the entry is empty": (OWN, '[per-file-ignores]\n"./a.menu"=[]', '[per-file-ignores]\n"./a.menu"=["IVR303"]'),
    "the entry ends in a comma": (
        OWN,
        '[per-file-ignores]\n"./a.menu" = ["IVR1", ]\n',
        '[per-file-ignores]\n"./a.menu" = ["IVR1", "IVR303", ]\n'.replace('"IVR303", ]', '"IVR303" ]'),
    ),
    "the entry has lines": (
        OWN,
        '[per-file-ignores]\n"./a.menu" = [\n  "IVR1",  # one\n  "IVR2"  # two\n  # more\n]\n',
        '[per-file-ignores]\n"./a.menu" = [\n  "IVR1",  # one\n  "IVR2",  # two\n  "IVR303",\n  # more\n]\n',
    ),
    "an inline table": (
        OWN,
        'per-file-ignores = { "b" = ["IVR1"] } # why\n',
        'per-file-ignores = { "b" = ["IVR1"], "./a.menu" = ["IVR303"] } # why\n',
    ),
    "an empty inline table": (OWN, "per-file-ignores = {}\n", 'per-file-ignores = { "./a.menu" = ["IVR303"] }\n'),
    "dotted keys": (
        OWN,
        'per-file-ignores."b" = ["IVR1"]\nselect = []\n',
        'per-file-ignores."b" = ["IVR1"]\nper-file-ignores."./a.menu" = ["IVR303"]\nselect = []\n',
    ),
    "pyproject": (
        PROJECT,
        '[project]\nname = "x"\n\n[tool.smsc-codec]\nselect = []\n\n[tool.ruff]\nline-length = 9\n',
        '[project]\nname = "x"\n\n[tool.smsc-codec]\nselect = []\n\n[tool.smsc-codec.per-file-ignores]\n'
        '"./a.menu" = ["IVR303"]\n\n[tool.ruff]\nline-length = 9\n',
    ),
    "another tool's table of that name": (
        PROJECT,
        "[tool.ruff.lint.per-file-ignores]\nx = ['E1']\n[tool.smsc-codec]\n",
        "[tool.ruff.lint.per-file-ignores]\nx = ['E1']\n[tool.smsc-codec]\n\n[tool.smsc-codec.per-file-ignores]\n"
        '"./a.menu" = ["IVR303"]\n',
    ),
    "its table in pyproject": (
        PROJECT,
        "[tool.smsc-codec.per-file-ignores]\n'./a.menu' = []\n[tool.x]\n",
        "[tool.smsc-codec.per-file-ignores]\n'./a.menu' = [\"IVR303\"]\n[tool.x]\n",
    ),
    "quoted header": (
        PROJECT,
        "[ tool . 'smsc-codec' . \"per-file-ignores\" ] # x\nb = ['[', '#', ']']\n",
        "[ tool . 'smsc-codec' . \"per-file-ignores\" ] # x\nb = ['[', '#', ']']\n\"./a.menu\" = [\"IVR303\"]\n",
    ),
    "texts of several lines before it": (
        PROJECT,
        '[project]\ndescription = """\n[tool.smsc-codec.per-file-ignores]\n"a\\"""" \n[tool.smsc-codec]\n',
        '[project]\ndescription = """\n[tool.smsc-codec.per-file-ignores]\n"a\\"""" \n[tool.smsc-codec]\n\n'
        '[tool.smsc-codec.per-file-ignores]\n"./a.menu" = ["IVR303"]\n',
    ),
}  # fmt: skip


@pytest.mark.parametrize(("table", "before", "after"), EDITS.values(), ids=EDITS)
def test_edits(table: tuple[str, ...], before: str, after: str) -> None:
    """The entry is added where entries stand, as they are written, and nothing else changes."""
    assert with_ignores(before, NEW, table) == after


HEAD = "[per-file-ignores]\n"
BOTH = {"./a.menu": ["IVR303", "IVR104"], "./b.menu": ["IVR1"]}
#: What is added, the text before and after the edit.
MORE = {
    "other letters": ({"./меню.menu": ["IVR1"]}, "", f'{HEAD}"./меню.menu" = ["IVR1"]\n'),
    "letters that cannot be seen": ({"a\u200b": ["IVR1"]}, "", f'{HEAD}"a\\u200b" = ["IVR1"]\n'),
    "two of each": (BOTH, HEAD, f'{HEAD}"./a.menu" = ["IVR303", "IVR104"]\n"./b.menu" = ["IVR1"]\n'),
    "one of them is there": (
        BOTH,
        f"{HEAD}'./a.menu' = ['IVR2']\nc = []\n",
        f'{HEAD}\'./a.menu\' = [\'IVR2\', "IVR303", "IVR104"]\nc = []\n"./b.menu" = ["IVR1"]\n',
    ),
    "both are there": (
        BOTH,
        f"{HEAD}'./b.menu' = []\n'./a.menu' = [\n\t'IVR2'\n]\n",
        f"{HEAD}'./b.menu' = [\"IVR1\"]\n'./a.menu' = [\n\t'IVR2',\n\t\"IVR303\",\n\t\"IVR104\",\n]\n",
    ),
    "lines that end as on Windows": (
        NEW,
        "[per-file-ignores]\r\n'./a.menu' = [\r\n  'IVR1' # one\r\n]\r\n",
        "[per-file-ignores]\r\n'./a.menu' = [\r\n  'IVR1', # one\r\n  \"IVR303\",\r\n]\r\n",
    ),
    "lines of no entry": (NEW, f"{HEAD}'./a.menu' = [\n]\n", f"{HEAD}'./a.menu' = [\n    \"IVR303\",\n]\n"),
    "the first on the line of the key": (
        NEW,
        f"{HEAD}'./a.menu' = ['IVR1',\n  'IVR2',\n]",
        f"{HEAD}'./a.menu' = ['IVR1',\n  'IVR2',\n    \"IVR303\",\n]",
    ),
    "a table below others of its name": (
        NEW,
        f"[menu]\n[kinds]\n# x\n{HEAD}'b' = [ # y\n]\n\n# z\n[viber]\n",
        f'[menu]\n[kinds]\n# x\n{HEAD}\'b\' = [ # y\n]\n"./a.menu" = ["IVR303"]\n\n# z\n[viber]\n',
    ),
    "dotted keys behind others": (
        NEW,
        "select = []\nper-file-ignores . 'b' = ['IVR1'] # x\nlang = 1",
        "select = []\nper-file-ignores . 'b' = ['IVR1'] # x\nper-file-ignores . \"./a.menu\" = [\"IVR303\"]\nlang = 1",
    ),
    "an inline table with a comma in a text": (
        NEW,
        "per-file-ignores = {'a,b' = ['IVR1']}\nselect = []\n",
        "per-file-ignores = {'a,b' = ['IVR1'], \"./a.menu\" = [\"IVR303\"]}\nselect = []\n",
    ),
}


@pytest.mark.parametrize(("new", "before", "after"), MORE.values(), ids=MORE)
def test_more_edits(new: dict[str, list[str]], before: str, after: str) -> None:
    """Several codes and files, and arrays of several lines: each as those that stand there are written."""
    assert with_ignores(before, new, OWN) == after


def test_what_is_not_understood_is_refused() -> None:
    """A layout that cannot be added to is left, and what to write by hand is said."""
    for text in (
        '[tool]\nsmsc-codec = { select = ["IVR"] }\n',
        "tool.smsc-codec.per-file-ignores.'./a.menu' = ['''IVR\n1''', 'x']\n[[tool.y]]",
    ):
        try:
            made = with_ignores(text, NEW, PROJECT)
        except NotEdited as error:
            assert 'add to \'tool.smsc-codec.per-file-ignores\': "./a.menu" = ["IVR303"]' in str(error)
        else:
            assert tomllib.loads(made)["tool"]["smsc-codec"]["per-file-ignores"]["./a.menu"][-1] == "IVR303"
    with pytest.raises(NotEdited):
        with_ignores('[tool]\nsmsc-codec = { select = ["IVR"] }\n', NEW, PROJECT)


PIECES = ["select = []", "# [per-file-ignores]", "", "[menu]", "max-depth = 3", "[per-file-ignores]", "'b' = ['X1']",
          "c = [ # x", "]", "'./a.menu' = ['X2', ]", '"d" = """', '"""', "[kinds]",
          "e = { f = [1, '}'] }", "[[g]]", "h.i = 1"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=8), st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=300, deadline=None)
def test_any_toml(pieces: list[str], end: str) -> None:
    """Whatever TOML a file holds, it is edited so that it says what it said and the ignores, or is refused."""
    text = end.join(pieces)
    try:
        said = tomllib.loads(text)
    except ValueError:
        return
    ignores = said.get("per-file-ignores", {})
    if not all(isinstance(one, list) for one in ignores.values()):
        return
    made = tomllib.loads(with_ignores(text, NEW, OWN))
    assert made.pop("per-file-ignores") == {**ignores, "./a.menu": [*ignores.get("./a.menu", ()), "IVR303"]}
    assert made == {key: value for key, value in said.items() if key != "per-file-ignores"}


# -- the command ---------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def menus(folder: Path) -> None:
    (folder / "меню").mkdir()
    (folder / "a.menu").write_text(samples.ERROR, encoding="utf-8")
    (folder / "меню" / "a.menu").write_bytes(b"\xef\xbb\xbf" + samples.WARNING.replace("\n", "\r\n").encode())


#: Where the settings stand, and what stands there before.
PLACES = {
    "none": ("smsc-codec.toml", None),
    "own": ("smsc-codec.toml", "# ours\r\nfail-on = 'info'\r\n"),
    "own, with a mark": ("smsc-codec.toml", "\ufefffail-on = 'info'"),
    "pyproject": ("pyproject.toml", "[tool.smsc-codec]\nprofile = 'default' # why\n[tool.other]\nx = 1\n"),
}


@pytest.mark.parametrize(("name", "text"), PLACES.values(), ids=PLACES)
def test_then_the_run_is_clean(cli: Cli, folder: Path, name: str, text: str | None) -> None:
    """Each file's rules are ignored for that file alone; what stood in the file is there still, byte for byte."""
    if text is not None:
        (folder / name).write_bytes(text.encode())
    done = cli("lint", "--add-ignores")
    assert (done.code, done.out) == (0, "")
    assert done.err == f"smsc-codec: {name}: 3 ignores added\n"
    assert cli("lint").code == 0
    now = (folder / name).read_bytes()
    for line in (text or "").encode().splitlines():
        assert line in now
    assert now.startswith((text or "[").encode()[:1])
    assert now.count(b"\r\n") in (0, now.count(b"\n"))
    again = cli("lint", "--add-ignores")
    assert again.err == f"smsc-codec: {name}: 0 ignores added\n"
    assert (folder / name).read_bytes() == now
    (folder / "old").mkdir()
    (folder / "old" / "a.menu").write_text(samples.ERROR, encoding="utf-8")
    assert cli("lint").code == 1  # the ignore of ./a.menu is not for another file of that name


def test_only_what_is_told_is_added(cli: Cli, folder: Path) -> None:
    """Rules that do not run and what is hidden already get no entry; a new finding joins the entry of its file."""
    (folder / "smsc-codec.toml").write_text("[per-file-ignores]\n'./a.menu' = ['IVR104']\n")
    assert cli("lint", "--add-ignores", "--ignore", "IVR303").err.endswith(": 1 ignore added\n")
    assert (
        folder / "smsc-codec.toml"
    ).read_text() == "[per-file-ignores]\n'./a.menu' = ['IVR104', \"IVR304\"]\n"


def test_what_cannot_be_named(cli: Cli, folder: Path) -> None:
    """A file outside, and standard input without a name, are told; one that cannot be read is told; exit code 1."""
    (folder / "sub").mkdir()
    (folder / "sub" / "smsc-codec.toml").write_text("")
    (folder / "broken.menu").write_bytes(b"a\0")
    done = cli("lint", "--add-ignores", "-", stdin=samples.ERROR)
    assert (done.code, "<stdin>: it is outside" in done.err) == (1, True)
    done = cli("lint", "--add-ignores", "broken.menu", "a.menu")
    assert (done.code, "broken.menu: not a text" in done.err) == (1, True)
    assert "./a.menu" in (folder / "smsc-codec.toml").read_text()


def test_from_below(cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From a folder below, the configuration above gets the paths as it knows them; what is outside is told."""
    (folder / "sub" / ".git").mkdir(parents=True)
    (folder / "sub" / "smsc-codec.toml").write_text("")
    monkeypatch.chdir(folder / "меню")
    (folder / "smsc-codec.toml").write_text("")
    assert cli("lint", "--add-ignores", "a.menu").code == 0
    assert tomllib.loads((folder / "smsc-codec.toml").read_text(encoding="utf-8")) == {
        "per-file-ignores": {"меню/a.menu": ["IVR303"]}
    }
    monkeypatch.chdir(folder / "sub")
    done = cli("lint", "--add-ignores", "../a.menu")
    assert (done.code, "../a.menu: it is outside the configuration's folder" in done.err) == (1, True)
    assert (folder / "sub" / "smsc-codec.toml").read_text() == ""


REFUSED = {
    "isolated": (["--isolated"], "", "'--isolated' means no configuration; leave one of them out"),
    "a link": ([], None, "smsc-codec.toml' is a symbolic link"),
}


def test_a_name_that_is_no_text(cli: Cli, folder: Path) -> None:
    """A file whose name is not UTF-8 cannot be named in TOML: it is told, and the others get their ignores."""
    name = os.fsdecode(b"\xff.menu")
    try:
        (folder / name).write_text(samples.ERROR, encoding="utf-8")
    except OSError:
        pytest.skip("this file system has no such names")
    done = cli("lint", "--add-ignores")
    assert (done.code, done.err.splitlines()) == (
        1,
        [
            "smsc-codec: <U+DCFF>.menu: it is outside the configuration's folder, so no ignore can name it",
            "smsc-codec: smsc-codec.toml: 3 ignores added",
        ],
    )


def test_a_configuration_that_comes_meanwhile(
    cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A configuration that somebody makes during the run is not written over."""
    named = added_ignores._glob

    def meanwhile(known: str) -> str | None:
        (folder / "smsc-codec.toml").write_text("# theirs\n")
        return named(known)

    monkeypatch.setattr(added_ignores, "_glob", meanwhile)
    done = cli("lint", "--add-ignores")
    assert (done.code, "'smsc-codec.toml' was created in the meantime; run this again" in done.err) == (
        2,
        True,
    )
    assert (folder / "smsc-codec.toml").read_text() == "# theirs\n"


@pytest.mark.parametrize(("arguments", "text", "said"), REFUSED.values(), ids=REFUSED)
def test_refused(cli: Cli, folder: Path, arguments: list[str], text: str | None, said: str) -> None:
    """What cannot or must not be written is refused, and stays as it is."""
    if text is None:
        (folder / "real.toml").write_text("select = ['IVR']\n")
        (folder / "smsc-codec.toml").symlink_to("real.toml")
    done = cli("lint", "--add-ignores", *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    if text is None:
        assert (folder / "real.toml").read_text() == "select = ['IVR']\n"
