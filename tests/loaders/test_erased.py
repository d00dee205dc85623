"""People who were erased stay so while loads are staged, resumed, recognised, replayed and proved."""

from __future__ import annotations

from pathlib import Path

import pytest

from hub.database import Database
from hub.resealing import Form, Place, places
from loaders.load import Desk, load_file, take_in
from loaders.prepare import Delivery
from loaders.provenance import verify
from loaders.replay import replay
from loaders.store import Store
from tests.hub.erasure.test_wiping import ASIDE, NAME, OTHER, REMOVED, approved, dump, opened, person
from tests.loaders.fixtures import VAULT
from tests.loaders.test_load import ID_NUMBER, ask, load, ready, row, written
from tests.loaders.test_resume import Death, dying, short_chunks, staged

__all__ = ["ready", "short_chunks"]

TOLD = (NAME, ID_NUMBER, "1990-03-07")
OTHERS = [row(**OTHER, case_no=f"(2024)浙0211执{number}号") for number in range(1, 121)]


def untold(database: Database) -> bool:
    """Whether nothing anywhere in the database tells of the person."""
    held = dump(database)
    return not any(told in held or told in opened(held) for told in TOLD)


def test_row_of_an_erased_person_is_sent_anew_and_the_others_are_recognised(ready: Database, tmp_path: Path) -> None:
    """The same list every night: the person's facts are neither missed nor revived nor written."""
    rows = [row(**REMOVED), *OTHERS]
    load(ready, tmp_path / "1.csv", *rows)
    approved(ready, person(ready))
    facts = "select (to_jsonb(l) - 'id')::text from listing l order by 1"
    before = ask(ready, facts)
    assert ask(ready, "select count(*) from enforcement_case where content_hash = 0") == [(1,)]
    for night in (1, 2):
        again = load_file(
            ready, VAULT, "sx_warehouse", written(tmp_path / f"{night}.csv", rows + OTHERS[:night]), "FULL"
        )

        assert (again.rows_unchanged, again.erased) == (120 + night, 1)
        assert (again.inserted, again.updated) == (0, 0)
        assert ask(ready, facts) == before
        assert ask(ready, "select count(*) from person_key") == [(1,)]
        assert untold(ready)


def test_what_changes_in_an_erased_persons_case_still_lands(ready: Database, tmp_path: Path) -> None:
    """Without the hash of a source row a change is noticed by value, also where the source tells no later time."""
    dated = {"更新时间": REMOVED["更新时间"]}
    load(ready, tmp_path / "1.csv", row(**REMOVED))
    approved(ready, person(ready))
    changed = load(ready, tmp_path / "2.csv", row(**REMOVED | dated, executed_perfor="全部已履行"))

    assert (changed.erased, changed.updated > 0) == (1, True)
    assert ask(ready, "select performance, content_hash from listing") == [("FULL", 0)]
    assert untold(ready)


@pytest.mark.usefixtures("short_chunks")
def test_erasure_forgets_what_a_load_that_died_left_in_staging(ready: Database, tmp_path: Path) -> None:
    """Rows, number and key lay in staging; afterwards they do not, and the load begins anew, without the person."""
    load(ready, tmp_path / "1.csv", row(**REMOVED))
    path = written(tmp_path / "2.csv", [row(case_no="(2025)浙0211执1号"), *OTHERS])
    with pytest.raises(Death):
        load_file(ready, VAULT, "sx_warehouse", path, progress=dying(100))
    assert staged(ready)[0][0] == 2
    approved(ready, person(ready))

    assert staged(ready) == [(0, 0)]
    assert untold(ready)
    receipt = load_file(ready, VAULT, "sx_warehouse", path)
    assert (receipt.read, receipt.erased) == (121, 1)
    assert untold(ready)
    assert staged(ready) == [(0, 0)]


@pytest.mark.usefixtures("short_chunks")
def test_erased_while_a_whole_list_is_staged_is_neither_missed_nor_revived(ready: Database, tmp_path: Path) -> None:
    """Recognised before the erasure, the row is dropped; that its hash is gone by the merge does not make it absent."""
    rows = [row(**REMOVED), row(case_no="(2025)浙0211执1号"), *OTHERS]
    load(ready, tmp_path / "1.csv", *rows)
    aside = row(**ASIDE)
    path = written(tmp_path / "2.csv", [*rows, aside])
    subject = person(ready)

    def erasing(read: int, _: int) -> None:
        if read == len(rows) + 1:
            approved(ready, subject, "(2026)浙0211执异1号")

    receipt = load_file(ready, VAULT, "sx_warehouse", path, "FULL", erasing)

    assert (receipt.rows_unchanged, receipt.quarantined) == (len(rows), 1)
    assert ask(ready, "select count(*) from listing where absent_since is not null") == [(0,)]
    assert untold(ready)
    gone = load_file(ready, VAULT, "sx_warehouse", written(tmp_path / "3.csv", [row(**REMOVED), *OTHERS]), "FULL")
    assert gone.erased == 1


def test_bad_row_of_an_erased_person_is_set_aside_once_and_never_tried(ready: Database, tmp_path: Path) -> None:
    """It comes every night: no second copy, nothing of it to be read, and a replay has nothing to open."""
    first = load(ready, tmp_path / "1.csv", row(**REMOVED), row(**ASIDE))
    approved(ready, person(ready))
    load(ready, tmp_path / "2.csv", row(**ASIDE), row(**OTHER))
    late = load(ready, tmp_path / "3.csv", row(**ASIDE, executed_perfor="全部已履行"), row(**OTHER))

    assert ask(ready, "select batch_id::text, raw_sealed from quarantine_row order by recorded_at") == [
        (first.batch_id, b""), (late.batch_id, b""),
    ]  # fmt: skip
    assert [replay(ready, VAULT, one).tried for one in (first.batch_id, late.batch_id)] == [0, 0]
    assert untold(ready)


def test_proof_tells_erased_facts_from_altered_ones(ready: Database, tmp_path: Path) -> None:
    """What nothing binds to a row any more is counted apart; the facts of others are proved."""
    store = Store(tmp_path / "sources", VAULT)
    delivery = Delivery.of("sx_warehouse", written(tmp_path / "1.csv", [row(**REMOVED), row(**OTHER)]))
    list(take_in(Desk(ready, VAULT, store=store), [delivery]))
    with ready.connect("loader") as connection, connection.cursor() as cursor:
        (before,) = (one for one in verify(cursor, store) if one.source == "sx_warehouse")
    approved(ready, person(ready))
    with ready.connect("loader") as connection, connection.cursor() as cursor:
        (after,) = (one for one in verify(cursor, store) if one.source == "sx_warehouse")

    assert (before.altered, before.erased, after.altered, after.outdated) == (0, 0, 0, 0)
    assert after.erased > 0
    assert after.proved > 0
    assert after.proved + after.erased == before.proved


def test_keys_of_persons_and_of_stored_files_are_both_sealed_anew() -> None:
    """A retired key may leave neither numbers nor files that nobody can open."""
    held = set(places())

    assert Place("person_key", "key_sealed", "id_number", Form.KEY) in held
    assert Place("stored_file", "key_sealed", "stored_file", Form.WHOLE) in held
