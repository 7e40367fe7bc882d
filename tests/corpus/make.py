"""Writes the corpus as files, with corpus.json beside them: usable from any language.

python -m tests.corpus.make
"""

from __future__ import annotations

import json
from pathlib import Path

from tests.corpus.bases import BASES
from tests.corpus.everyday import BASES as EVERYDAY_BASES
from tests.corpus.everyday import SOUND_MENUS as EVERYDAY_SOUND
from tests.corpus.everyday_mistakes import MISTAKES as EVERYDAY
from tests.corpus.fresh import BASES as FRESH_BASES
from tests.corpus.fresh import MISTAKES as FRESH
from tests.corpus.fresh import SOUND_MENUS as FRESH_SOUND
from tests.corpus.fresh_more import BASES as SECOND_BASES
from tests.corpus.fresh_more import MISTAKES as SECOND
from tests.corpus.fresh_more import SOUND_MENUS as SECOND_SOUND
from tests.corpus.fresh_texts import OTHERS as FRESH_TEXTS
from tests.corpus.fresh_texts import SOUND as FRESH_SOUND_TEXTS
from tests.corpus.later import BASES as LATER_BASES
from tests.corpus.later import SOUND_MENUS as LATER_SOUND
from tests.corpus.later_mistakes import MISTAKES as LATER
from tests.corpus.later_texts import OTHERS as LATER_TEXTS
from tests.corpus.later_texts import SOUND as LATER_SOUND_TEXTS
from tests.corpus.menu_mistakes import MISTAKES
from tests.corpus.menu_shapes import MISTAKES as SHAPES
from tests.corpus.more import BASES as MORE_BASES
from tests.corpus.more import MISTAKES as MORE
from tests.corpus.more import OTHERS as MORE_TEXTS
from tests.corpus.more import SOUND as MORE_SOUND_TEXTS
from tests.corpus.more import SOUND_MENUS as MORE_SOUND
from tests.corpus.newer import BASES as NEWER_BASES
from tests.corpus.newer import SOUND_MENUS as NEWER_SOUND
from tests.corpus.newer_mistakes import MISTAKES as NEWER
from tests.corpus.others import MISTAKES as OTHER_MISTAKES
from tests.corpus.others import SOUND as OTHERS
from tests.corpus.pasted_texts import OTHERS as PASTED
from tests.corpus.pasted_texts import SOUND as PASTED_SOUND
from tests.corpus.russian_menus import BASES as RUSSIAN_BASES
from tests.corpus.russian_menus import MISTAKES as RUSSIAN
from tests.corpus.russian_menus import SOUND as RUSSIAN_SOUND
from tests.corpus.russian_texts import MISTAKES as RUSSIAN_TEXTS
from tests.corpus.russian_texts import SOUND as RUSSIAN_SOUND_TEXTS
from tests.corpus.sound import SOUND

HERE = Path(__file__).resolve().parent
#: The language of each base.
LANGUAGES = {
    "clinic": "ru",
    "taxi": "ru",
    "shop": "en",
    "hotel": "en",
    "bank": "en",
    "school": "ru",
    "pizza": "en",
    **dict.fromkeys(RUSSIAN_BASES, "ru"),
    "pool": "ru",
    "rental": "en",
    "kids": "ru",
    "parts": "ru",
    "lettings": "en",
    "driving": "en",
    "lawyer": "ru",
    "garage": "en",
    **{name: language for name, (language, _) in (NEWER_SOUND | LATER_SOUND | EVERYDAY_SOUND).items()},
}
_ALL_BASES = BASES | RUSSIAN_BASES | MORE_BASES | FRESH_BASES | SECOND_BASES
_ALL_BASES |= NEWER_BASES | LATER_BASES | EVERYDAY_BASES


def entries() -> list[dict[str, object]]:
    """Each file of the corpus: its text, and where which rule tells what; a sound one has no rules."""
    sound = {name: (LANGUAGES[name], text) for name, text in _ALL_BASES.items()}
    sound |= SOUND | RUSSIAN_SOUND | MORE_SOUND | FRESH_SOUND | SECOND_SOUND
    made: list[dict[str, object]] = [
        {"file": f"menus/sound-{name}.menu", "kind": "menu", "language": language, "rules": [], "text": text}
        for name, (language, text) in sound.items()
    ]
    for name, base, old, new, rules, line in [
        *MISTAKES, *SHAPES, *RUSSIAN, *MORE, *FRESH, *SECOND, *NEWER, *LATER, *EVERYDAY
    ]:  # fmt: skip
        text = _ALL_BASES[base]
        at = text.index(old)
        text = text[:at] + new + text[at + len(old) :]
        made.append(
            {
                "file": f"menus/{name}.menu",
                "kind": "menu",
                "language": LANGUAGES[base],
                "line": line or _first_difference(_ALL_BASES[base], text),
                "rules": rules.split(),
                "text": text,
            }
        )
    for name, (kind, language, text) in (
        OTHERS | RUSSIAN_SOUND_TEXTS | MORE_SOUND_TEXTS | FRESH_SOUND_TEXTS | LATER_SOUND_TEXTS | PASTED_SOUND
    ).items():
        made.append(_entry(f"sound-{name}", kind, language, text, rules=[]))
    for name, (kind, language, text, line, rules) in (
        OTHER_MISTAKES | RUSSIAN_TEXTS | MORE_TEXTS | FRESH_TEXTS | LATER_TEXTS | PASTED
    ).items():
        made.append(_entry(name, kind, language, text, line=line, rules=rules.split()))
    return made


def _entry(name: str, kind: str, language: str, text: str, **more: object) -> dict[str, object]:
    ending = {"mailing": "list", "message": "sms"}.get(kind, kind)
    folder = {"mailing": "lists", "menu": "menus", "request": "requests"}.get(kind, "others")
    return {"file": f"{folder}/{name}.{ending}", "kind": kind, "language": language, "text": text, **more}


def _first_difference(a: str, b: str) -> int:
    pairs = zip(a.split("\n"), b.split("\n"), strict=False)
    return next(number for number, (x, y) in enumerate(pairs, 1) if x != y)


def main() -> None:
    """Write the files and corpus.json."""
    listed = []
    for entry in entries():
        path = HERE / str(entry["file"])
        path.parent.mkdir(exist_ok=True)
        path.write_text(str(entry["text"]), encoding="utf-8", newline="\n")
        listed.append({key: value for key, value in entry.items() if key != "text"})
    listed.sort(key=lambda entry: str(entry["file"]))
    (HERE / "corpus.json").write_text(
        json.dumps(listed, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
