"""What a finding is known by when the lines above it come and go."""

from __future__ import annotations

from smsc_codec.diagnostics import Finding, Lines
from smsc_codec.linter.reports import place


class Fingerprints:
    """Hashes of a finding's code and its line's text, and which of the equal ones in the file it is."""

    def __init__(self) -> None:
        self._line = 0
        self._text = b""
        self._seen: dict[str, int] = {}

    def of(self, lines: Lines, finding: Finding) -> str:
        """The fingerprint of the file's next finding."""
        digest = self.digest(lines, finding)
        self._seen[digest] = self._seen.get(digest, 0) + 1
        return f"{digest}:{self._seen[digest]}"

    def digest(self, lines: Lines, finding: Finding) -> str:
        """The part of it that equal findings of a file have in common."""
        from hashlib import sha256

        line = place(lines, finding.span).line
        if line != self._line:
            here = lines.span(line)
            text = lines.text[here.start : here.end].strip()
            # A long line is hashed once, not for each of its findings.
            self._line, self._text = line, sha256(text.encode("utf-8", "surrogatepass")).digest()
        return sha256(finding.code.encode() + b"\n" + self._text).hexdigest()[:16]
