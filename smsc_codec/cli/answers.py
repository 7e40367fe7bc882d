"""The dialogue of `lint --fix --ask`: each fix is shown as a small diff, and a line says what becomes of it."""

from __future__ import annotations

import sys

from smsc_codec.cli import terminal
from smsc_codec.diagnostics import Lines
from smsc_codec.linter.asking import Answer, Offer
from smsc_codec.linter.reports import FileReport, Style, discreet_report, in_language
from smsc_codec.linter.reports.concise import row
from smsc_codec.linter.reports.unified import diff
from smsc_codec.linter.reports.words import fix_title
from smsc_codec.linter.words import said

#: What one may say, in English and in Russian.
_ANSWERS: dict[str, Answer] = {
    "y": "yes", "yes": "yes", "n": "no", "no": "no", "a": "all", "all": "all", "q": "quit", "quit": "quit",
    "д": "yes", "да": "yes", "н": "no", "нет": "no", "все": "all", "всё": "all", "в": "all", "выход": "quit",
}  # fmt: skip


class Answers:
    """Asks on standard error, and reads a line of standard input for each fix; its end is an answer, too: no more."""

    def __init__(self) -> None:
        self._always: Answer | None = None
        #: Whether a fix came here.
        self.offered = False
        self.name = ""

    def __call__(self, offer: Offer) -> Answer:
        """What becomes of a fix."""
        self.offered = True
        if self._always is not None:
            return self._always
        language = terminal.language()
        report = FileReport(
            self.name,
            offer.before,
            (offer.finding,),
            first_line=offer.block.first_line,
            shown=offer.block.shown() if offer.before == offer.block.text else "",
        )
        shown = in_language(discreet_report(report), language)
        (finding,) = shown.findings
        title = next((fix for fix in finding.fixes if fix.safe is offer.fix.safe), offer.fix)
        print(row(shown.path, Lines(shown.text, shown.first_line), finding, Style()), file=sys.stderr)
        print(f"{said('help', language)}: {terminal.plain(fix_title(title, language))}", file=sys.stderr)
        sys.stderr.write(diff(self.name, offer.before, offer.after))
        answer = self._read(language)
        if answer in ("all", "quit"):
            self._always = answer
        return answer

    def _read(self, language: str) -> Answer:
        while True:
            question = said(
                "Make this change? y: yes, n: no, a: all from here on, q: no more", terminal.language()
            )
            print(f"{question} ", end="", file=sys.stderr, flush=True)
            line = sys.stdin.readline() if sys.stdin else ""
            if not line:
                print(file=sys.stderr)
                return "quit"
            answer = _ANSWERS.get(line.strip().lower())
            if answer is not None:
                return answer
