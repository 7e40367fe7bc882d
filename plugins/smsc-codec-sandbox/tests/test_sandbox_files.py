"""Files that came with requests: kept for a while, shown where they are pictures, saved, and nothing else (FIL-1)."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs
from sandbox_page import asked
from sandbox_wire import raw
from smsc_codec_sandbox.config import Config, settled
from smsc_codec_sandbox.model import Exchange, File, Marks
from smsc_codec_sandbox.sandbox import started
from smsc_codec_sandbox.service import Service
from smsc_codec_sandbox.store import Store
from smsc_codec_sandbox.web import Web

from smsc_codec.api import multipart

PNG = b"\x89PNG\r\n\x1a\n" + b"rest"
FILE = "/sandbox/page/file"


def body(*files: tuple[str, bytes, str], **fields: object) -> tuple[str, bytes]:
    """The content type and the body of a sending with files."""
    said = {"login": "alex", "psw": "123", "phones": "79990000000", "mes": "Hi", "mms": 1} | fields
    parts = [multipart.Part(name, str(value).encode()) for name, value in said.items()]
    parts += [multipart.Part("f", data, name, media) for name, data, media in files]
    return multipart.build(parts)


def sent(service: Service, *files: tuple[str, bytes, str], **fields: object) -> int:
    """The key of the request that brought files."""
    answer = service.answer("POST", "/sys/send.php", *body(*files, **fields))
    assert answer is not None
    answer.release()
    return answer.request


def made(config: Config | None = None, **settings: object) -> tuple[Service, Web]:
    service = Service(config or settled({"limits": False, **settings}))
    return service, Web(service)


OCTETS = {
    "png": (PNG, "image/png"),
    "jpeg": (b"\xff\xd8\xff\xe0x", "image/jpeg"),
    "gif 87": (b"GIF87a", "image/gif"),
    "gif 89": (b"GIF89a<script>alert(1)</script>", "image/gif"),
    "webp": (b"RIFF\n\n\n\nWEBP", "image/webp"),
    "svg": (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", ""),
    "html": (b"<!doctype html><script>alert(1)</script>", ""),
    "pdf": (b"%PDF-1.7", ""),
    "another riff": (b"RIFF\n\n\n\nWAVE", ""),
    "no gif": (b"GIF88a", ""),
    "a picture behind a blank": (b" " + PNG, ""),
    "half a beginning": (PNG[:7], ""),
    "bmp": (b"BM....", ""),
    "nothing": (b"", ""),
}


@pytest.mark.parametrize(("data", "media"), OCTETS.values(), ids=OCTETS)
@pytest.mark.parametrize("said", ["image/png", "text/html", "image/svg+xml", ""])
def test_only_pictures_are_shown(data: bytes, media: str, said: str) -> None:
    """What a browser shows is a picture by its octets, whatever the client says of it; all else it saves. Neither runs
    anything, nor is it taken for anything else.
    """
    service, web = made()
    key = sent(service, ("x.png", data, said))
    answer = asked(web, f"{FILE}?request={key}&number=1")
    headers = dict(answer.headers)
    assert (answer.status, answer.data) == (200, data)
    assert (answer.media, answer.charset) == (media or "application/octet-stream", "")
    way = "inline" if media else "attachment"
    assert headers["content-disposition"] == f"{way}; filename*=UTF-8''x.png"
    assert headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'; sandbox"
    saved = dict(asked(web, f"{FILE}?request={key}&number=1&save").headers)
    assert saved["content-disposition"] == "attachment; filename*=UTF-8''x.png"
    (file,) = next(service.store.messages()).files
    assert (file.media, file.picture) == (said, media)
    page = asked(web, f"/?open={next(service.store.messages()).key}").data.decode()
    assert page.count(f'src="{FILE}?request={key}&amp;number=1"') == (2 if media else 0)
    assert page.count(f'href="{FILE}?request={key}&amp;number=1&amp;save"') == 2
    service.store.close()


def test_what_travels() -> None:
    """A picture goes out under its own type, without a charset, and with what keeps browsers from guessing."""
    with started() as sandbox:
        sent(sandbox.service, ("a.png", PNG, ""))
        head = f"GET {FILE}?request=1&number=1 HTTP/1.1\r\nHost: localhost\r\n".encode()
        status, headers, data = raw(sandbox.address, head + b"\r\n")
        assert (status, headers["content-type"], data) == (200, "image/png", PNG)
        assert (headers["x-content-type-options"], headers["cross-origin-resource-policy"]) == (
            "nosniff",
            "same-origin",
        )
        assert headers["content-security-policy"].endswith("sandbox")
        assert (
            raw(sandbox.address, head + b"Sec-Fetch-Site: cross-site\r\nSec-Fetch-Dest: image\r\n\r\n")[0]
            == 403
        )


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("кот.jpg", "%D0%BA%D0%BE%D1%82.jpg"), ("/etc/passwd", "passwd"), ("..\\..\\a.exe", "a.exe"),
        ("a\r\nSet-Cookie: x", "aSet-Cookie%3A%20x"), ("a\u202egnp.exe", "agnp.exe"), ("..", "file"),
        (".bashrc", "bashrc"),
        ('a"; filename=b', "a%22%3B%20filename%3Db"), ("a" * 101, "a" * 100), ("", "file"), ("a'b", "a%27b"),
    ],
)  # fmt: skip
def test_names_of_strangers(name: str, shown: str) -> None:
    """A file is saved by the last step of its name, in which nothing ends the header or hides how it ends."""
    service, web = made()
    key = sent(service, ("x", PNG, "image/png"))
    (exchange,) = service.store.chosen_requests([key])
    (file,) = exchange.files
    service.store._db.execute("DELETE FROM exchanges")
    service.store.note(_with_name(exchange, file, name))
    headers = dict(asked(web, f"{FILE}?request={key}&number=1").headers)
    assert headers["content-disposition"] == f"inline; filename*=UTF-8''{shown}"


def _with_name(exchange: Exchange, file: File, name: str) -> Exchange:
    return structs.replace(exchange, files=(structs.replace(file, name=name),))


def test_each_file_has_its_own_name() -> None:
    """Files count from 1; their names are known by the request, or by a message of it when the request is gone."""
    service, web = made()
    sent(service, ("a.png", PNG, ""), ("b.gif", b"GIF89a", ""), ("c.txt", b"x", "text/plain"))

    def names() -> list[str]:
        answers = [asked(web, f"{FILE}?request=1&number={number}") for number in (1, 2, 3)]
        return [dict(one.headers)["content-disposition"].partition("''")[2] for one in answers]

    assert names() == ["a.png", "b.gif", "c.txt"]
    page = asked(web, "/?open=1").data.decode()
    assert [f"request=1&amp;number={number}&amp;save" in page for number in (0, 1, 3, 4)] == [
        False,
        True,
        True,
        False,
    ]
    service.store.forget_requests([1])
    assert names() == ["a.png", "b.gif", "c.txt"]
    service.store.close()


@pytest.mark.parametrize(
    "query", ["request=1&number=2", "request=1&number=0", "request=2&number=1", "request=1", ""]
)
def test_files_that_are_not_there(query: str) -> None:
    """A number that no file has is an error, as is none."""
    service, web = made()
    sent(service, ("x", PNG, "image/png"))
    answer = asked(web, f"{FILE}?{query}")
    assert answer.status == (404 if query.count("=") == 2 else 400)
    assert b"error" in answer.data


@pytest.mark.parametrize(
    ("fields", "pictures", "listed"),
    [
        ({"mes": "See <file 2>!"}, ["b.gif"], ["a.png", "c.txt"]),
        ({"mes": "See <file 1> <file 3>"}, ["a.png", "c.txt"], ["b.gif"]),
        ({"mes": "See <file 9>"}, ["<file 9>"], ["a.png", "b.gif", "c.txt"]),
        ({"mes": "Hi"}, [], ["a.png", "b.gif", "c.txt"]),
    ],
)  # fmt: skip
def test_pictures_stand_where_they_are_marked(
    fields: dict[str, object], pictures: list[str], listed: list[str]
) -> None:
    """FIL-1: a mark in the text is the picture itself; files that no mark names go to the end."""
    service, web = made()
    sent(service, ("a.png", PNG, ""), ("b.gif", b"GIF89a", ""), ("c.txt", b"x", "text/plain"), **fields)
    page = asked(web, "/sandbox/page/message?key=1").data.decode()
    phone = page[: page.index('class="detail"')]
    shown = [piece.partition("</figcaption>")[0] for piece in phone.split("<figcaption>")[1:]]
    assert shown == [name.replace("<", "&lt;").replace(">", "&gt;") for name in pictures]
    assert [piece.partition("</b>")[0] for piece in phone.split("<b>")[1:]][: len(listed)] == listed
    drawn = phone[: phone.index("</figure>")].count("<img") if "</figure>" in phone else 0
    assert drawn == (pictures[:1] in (["b.gif"], ["a.png"]))


def test_files_go_with_what_brought_them(tmp_path: Path) -> None:
    """Files are there as long as their request or a message of it is, also after a restart."""
    path = str(tmp_path / "kept.db")
    config = settled({"limits": False, "keep": 3})
    service = Service(config, Store(path, config.keep))
    first = sent(service, ("a", b"1", ""))
    second = sent(service, ("b", b"2", ""), phones="79990000001,79990000002")
    service.store.close()
    service = Service(config, Store(path, config.keep))
    store = service.store
    assert (store.file(first, 1), store.file(second, 1)) == (b"1", b"2")
    store.forget([1])
    assert store.file(first, 1) == b"1"
    store.forget_requests([first])
    assert (store.file(first, 1), store.has_files(first), store.has_files(second)) == (None, False, True)
    store.forget_requests([second])
    store.forget([2])
    assert store.file(second, 1) == b"2"
    store.mark([3], lambda _: Marks(pinned=True))
    for number in range(5):
        sent(service, mes=str(number))
    assert store.file(second, 1) == b"2"
    store.forget([3])
    assert store.file(second, 1) is None
    third = sent(service, ("c", b"3", ""))
    for number in range(2):
        sent(service, mes=f"again {number}")
    assert store.has_files(third)
    sent(service, mes="the last")
    assert not store.has_files(third)
    fourth = sent(service, ("d", b"4", ""))
    service.clear()
    assert not store.has_files(fourth)
    store.close()


def test_files_have_a_total() -> None:
    """The oldest make room for new ones; a request whose own files are more than the total has none kept."""
    service, web = made(keep_files=10)
    keys = [sent(service, ("a", b"x" * size, ""), ("b", b"", ""), mes=str(size)) for size in (4, 4, 2)]
    assert [service.store.has_files(key) for key in keys] == [True, True, True]
    keys.append(sent(service, ("a", b"x", ""), mes="one more"))
    assert [service.store.has_files(key) for key in keys] == [False, True, True, True]
    keys.append(sent(service, ("a", b"x" * 11, ""), mes="too much"))
    assert [service.store.has_files(key) for key in keys] == [False] * 5
    page = asked(web, "/?open=1").data.decode()
    assert "not kept any more" in page
    assert FILE not in page
    assert asked(web, f"{FILE}?request={keys[0]}&number=1").status == 404


def test_files_of_nobody_are_not_kept() -> None:
    """Who has no account leaves no files; a request that is refused for another reason does."""
    service, _ = made()
    assert not service.store.has_files(sent(service, ("a", b"x", ""), psw="wrong"))
    assert service.store.has_files(sent(service, ("a", b"x", ""), phones="x"))
