"""What the name of a file says about its format, and which formats a channel takes (FIL-5 .. FIL-8)."""

from __future__ import annotations

from smsc_codec.payloads.message.channels import Channel

PICTURES = frozenset(
    ("apng", "avif", "bmp", "gif", "heic", "ico", "jpeg", "jpg", "png", "svg", "tif", "tiff", "webp")
)
#: Programs, which nothing carries to people: mail servers do not let them through.
PROGRAMS = frozenset(
    ("apk", "app", "bat", "cmd", "cpl", "dll", "exe", "hta", "jar", "jse", "lnk", "msi", "msp", "pif", "ps1", "scr",
     "vbe", "vbs", "wsf")
)  # fmt: skip
#: Endings that are a format of the file itself. `.php` and the like are programs of a server, which may give any.
_FORMATS = PICTURES | PROGRAMS | {
    "3gp", "7z", "aac", "aif", "aiff", "amr", "avi", "css", "csv", "dmg", "doc", "docx", "flac", "flv", "gz",
    "htm", "html", "iso", "js", "json", "m4a", "m4v", "mid", "midi", "mkv", "mov", "mp3", "mp4", "mpeg", "mpg",
    "odt", "oga", "ogg", "opus", "pdf", "ppt", "pptx", "psd", "rar", "rtf", "tar", "txt", "wav", "webm", "wma",
    "wmv", "xls", "xlsx", "xml", "zip",
}  # fmt: skip


def of_name(name: str) -> str:
    """The ending of a file's name in small letters; "" where it has none."""
    stem, dot, ending = name.rpartition(".")
    return ending.lower() if dot and stem and ending.isalnum() else ""


def of_address(address: str) -> tuple[str, int]:
    """The ending of an address or path, and where its dot stands; "" where it says nothing of a format."""
    path = address.partition("#")[0].partition("?")[0]
    scheme = path.find("://")
    first = path.find("/", scheme + 3) if scheme > 0 else 0
    dot = path.rfind(".", max(path.rfind("/"), first))
    found = path[dot + 1 :].lower()
    return (found, dot) if 0 <= first < dot and found in _FORMATS else ("", 0)


def takes(channel: Channel, ending: str) -> bool:
    """Whether a channel takes files of an ending; of one that says nothing there is nothing to be said."""
    if not ending:
        return True
    return ending not in PROGRAMS if channel.endings is None else ending in channel.endings


def told(channel: Channel, ending: str) -> str:
    """What is wrong with a format that a channel does not take."""
    if channel.endings is None:
        return f"'.{ending}' files are programs, which are never delivered"
    return f"'.{ending}' files are not supported here ({channel.title})"


def allowed(channel: Channel) -> tuple[str, ...]:
    """What it takes, in words."""
    return tuple(f".{name}" for name in channel.endings or ())
