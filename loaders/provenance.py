"""From a fact back to the bytes: batch, row, offset, SHA-256 of the file, and whether that row says so.

Every fact bears the keyed hash of the source row that last stated it. Here the stored file is opened, held against its
digest and read as it was read then; each row is hashed anew and compared. A row that was read under another mapping
than today's cannot be compared and is counted apart: the file and the number of the row are still right or wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from hub.errors import NotFound, StoredFileMissing
from loaders.batch import Listed, listed
from loaders.prepare import Delivery
from loaders.read import read_file
from loaders.read_record import OFFSET, ROW
from loaders.row_hash import RowHasher, mapping_of
from loaders.store import Store
from schema.catalog import catalog

_FACTS = sql.SQL("select row_no, content_hash from {} where batch_id = {}")
_FACT = sql.SQL("select batch_id::text, row_no, content_hash from {} where id = {}")
_MAPPING = "select mapping from delivery where batch_id = %s"


@dataclass
class Proof:
    """How the facts of one batch stand against its file."""

    batch: str
    source: str
    file: str
    sha256: str
    #: facts whose row says so
    proved: int = 0
    #: facts whose row says otherwise, or is not there
    altered: int = 0
    #: facts that were read under another mapping
    outdated: int = 0
    #: facts of erased persons, which nothing binds to their rows any more
    erased: int = 0
    #: the file is not in the store, or its bytes are others
    missing: bool = False

    def as_json(self) -> dict[str, Any]:
        """The proof for machines."""
        return asdict(self)


@dataclass(frozen=True)
class Origin:
    """Where one fact comes from."""

    batch: str
    source: str
    file: str
    sha256: str
    row: int
    #: byte at which the row begins, in its file or (unpacked) member of an archive; None where the format knows none
    offset: int | None
    #: "PROVED", "ALTERED", "OUTDATED" or "ERASED"
    verdict: str


def fact_tables() -> list[str]:
    """Tables whose rows name their source row."""
    return [table.name for table in catalog().metadata.sorted_tables if "content_hash" in table.c]


def verify(cursor: psycopg.Cursor[Any], store: Store, batch_id: str | None = None) -> Iterator[Proof]:
    """Hold every fact of a batch, or of all of them, against the stored files."""
    for batch in listed(cursor, batch_id=batch_id, status="MERGED", most=1_000_000):
        facts = _facts(cursor, batch.id)
        proof = Proof(batch.id, batch.source, batch.file, batch.sha256)
        try:
            found = _hashes(cursor, store, batch, {row for row, _ in facts})
        except StoredFileMissing:
            proof.missing = True
            yield proof
            continue
        same = _same_mapping(cursor, batch)
        for row, content_hash in facts:
            verdict = _verdict(found.get(row, (None, None))[0], content_hash, same)
            setattr(proof, verdict.lower(), getattr(proof, verdict.lower()) + 1)
        yield proof


def origin(cursor: psycopg.Cursor[Any], store: Store, table: str, fact_id: str) -> Origin:
    """Where one fact comes from. Raises NotFound, StoredFileMissing."""
    if table not in fact_tables():
        raise NotFound
    found = cursor.execute(_FACT.format(sql.Identifier(table), sql.Literal(fact_id))).fetchone()
    if found is None:
        raise NotFound
    batch_id, row, content_hash = found
    (batch,) = listed(cursor, batch_id=batch_id)
    now, offset = _hashes(cursor, store, batch, {row}).get(row, (None, None))
    verdict = _verdict(now, content_hash, _same_mapping(cursor, batch))
    return Origin(batch.id, batch.source, batch.file, batch.sha256, row, offset, verdict)


def _verdict(now: int | None, then: int, same: bool) -> str:
    if then == 0:
        return "ERASED"
    if now == then:
        return "PROVED"
    return "ALTERED" if same or now is None else "OUTDATED"


def _same_mapping(cursor: psycopg.Cursor[Any], batch: Listed) -> bool:
    return cursor.execute(_MAPPING, (batch.id,)).fetchone() == (mapping_of(batch.source),)


def _facts(cursor: psycopg.Cursor[Any], batch_id: str) -> list[tuple[int, int]]:
    """(row, hash) of every fact that the batch stated last."""
    return [
        (int(row), int(content_hash))
        for table in fact_tables()
        for row, content_hash in cursor.execute(
            _FACTS.format(sql.Identifier(table), sql.Literal(batch_id))
        ).fetchall()
    ]  # fmt: skip


def _hashes(
    cursor: psycopg.Cursor[Any], store: Store, batch: Listed, wanted: set[int]
) -> dict[int, tuple[int | None, int | None]]:
    """Row number → (hash of the row as it stands in the stored file, its offset), for the rows that are asked for."""
    with store.opened(cursor, batch.sha256, batch.file) as path:
        return dict(_read(Delivery.of(batch.source, path, batch.mode), path, store, wanted))


def _read(
    delivery: Delivery, path: Path, store: Store, wanted: set[int]
) -> Iterator[tuple[int, tuple[int | None, int | None]]]:
    source, hasher = delivery.source, RowHasher(delivery.source, store.vault)
    for chunk in read_file(path, source.layout_of(path), delivery.facts, source.known_keys()):
        frame = chunk.frame.filter(chunk.frame[ROW].is_in(list(wanted)))
        yield from zip(frame[ROW], zip(hasher.hashes(frame), frame[OFFSET], strict=True), strict=True)
