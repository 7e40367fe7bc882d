"""Runs tshark, the independent reader of short messages, over messages in a capture file of their own."""

from __future__ import annotations

import shutil
import struct
import subprocess
from pathlib import Path
from xml.etree import ElementTree

TSHARK = shutil.which("tshark")
_USER_LINK = 147
_AS_SHORT_MESSAGE = 'uat:user_dlts:"User 0 (DLT=147)","gsm_sms","0","","0",""'


def deliver(user_data: bytes, *, pid: int = 0, dcs: int = 4, header: bool = True) -> bytes:
    """An SMS-DELIVER from +79999999999 with these octets, their header at the beginning."""
    address, time = bytes.fromhex("0B919799999999F9"), bytes.fromhex("11101000000000")
    first = 0x44 if header else 0x04
    return bytes((first,)) + address + bytes((pid, dcs)) + time + bytes((len(user_data),)) + user_data


def dissect(messages: list[bytes], folder: Path) -> list[ElementTree.Element]:
    """What tshark says of each message: its packet in PDML."""
    capture = folder / "messages.pcap"
    with capture.open("wb") as file:
        file.write(struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65535, _USER_LINK))
        for message in messages:
            file.write(struct.pack("<IIII", 0, 0, len(message), len(message)) + message)
    assert TSHARK
    run = subprocess.run(
        [TSHARK, "-r", str(capture), "-o", _AS_SHORT_MESSAGE, "-T", "pdml"],
        capture_output=True,
        text=True,
        check=True,
    )
    return list(ElementTree.fromstring(run.stdout).iter("packet"))


def shown(packet: ElementTree.Element) -> dict[str, str]:
    """Each field of a packet by its name; the last one of several."""
    return {field.get("name", ""): field.get("show", "") for field in packet.iter("field")}


def header_elements(packet: ElementTree.Element) -> list[ElementTree.Element]:
    """The information elements that tshark found in the header."""
    return [
        field
        for field in packet.iter("field")
        if field.find("field[@name='gsm_sms.ie_identifier']") is not None
    ]
