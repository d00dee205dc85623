"""What tests of the readers share: files of given bytes, and all that becomes of them."""

from __future__ import annotations

from pathlib import Path

from loaders.quarantine import REASONS
from loaders.read import Format, facts_of, read_file
from loaders.read_record import FAULT

KNOWN = frozenset({"姓名", "案号"})
HEADING = "姓名,案号\n"


def rows_of(path: Path, layout: Format) -> list[dict[str, object]]:
    """All records of a file; every fault among them must have its sentences."""
    facts = facts_of(path, layout)
    rows = [row for chunk in read_file(path, layout, facts, KNOWN) for row in chunk.frame.to_dicts()]
    assert {row[FAULT] for row in rows} - {None, "EMPTY"} <= set(REASONS)
    return rows


def faults_of(path: Path, layout: Format) -> list[object]:
    """The fault of each record."""
    return [row[FAULT] for row in rows_of(path, layout)]


def written(folder: Path, name: str, content: bytes | str) -> Path:
    """A file of these bytes."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path
