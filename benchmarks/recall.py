"""How much the linter sees: single random edits of sound menus that change what a caller can do.

    python benchmarks/recall.py [EDITS] [SEED]

An edit deletes, doubles, swaps or replaces one character, or deletes or doubles a line. It counts where the menu's
machine does something else afterwards that a reader could know for a slip: not other words, another digit in a number
of the same length, another address, the text of an SMS.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import smsc_codec as sms
from smsc_codec.payloads.menu.caller.explore import explore

ROOT = Path(__file__).resolve().parents[1]
_KEYS = "abcdefghijklmnopqrstuvwxyz0123456789:=,.;$*# "


def sound() -> list[str]:
    """The sound example menus."""
    return [
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs/examples/sound").glob("*.menu"))
    ]


def behaviour(text: str) -> Any:
    """What a caller can do, and what comes of it, words left out."""
    menu = sms.menu.read(text).value
    if menu is None:
        return None
    ways = tuple((way.from_, way.given, way.to) for way in explore(menu).edges)
    return ways, tuple((item.key, *_known(item.action)) for item in menu.items)


def _known(action: Any) -> tuple[Any, ...]:
    """What a reader can know of an action."""
    match action:
        case sms.menu.Call(phones, wait, ok_end, err, record):
            return "call", tuple(map(len, phones)), wait is None, ok_end, err, record
        case sms.menu.Sms(phone):
            return "sms", len(phone)
    return (type(action).__name__,)


def edit(text: str, random: Random) -> str:
    """The text after one slip of the hand."""
    at = random.randrange(len(text))
    match random.randrange(6):
        case 0:
            return text[:at] + text[at + 1 :]
        case 1:
            return text[:at] + text[at] + text[at:]
        case 2:
            return text[:at] + text[at : at + 2][::-1] + text[at + 2 :]
        case 3:
            return text[:at] + random.choice(_KEYS) + text[at + 1 :]
        case 4:
            return text[:at] + random.choice(_KEYS) + text[at:]
    lines = text.split("\n")
    number = random.randrange(len(lines))
    if random.random() < 0.5:
        del lines[number]
    else:
        lines.insert(number, lines[number])
    return "\n".join(lines)


def _one_of_several(text: str, changed: str) -> bool:
    """Whether a whole line was taken from an item that has others."""
    lines, left = text.split("\n"), changed.split("\n")
    gone = next((a for a, b in zip(lines, [*left, ""], strict=False) if a != b), "")
    return gone not in left and any(line.startswith(gone.partition(":")[0] + ":") for line in left)


def main() -> None:
    """Count what is told of edits that matter, and show some that are not told."""
    edits, seed = (int(one) for one in (*sys.argv[1:], *("2000", "1")[len(sys.argv) - 1 :]))
    random = Random(seed)
    menus = sound()
    counts: Counter[str] = Counter()
    silent = []
    while sum(counts.values()) < edits:
        text = random.choice(menus)
        changed = edit(text, random)
        if changed.count("\n") < text.count("\n") and _one_of_several(text, changed):
            continue  # that an item lacks one of its actions nobody can know
        if changed == text or behaviour(changed) == behaviour(text):
            continue
        before = Counter(one.code for one in sms.lint(text, "menu"))
        new = [one for one in sms.lint(changed, "menu") if before[one.code] < 1 or one.severity != "info"]
        worst = {one.severity for one in new}
        told = "told" if worst & {"error", "warning"} else "info" if worst else "silent"
        counts[told] += 1
        if told != "told":
            pairs = zip(text.split("\n"), changed.split("\n"), strict=False)
            silent.append(next(((a, b) for a, b in pairs if a != b), ("", "")))
    for told, count in counts.most_common():
        print(f"{told}: {count} ({count / edits:.1%})")
    for a, b in random.sample(silent, min(40, len(silent))):
        print(f"  {a!r}\n  {b!r}\n")


if __name__ == "__main__":
    main()
