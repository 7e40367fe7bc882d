"""`--help` in Russian: click writes it, and each sentence is said on the way. Loaded for nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import click

from smsc_codec.lazy import compiled
from smsc_codec.linter.words import said

_PARAGRAPHS = compiled(r"\n[ \t]*\n")
#: An example and what it is for, more than one blank apart.
_REMARK = compiled(r"(?P<example>\s*\S.*? {2,})(?P<words>\S.*)")
#: What click puts behind the help of an option: `[default: text]`, `[required]`, `[x>=1]`.
_EXTRA = compiled(r"(?P<words>.*?)  \[(?P<inside>[^\]]*)\]", re.DOTALL)


def sentences(text: str) -> Iterator[str]:
    """What a help text says, each sentence or paragraph as the catalogue has it."""
    for paragraph in _PARAGRAPHS.split(text):
        if not paragraph.strip().startswith("\b"):
            yield " ".join(paragraph.split())
            continue
        for line in paragraph.split("\n")[1:]:
            _, words = _parted(line)
            if words:
                yield words


def _parted(line: str) -> tuple[str, str]:
    """A line of examples: what stays, and the words, which are a heading or behind an example."""
    bare = line.strip()
    if bare.endswith(":"):
        return line[: len(line) - len(line.lstrip())], bare
    match = _REMARK.fullmatch(line)
    return (match["example"], match["words"]) if match else (line, "")


class Formatter(click.HelpFormatter):
    """Says in Russian what click hands it."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The first line."""
        given = args
        for words in ("[OPTIONS]", "COMMAND [ARGS]..."):
            given = given.replace(words, said(words, "ru"))
        super().write_usage(prog, given, said("Usage: ", "ru"))

    def write_heading(self, heading: str) -> None:
        """The heading of a section."""
        super().write_heading(said(heading, "ru"))

    def write_text(self, text: str) -> None:
        """Paragraphs, those behind `\\b` line by line."""
        made = []
        for paragraph in _PARAGRAPHS.split(text):
            if paragraph.strip().startswith("\b"):
                lines = paragraph.split("\n")
                parts = [_parted(line) for line in lines[1:]]
                made.append("\n".join([lines[0], *(stays + said(w, "ru") for stays, w in parts)]))
            else:
                made.append(said(" ".join(paragraph.split()), "ru"))
        super().write_text("\n\n".join(made))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """What names are for."""
        super().write_dl([(name, _told(words)) for name, words in rows], col_max, col_spacing)


def _told(words: str) -> str:
    match = _EXTRA.fullmatch(words)
    if match is None:
        return said(words, "ru")
    inside = "; ".join(said(one, "ru") for one in match["inside"].split("; "))
    return f"{said(match['words'].strip(), 'ru')}  [{inside}]"
