"""The canonical layout of a list: heads without blanks, `:` as the separator, no blank lines."""

from __future__ import annotations

from smsc_codec.payloads.mailing.read import match_head, message_places


def canonical(text: str) -> str:
    """The same messages, for a text without problems; what stands behind the separators is left as it is."""
    newline = "\r\n" if "\r\n" in text else "\n"
    out = []
    for start, begin, end in message_places(text, False):
        sender, zone, phones = match_head(text, start, begin).group("SENDER", "TZ", "PHONES")
        head = "" if sender is None else f"{sender}|" if zone is None else f"{sender},{int(zone)}|"
        out.append(
            f"{head}{','.join(phone.strip(' ') for phone in phones.split(','))}:{text[begin:end]}{newline}"
        )
    return "".join(out)
