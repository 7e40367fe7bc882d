"""What the values of WSP's fields and parameters mean, in words (WAP-230, 8.4.2; WAP-251; OMNA's application ids)."""

from __future__ import annotations

from datetime import UTC, datetime

from smsc_codec.payloads.binary.cursor import Cursor, Stop, number_octets
from smsc_codec.payloads.binary.forms import integer
from smsc_codec.payloads.binary.tree import CHARSETS
from smsc_codec.payloads.binary.wsp import Field, Parameter, read_content_type
from smsc_codec.payloads.binary.wsp_names import CONTENT_TYPES

#: OMNA: the applications on a handset that a push can be for.
APPLICATIONS = {
    0x00: "x-wap-application:*, any",
    0x01: "x-wap-application:push.sia, session initiation",
    0x02: "x-wap-application:wml.ua, the browser",
    0x03: "x-wap-application:wta.ua, telephony",
    0x04: "x-wap-application:mms.ua, the MMS user agent",
    0x05: "x-wap-application:push.syncml, synchronization",
    0x06: "x-wap-application:loc.ua, location",
    0x07: "x-wap-application:syncml.dm, device management",
    0x08: "x-wap-application:drm.ua, digital rights",
    0x09: "x-wap-application:emn.ua, notices of e-mail",
    0x0A: "x-wap-application:wv.ua, instant messaging",
}
#: WAP-259: by what a push came.
BEARERS = {
    0x00: "IPv4",
    0x01: "IPv6",
    0x02: "GSM USSD",
    0x03: "GSM SMS",
    0x04: "ANSI-136 GUTS",
    0x05: "IS-95 CDMA SMS",
    0x06: "IS-95 CDMA CSD",
    0x07: "IS-95 CDMA packet data",
    0x08: "ANSI-136 CSD",
    0x09: "ANSI-136 packet data",
    0x0A: "GSM CSD",
    0x0B: "GSM GPRS",
    0x0C: "GSM USSD, IPv4",
    0x0D: "AMPS CDPD",
    0x0E: "PDC CSD",
    0x0F: "PDC packet data",
    0x10: "IDEN SMS",
    0x11: "IDEN CSD",
    0x12: "IDEN packet data",
    0x13: "Paging network FLEX",
    0x14: "PHS SMS",
    0x15: "PHS CSD",
    0x16: "GSM USSD, service code",
    0x17: "TETRA SDS, ITSI",
    0x18: "TETRA SDS, MSISDN",
    0x19: "TETRA packet data",
    0x1A: "Paging network ReFLEX",
    0x1B: "GSM USSD, MSISDN",
    0x1C: "Mobitex MPAK",
    0x1D: "ANSI-136 GHOST",
}
#: WAP-183: what the MAC of a provisioning document is made with.
SECURITY = {0: "NETWPIN", 1: "USERPIN", 2: "USERNETWPIN", 3: "USERPINMAC"}

_NAMED: dict[str, dict[int, str]] = {
    "X-Wap-Application-Id": APPLICATIONS,
    "Accept-Application": APPLICATIONS,
    "Bearer-Indication": BEARERS,
    "SEC": SECURITY,
    "Accept": CONTENT_TYPES,
    "Content-Type": CONTENT_TYPES,
    "Accept-Encoding": {0: "gzip", 1: "compress", 2: "deflate", 3: "any"},
    "Content-Encoding": {0: "gzip", 1: "compress", 2: "deflate"},
    "Accept-Ranges": {0: "none", 1: "bytes"},
    "Cache-Control": dict(
        enumerate(
            (
                "no-cache",
                "no-store",
                "max-age",
                "max-stale",
                "min-fresh",
                "only-if-cached",
                "public",
                "private",
                "no-transform",
                "must-revalidate",
                "proxy-revalidate",
                "s-maxage",
            )
        )
    ),
    "Connection": {0: "close"},
    "Content-Disposition": {0: "form-data", 1: "attachment", 2: "inline"},
    "Pragma": {0: "no-cache"},
    "Transfer-Encoding": {0: "chunked"},
    "X-WAP-Security": {0: "close-subordinate"},
}
_DATES = frozenset(
    {
        "Date",
        "Expires",
        "If-Modified-Since",
        "If-Unmodified-Since",
        "Last-Modified",
        "X-Wap-Tod",
        "Creation-date",
        "Modification-date",
        "Read-date",
    }
)
_FLAGS = ("initiator authenticated", "content trusted", "last push message")


def words(one: Field | Parameter) -> str:
    """The value in words, with its number where it is one; octets that have none as digits."""
    number = one.value
    if isinstance(number, bytes):
        return _of_octets(one.name, number)
    if isinstance(number, str):
        return number
    if one.name in ("Encoding-Version", "Level"):
        return version(number)
    meant = _of_number(one.name, number)
    return f"{number} ({meant})" if meant else str(number)


def charset(number: int) -> str | None:
    """A charset by its number (MIBenum), where it is one that is known."""
    if number == 0:
        return "any"
    codec = CHARSETS.get(number)
    if codec is None or codec == "ascii":
        return codec and "us-ascii"
    return codec.replace("iso8859-", "iso-8859-").replace("cp", "windows-")


def moment(seconds: int) -> str | None:
    """A time in seconds since 1970; None for one that no calendar has."""
    try:
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
    except (OverflowError, ValueError, OSError):
        return None


def version(number: int) -> str:
    """A version of seven bits: three of the major number, four of the minor one, 15 where there is none."""
    major, minor = number >> 4 & 7, number & 15
    return f"{major}" if minor == 15 else f"{major}.{minor}"


def _of_number(name: str, number: int) -> str | None:
    if name in _DATES:
        return moment(number)
    if name in ("Charset", "Accept-Charset"):
        return charset(number)
    if name == "Push-Flag":
        return ", ".join(said for bit, said in enumerate(_FLAGS) if number >> bit & 1) or "nothing set"
    return _NAMED.get(name, {}).get(number)


def _of_octets(name: str, data: bytes) -> str:
    """A value of several octets whose parts are known: a media type with parameters, a charset, an encoding's page."""
    shown = data.hex().upper()
    cursor = Cursor(data, [])
    try:
        if name in ("Accept", "Content-Type"):
            content = read_content_type(Cursor(b"\x1f" + number_octets(len(data)) + data, []))
            said = "".join(f"; {one.name}={words(one)}" for one in content.named)
            return f"{shown} ({content.media}{said})"
        if name == "Encoding-Version":
            page = integer(cursor, "the page")
            tail = f", version {version(integer(cursor, 'the version'))}" if cursor.at < cursor.end else ""
            return f"{shown} (page {page}{tail})"
        if name in ("Accept-Charset", "Cache-Control", "Content-Disposition"):
            number = integer(cursor, "the value")
            meant = _of_number(name, number)
            return f"{shown} ({meant or number})"
    except Stop:
        pass
    return shown
