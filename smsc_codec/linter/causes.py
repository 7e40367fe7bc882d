"""Which findings follow from which: a mistake is told once, and what it brings with it is not.

Data, so that a rule need not know of others. What is hidden is seen as soon as its cause is mended.
"""

from __future__ import annotations

from collections.abc import Mapping

#: The same of findings on the line of their cause, where others of their code may well stand by themselves. Of what
#: stands in a text inside, those at the very place of their cause.
HIDES_BESIDE: Mapping[str, tuple[str, ...]] = {
    "GEN001": ("IVR313", "IVR114", "LST022"),
    "GEN002": (
        "IVR001",
        "IVR005",
        "IVR006",
        "IVR007",
        "IVR009",
        "IVR203",
        "IVR206",
        "IVR213",
        "IVR218",
        "IVR220",
        "LST001",
        "LST003",
        "RCP001",
        "REQ001",
        "REQ003",
        "REQ004",
        "REQ009",
        "TIM002",
    ),
    "IVR006": ("IVR109",),
    "IVR001": ("IVR014", "IVR313"),
    "IVR005": ("IVR014", "IVR313"),
    "IVR007": ("LST014",),
    "IVR009": ("IVR006",),
    "IVR012": ("IVR107", "IVR303"),
    "IVR013": ("IVR313",),
    "IVR214": ("IVR215",),
    "IVR218": ("IVR010",),
    "IVR312": ("IVR114",),
    "IVR216": ("IVR313",),
    "IVR313": ("IVR206", "IVR218"),
    "REQ016": ("GEN001",),
    "VIB001": ("LST014", "LST022", "LST023", "LST024"),
    "VIB004": ("VIB003", "GEN002"),
    "VOX004": ("FIL003",),
    **dict.fromkeys(
        ("EVT001", "FIL001", "FIL007", "IVR004", "MAI002", "MAI005", "PFX001"), ("LST022", "LST023", "LST024")
    ),
}
#: What hangs on the keys of a menu, on its labels, and on where it ends.
_KEYS = ("IVR303", "IVR304", "IVR102", "IVR306")
_LABELS = ("IVR101", "IVR103")
_FLOW = ("IVR105", "IVR106", "IVR111", "IVR112", "IVR113", "IVR115", "IVR116", "IVR118", "IVR119", "IVR120")

#: A rule's code, and the codes of the findings that follow from its own.
HIDES: Mapping[str, tuple[str, ...]] = {
    "IVR001": (*_KEYS, *_LABELS, *_FLOW),
    "IVR002": (
        *_KEYS,
        *_LABELS,
        *_FLOW,
        "IVR014",
        "IVR001",
        "IVR309",
        "IVR011",
        "IVR012",
        "IVR312",
        "IVR313",
    ),
    "IVR003": (*_KEYS, *_LABELS, *_FLOW, "IVR013", "IVR014", "IVR002", "IVR301", "IVR302"),
    "IVR005": (*_KEYS, "IVR103", "IVR107", "IVR109", "IVR110"),
    "IVR006": (*_FLOW, "IVR010", "IVR304"),
    "IVR009": (*_FLOW, "IVR010", "IVR103"),
    "IVR010": _FLOW,
    "IVR012": ("IVR304", "IVR102", "IVR107"),
    "IVR013": (*_KEYS, *_LABELS, *_FLOW, "IVR014", "IVR011", "IVR215", "IVR001"),
    "IVR014": _KEYS,
    "IVR101": ("IVR304", "IVR103"),
    "IVR102": ("IVR304",),
    "IVR104": ("IVR103", "IVR105", "IVR106", "IVR116"),
    "IVR105": ("IVR106",),
    "IVR107": ("IVR110",),
    "IVR116": ("IVR105", "IVR106"),
    "IVR206": ("IVR103", "IVR116", "IVR208"),
    "IVR312": ("IVR103",),
    "IVR207": ("IVR205",),
    "REQ029": ("REQ013", "REQ014"),
}
