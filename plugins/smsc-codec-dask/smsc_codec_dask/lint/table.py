"""All findings as Parquet, for who counts, joins and filters millions of them."""

from __future__ import annotations

from contextlib import ExitStack
from hashlib import blake2b
from typing import Any

from smsc_codec.diagnostics import Lines
from smsc_codec.linter.reports import FileReport, place

#: The columns, and what is in them: a place as lines and columns from 1, its end not included.
COLUMNS = {
    "file": "string", "line": "int64", "column": "int64", "end_line": "int64", "end_column": "int64",
    "code": "string", "name": "string", "severity": "string", "message": "string",
}  # fmt: skip
#: So many rows are held before they are written.
_ROWS = 50_000


class Table:
    """The findings of one slice, as a file of the folder; none where there are no findings."""

    def __init__(self, folder: str, name: str, number: int) -> None:
        told = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
        self._path = f"{folder.rstrip('/')}/findings-{told}-{number:06}.parquet"
        self._rows: list[tuple[Any, ...]] = []
        self._files = ExitStack()
        self._out: Any = None

    def add(self, report: FileReport) -> None:
        """Take the findings of one block."""
        lines = Lines(report.text, report.first_line)
        for found in report.findings:
            at = place(lines, found.span)
            self._rows.append(
                (report.path, at.line, at.column, at.end_line, at.end_column, found.code, found.name,
                 found.severity, found.message)
            )  # fmt: skip
        if len(self._rows) >= _ROWS:
            self._write()

    def end(self) -> None:
        """Write what is left."""
        if self._rows:
            self._write()
        self._files.close()

    def _write(self) -> None:
        import fsspec
        import pyarrow as pa
        from pyarrow import parquet

        schema = pa.schema([(name, pa.type_for_alias(kind)) for name, kind in COLUMNS.items()])
        if self._out is None:
            file = self._files.enter_context(fsspec.open(self._path, "wb", auto_mkdir=True))
            self._out = self._files.enter_context(parquet.ParquetWriter(file, schema))
        columns = [
            pa.array(column, field.type)
            for column, field in zip(zip(*self._rows, strict=True), schema, strict=True)
        ]
        self._out.write_table(pa.table(columns, schema=schema))
        self._rows.clear()
