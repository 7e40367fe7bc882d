"""Files that a channel does not take as they are: the page's numbers, and the rules that use them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsc_codec.linter.config import settings_from
from smsc_codec.linter.engine import check
from smsc_codec.payloads.message.attachments import Misfit, misfits
from smsc_codec.payloads.message.channels import CHANNELS

KB, MB = 1024, 1024 * 1024


def test_numbers_of_the_page() -> None:
    """FIL-5, FIL-6, FIL-7, FIL-8, VIB-2: what the page says of files is what the channels have."""
    mms, mail, call, viber = (CHANNELS[name] for name in ("mms", "mail", "call", "viber"))
    assert set("txt jpg gif png wav amr mp3 mid mp4 3gp".split()) <= set(mms.endings or ())
    assert (mms.max_files, mms.max_total_size, mms.beyond, mms.beyond_total) == (
        20,
        300 * KB,
        "links",
        "links",
    )
    assert (mail.max_files, mail.max_file_size, mail.max_total_size) == (20, 10 * MB, 15 * MB)
    assert (mail.beyond, mail.beyond_total) == ("refused", "links")
    assert (call.endings, call.max_files, call.max_file_size, call.beyond) == (
        ("wav", "mp3"),
        4,
        5 * MB,
        "dropped",
    )
    assert set(viber.endings or ()) == {"jpg", "jpeg", "gif", "png"}
    assert (viber.max_files, viber.max_file_size, viber.buttons) == (1, 512 * KB, 1)


#: A channel, the sizes of its files, and the files that do not fit, with what becomes of them.
CASES: dict[str, tuple[str, list[int | None], list[tuple[int, str | None]]]] = {
    "FIL-5: just right": ("mms", [100 * KB] * 3, []),
    "FIL-5: too big together": ("mms", [100 * KB, 200 * KB, 1], [(2, "links")]),
    "FIL-5: too many": ("mms", [1] * 21, [(20, "links")]),
    "FIL-6: one too big": ("mail", [1, 10 * MB + 1, 1], [(1, "refused")]),
    "FIL-6: too many": ("mail", [1] * 21, [(20, "refused")]),
    "FIL-6: too big together": ("mail", [8 * MB, 8 * MB], [(1, "links")]),
    "FIL-7: too many": ("call", [1] * 5, [(4, "dropped")]),
    "FIL-7: too big": ("call", [5 * MB, 5 * MB + 1], [(1, "dropped")]),
    "FIL-8: too big": ("viber", [512 * KB + 1], [(0, None)]),
    "FIL-8: just right": ("viber", [512 * KB], []),
    "sizes that are not known": ("mail", [None] * 20, []),
}


@pytest.mark.parametrize(("channel", "sizes", "expected"), CASES.values(), ids=CASES)
def test_misfits(channel: str, sizes: list[int | None], expected: list[tuple[int, str | None]]) -> None:
    """FIL-5 .. FIL-8: files that do not fit are told of, each with what becomes of it."""
    found = misfits(CHANNELS[channel], sizes)  # type: ignore[index]
    assert [(misfit.index, misfit.fate) for misfit in found] == expected


@given(st.sampled_from(sorted(CHANNELS)), st.lists(st.none() | st.integers(0, 20 * MB), max_size=25))
def test_what_fits_is_within_every_limit(channel: str, sizes: list[int | None]) -> None:
    """Without the first misfit and all after it, nothing is wrong with the others; each misfit is a file there is."""
    limits = CHANNELS[channel]  # type: ignore[index]
    found: list[Misfit] = list(misfits(limits, sizes))
    assert all(0 <= misfit.index < len(sizes) for misfit in found)
    kept = sizes[: found[0].index] if found else sizes
    assert not list(misfits(limits, kept))
    if limits.max_files is not None:
        assert len(kept) <= limits.max_files
    assert limits.max_total_size is None or sum(size or 0 for size in kept) <= limits.max_total_size


#: Options, a text, and the findings: code, severity, and the characters that are marked.
RULES = [
    ({"channel": "viber", "sizes": {"https://a.b/c.png": 512 * KB + 1}}, "x <file https://a.b/c.png>",
     [("VIB010", "error", "<file https://a.b/c.png>")]),
    ({"channel": "viber", "sizes": {"https://a.b/c.png": 512 * KB}}, "x <file https://a.b/c.png>", []),
    ({"channel": "mail", "sizes": {"1": 11 * MB}}, "x <file 1>", [("MAI004", "error", "<file 1>")]),
    ({"channel": "mail", "sizes": {"1": 8 * MB, "2": 8 * MB}}, "<file 1> <file 2>",
     [("MAI004", "warning", "<file 2>")]),
    ({"channel": "mms", "sizes": {"/upload/files/sms/a/b.jpg": 301 * KB}}, "<file /upload/files/sms/a/b.jpg>",
     [("MMS001", "warning", "<file /upload/files/sms/a/b.jpg>")]),
    ({"channel": "call", "sizes": {"1": 5 * MB, "2": 5 * MB + 1}}, "<file 1> <file 2>",
     [("VOX009", "error", "<file 2>")]),
    ({"channel": "mail", "sizes": {"https://a.b/c.png": 100}}, "x <file https://a.b/c.png>",
     [("FIL008", "info", "<file https://a.b/c.png>")]),
    ({"channel": "mail", "sizes": {"https://a.b/c.png": 101}}, "x <file https://a.b/c.png>", []),
]  # fmt: skip


@pytest.mark.parametrize(("options", "text", "expected"), RULES)
def test_rules(options: dict[str, object], text: str, expected: list[tuple[str, str, str]]) -> None:
    """FIL-5 .. FIL-8, PAR-11: sizes that the options give are held to the page's limits."""
    settings = settings_from(
        {"message": options, "select": ["VIB010", "MAI004", "MMS001", "FIL008", "VOX009"]}, "test"
    )
    found = check(text, "message", settings)
    assert [(f.code, f.severity, text[f.span.start : f.span.end]) for f in found] == expected


@pytest.mark.parametrize(
    ("files", "text", "expected"),
    [
        (0, "<file 1>", "a request that has the file"),
        (1, "<file 2>", "'<file 1>'"),
        (1, "<file 1>", None),
    ],
)
def test_files_that_are_not_there(files: int, text: str, expected: str | None) -> None:
    """FIL009: a number of a file that no request brings; what could stand there is told."""
    settings = settings_from({"message": {"channel": "mail", "files": files}, "select": ["FIL009"]}, "test")
    told = [finding.expected for finding in check(text, "message", settings)]
    assert told == ([] if expected is None else [(expected,)])
