"""From any fact back to the row of the stored file; what was altered on either side is found."""

from __future__ import annotations

import ast
import os
from pathlib import Path

import pytest

from hub.database import Database
from hub.errors import StoredFileMissing
from hub.resealing import places
from hub.vault import Vault, new_key_file
from loaders.load import Desk, take_in
from loaders.prepare import Delivery
from loaders.provenance import Proof, origin, verify
from loaders.row_hash import _CLEANING
from loaders.source import sources
from loaders.store import Store
from tests.loaders.fixtures import VAULT, load_reference
from tests.loaders.test_killed import ROOT
from tests.loaders.test_load import ID_NUMBER, ask, row, written

#: modules that cleaning imports and that do not decide what a row becomes
PLUMBING = {"loaders/quarantine.py", "loaders/source.py", "schema/__init__.py"}


@pytest.fixture
def store(database: Database, tmp_path: Path) -> Store:
    """A store with a file of three rows, loaded, one of them bad."""
    load_reference(database)
    found = Store(tmp_path / "sources", VAULT)
    rows = [row(), row(case_no="见附件"), row(case_no="(2024)浙0211执78号", effect_doc_obli="付款")]
    path = written(tmp_path / "1.csv", rows)
    list(take_in(Desk(database, VAULT, "王一", found), [Delivery.of("sx_warehouse", path)]))
    return found


def proofs(database: Database, store: Store) -> list[Proof]:
    """Proofs of the batches of the source."""
    with database.connect("loader") as connection, connection.cursor() as cursor:
        return [proof for proof in verify(cursor, store) if proof.source == "sx_warehouse"]


def test_every_fact_is_proved_by_its_row(database: Database, store: Store) -> None:
    """Subject, cases and listings all name the batch and row that say so, and the file is whole."""
    with database.connect("owner") as connection:
        counted = ("select (select count(*) from subject) + (select count(*) from listing)"
                   " + (select count(*) from enforcement_case)")  # fmt: skip
        (facts,) = connection.execute(counted).fetchone() or (0,)
    (proof,) = proofs(database, store)

    assert (proof.proved, proof.altered, proof.outdated, proof.missing) == (facts, 0, 0, False)
    assert facts == 5


def test_a_fact_that_points_elsewhere_is_found(database: Database, store: Store) -> None:
    """A hash, or a row number, that is not what the file says."""
    with database.connect("owner") as connection:
        connection.execute("update listing set content_hash = content_hash + 1 where row_no = 1")
        connection.execute("update enforcement_case set row_no = 2 where row_no = 3")
    (proof,) = proofs(database, store)

    assert (proof.proved, proof.altered) == (3, 2)


def test_a_fact_leads_to_its_row(database: Database, store: Store) -> None:
    """Batch, row and digest of one listing, with the verdict."""
    fact = ask(database, "select id::text from listing where obligation = '付款'")[0][0]
    with database.connect("loader") as connection, connection.cursor() as cursor:
        found = origin(cursor, store, "listing", fact)

    assert (found.row, found.file, found.verdict) == (3, "1.csv", "PROVED")
    assert ask(database, f"select id::text from batch where sha256 = '{found.sha256}'") == [(found.batch,)]


def test_a_row_read_otherwise_is_neither_proved_nor_called_altered(database: Database, store: Store) -> None:
    """After a change in how the source is read, hashes of before cannot be compared."""
    with database.connect("owner") as connection:
        connection.execute("update delivery set mapping = 'another'")
        connection.execute("update listing set content_hash = content_hash + 1 where row_no = 1")
    (proof,) = proofs(database, store)

    assert (proof.altered, proof.outdated) == (0, 1)


def test_stored_files_are_sealed_and_held_against_their_digest(database: Database, store: Store) -> None:
    """No number lies readable in the store; one altered byte, a lost key, another vault: the file counts as gone."""
    sha256 = ask(database, "select sha256 from batch where source_name = 'sx_warehouse'")[0][0]
    path = store.path(sha256)
    sealed = path.read_bytes()
    with database.connect("loader") as connection, connection.cursor() as cursor:
        assert ID_NUMBER in b"".join(store.blocks(cursor, sha256)).decode()
        with pytest.raises(StoredFileMissing):
            list(Store(store.folder, Vault.from_key_file(new_key_file())).blocks(cursor, sha256))
        path.write_bytes(sealed[:-3] + b"xxx")
        with pytest.raises(StoredFileMissing):
            list(store.blocks(cursor, sha256))
    with database.connect("owner") as connection:
        connection.execute("delete from stored_file")

    assert ID_NUMBER[:14].encode() not in sealed
    assert path.stat().st_mode & 0o077 == 0
    assert [proof.missing for proof in proofs(database, store)] == [True]


def test_readable_copies_end_with_whoever_reads_them(database: Database, store: Store) -> None:
    """A copy is there while it is read; what a killed process left goes with the next one that uses the store."""
    sha256 = ask(database, "select sha256 from batch where source_name = 'sx_warehouse'")[0][0]
    left = store.folder / ".open-killed"
    left.mkdir()
    (left / "1.csv").write_text(ID_NUMBER)
    with database.connect("loader") as connection, connection.cursor() as cursor:
        with store.opened(cursor, sha256, "1.csv") as path:
            assert not left.exists()
            store.sweep()
            assert ID_NUMBER in path.read_text(encoding="utf-8")
            assert path.parent.stat().st_mode & 0o077 == 0
        assert not path.parent.exists()


def test_whatever_decides_what_a_row_becomes_counts_as_its_mapping() -> None:
    """A module that cleaning imports and the digest forgot would have changed rows taken for unchanged ones."""
    known = {"loaders/cleaners", "loaders/sources", *(os.path.normpath(f"loaders/{part}") for part in _CLEANING)}
    found, waiting = set[str](), ["loaders/clean.py", *(f"loaders/sources/{name}/source.py" for name in sources())]
    while waiting:
        fresh = imported(waiting.pop()) - found
        found |= fresh
        waiting += fresh
    forgotten = {path for path in found if known.isdisjoint((path, str(Path(path).parent)))}

    assert forgotten == PLUMBING


def imported(path: str) -> set[str]:
    """Files of the packages `loaders` and `schema`, readers left out, that a file imports."""
    names = set[str]()
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    ours = {name.replace(".", "/") for name in names if name.split(".")[0] in ("loaders", "schema")}
    files = {f"{name}{end}" for name in ours for end in (".py", "/__init__.py")}
    return {name for name in files if (ROOT / name).exists() and not name.startswith("loaders/read")}


def test_keys_of_stored_files_are_sealed_anew_with_the_rest() -> None:
    """Rotating the vault's key reaches them, so that a retired key leaves no file that cannot be opened."""
    assert ("stored_file", "key_sealed", "stored_file") in {(one.table, one.column, one.kind) for one in places()}
