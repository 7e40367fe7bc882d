"""What the extension of VS Code says of the languages: a grammar of TextMate for each, and which files hold it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from smsc_codec.api.text.colours import PIECES
from smsc_codec.grammar.colours import COLOURS, ROLES
from smsc_codec.grammar.painter import tables
from smsc_codec.grammar.textmate import grammar
from smsc_codec.payloads import KINDS

EXTENSION = Path(__file__).resolve().parents[1] / "plugins" / "vscode"
#: Each language of the extension: its title, the kinds of files that hold it, the grammar that colours it.
LANGUAGES = {
    "menu": ("SMSC voice menu", ("menu",)),
    "message": ("SMSC message", ("message", "viber")),
    "mailing": ("SMSC mailing", ("mailing",)),
    "schedule": ("SMSC schedule", ("schedule",)),
    "recipients": ("SMSC recipients", ("recipients",)),
    "voice": ("SMSC voice", ("voice",)),
    "call": ("SMSC call", ("call",)),
    "request": ("SMSC request", ("request",)),
}


def files() -> Iterator[tuple[str, str]]:
    """Each file that is made by its path below the extension's folder, and what it holds."""
    for name, (title, kinds) in LANGUAGES.items():
        scope = f"source.smsc.{name}"
        made = _request(scope, title) if name == "request" else _grammar(name, scope, title, kinds)
        yield f"syntaxes/{name}.tmLanguage.json", _json(made)
    manifest = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))
    manifest["contributes"] |= {
        "languages": [_language(name, title, kinds) for name, (title, kinds) in LANGUAGES.items()],
        "grammars": [
            {
                "language": f"smsc-{name}",
                "scopeName": f"source.smsc.{name}",
                "path": f"./syntaxes/{name}.tmLanguage.json",
            }
            for name in LANGUAGES
        ],
    }
    yield "package.json", _json(manifest)


def _language(name: str, title: str, kinds: tuple[str, ...]) -> dict[str, Any]:
    ends = [end for kind in kinds for end in KINDS[kind][1]]
    made: dict[str, Any] = {
        "id": f"smsc-{name}",
        "aliases": [title],
        "extensions": [end for end in ends if end.startswith(".")],
    }
    whole = [end for end in ends if not end.startswith(".")]
    return made | ({"filenames": whole} if whole else {}) | {"configuration": "./language-configuration.json"}


def _grammar(name: str, scope: str, title: str, kinds: tuple[str, ...]) -> dict[str, Any]:
    ends = [end for kind in kinds for end in KINDS[kind][1]]
    return grammar(name, {one: tables(one) for one in COLOURS}, scope=scope, title=title, ends=ends)


def _request(scope: str, title: str) -> dict[str, Any]:
    return {
        "scopeName": scope,
        "name": title,
        "fileTypes": [end.lstrip(".") for end in KINDS["request"][1]],
        "patterns": [{"match": pattern, "name": f"{ROLES[role].scope}.smsc"} for pattern, role in PIECES],
    }


def _json(value: Any) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
