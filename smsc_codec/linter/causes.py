"""Which findings follow from which: a mistake is told once, and what it brings with it is not.

Data, so that a rule need not know of others. What is hidden is seen as soon as its cause is mended.
"""

from __future__ import annotations

from collections.abc import Mapping

#: What hangs on the keys of a menu, on its labels, and on where it ends.
_KEYS = ("IVR303", "IVR304", "IVR102", "IVR306")
_LABELS = ("IVR101", "IVR103")
_FLOW = ("IVR105", "IVR106", "IVR111", "IVR112", "IVR113", "IVR115", "IVR116", "IVR118", "IVR119", "IVR120")

#: A rule's code, and the codes of the findings that follow from its own.
HIDES: Mapping[str, tuple[str, ...]] = {
    "IVR002": (*_KEYS, *_LABELS, *_FLOW, "IVR014", "IVR309", "IVR011"),
    "IVR003": (*_KEYS, *_LABELS, *_FLOW, "IVR013", "IVR014", "IVR002", "IVR301", "IVR302"),
    "IVR005": _KEYS,
    "IVR009": (*_FLOW, "IVR010"),
    "IVR010": _FLOW,
    "IVR012": ("IVR304", "IVR102"),
    "IVR013": (*_KEYS, *_LABELS, *_FLOW, "IVR014", "IVR011", "IVR215"),
    "IVR014": _KEYS,
    "IVR101": ("IVR304",),
    "IVR102": ("IVR304",),
    "IVR105": ("IVR106",),
    "IVR107": ("IVR110",),
    "REQ029": ("REQ013", "REQ014"),
}
