"""The hub put right by what a source answered: rows are cleaned and merged as the source's own, in a provable batch.

A row that cannot be read, that is about somebody else, or two rows that contradict each other spoil the answer about
their subject, which is then no answer. An entry that the source does not name any more is suspected, as when a whole
list lacks it (`loaders.roll_call`): a removal has a ground and a date, which silence about an entry does not give.
"""

from __future__ import annotations

import datetime
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple
from uuid import uuid4

import polars as pl

from hub.vault import Vault
from loaders.batch import lock_merge
from loaders.clean import Cleaning
from loaders.live.asking import Asked
from loaders.live.client import Answers, Row
from loaders.load import Desk, take_in
from loaders.party import ID_BLIND
from loaders.prepare import Delivery
from loaders.read import read_file
from loaders.read_record import ROW
from loaders.reconcile.sender import blank_of_its_own
from loaders.reference import context_of
from loaders.row_hash import RowHasher
from loaders.source import RESENT, Expect, Source, source_of

#: deliveries of the source itself; rows that were asked for, one by one, make no whole
_DELIVERED = f"""
select max(received_at) from batch where source_name = %s and status = 'MERGED' and file_name not like '%%{RESENT}'
"""  # noqa: S608  a suffix of our own
_STANDING = """
select a.place, t.id::text, t.kind, t.case_number, t.content_hash, coalesce(t.source_time > %(as_of)s, false),
       t.absent_since is not null
from unnest(%(kinds)s::text[], %(values)s::text[]) with ordinality as a(kind, value, place)
    join subject_identifier i on i.kind = a.kind and i.value = a.value
    -- of subjects that were joined each is asked about by its own identifiers, and has its own facts
    left join subject_alias joined on joined.old_id = i.subject_id
    join listing t on t.subject_id = coalesce(joined.current_id, i.subject_id)
        and coalesce(t.origin_id, t.subject_id) = i.subject_id
    join batch b on b.id = t.batch_id
where b.source_name = %(source)s and t.state not in ('REMOVED', 'REVOKED')
"""
_SUSPECT = """
update listing set absent_since = now(), recorded_at = now() where id = any(%s::uuid[]) and absent_since is null
"""
_CLEAR = """
update listing set absent_since = null, recorded_at = now() where id = any(%s::uuid[]) and absent_since is not null
"""


class _Standing(NamedTuple):
    """A listing in force that the hub holds of the source."""

    id: str
    kind: str
    case_number: str
    row_hash: int
    #: by the source's own time later than the answer
    newer: bool
    suspected: bool


@dataclass
class _Said:
    """What the source says of one subject."""

    hashes: set[int]
    #: (kind, case number) of its listings
    named: set[tuple[str, str]]
    usable: bool = True


@dataclass(frozen=True)
class Correction:
    """What became of the answer about one subject."""

    #: the hub agrees with the source now; False where the answer was none
    agrees: bool
    #: ids of listings that the source does not name any more, suspected now or before
    gone: frozenset[str] = frozenset()


def delivered_at(desk: Desk, source: str) -> datetime.datetime | None:
    """When the source last delivered; None where it never did."""
    with desk.database.connect("loader") as connection:
        row = connection.execute(_DELIVERED, (source,)).fetchone()
    return row[0] if row else None


def put_right(desk: Desk, name: str, subjects: Sequence[Asked], answers: Answers, folder: Path) -> list[Correction]:
    """Merge what differs. Raises HubError where rows are not those of the source; `folder` takes them meanwhile.

    Blocks for as long as a load of the source lasts.
    """
    source = source_of(name)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".asked-", dir=folder) as inside:
        path = Path(inside) / f"{uuid4().hex}{RESENT}"
        places = _written(path, answers.rows)
        said = _judged(desk, source, path, places, subjects) if places else {}
        for place in range(len(subjects)):
            said.setdefault(place, _Said(set(), set()))
        stands = _standing(desk, source, subjects, answers.as_of)
        differs = {place for place, one in said.items() if one.usable and one.hashes != _hashes(stands[place])}
        _merge(desk, source, Path(inside), [row for place in sorted(differs) for row in answers.rows[place]])
    gone = {place: _unnamed(stands[place], one) for place, one in said.items() if one.usable}
    back = {
        fact.id
        for place, one in said.items()
        if one.usable
        for fact in stands[place]
        if fact.suspected and _key(fact) in one.named
    }
    _mark(desk, source, set().union(*gone.values()), back)
    return [Correction(said[place].usable, frozenset(gone.get(place, ()))) for place in range(len(subjects))]


def _hashes(facts: Sequence[_Standing]) -> set[int]:
    return {fact.row_hash for fact in facts if not fact.suspected}


def _key(fact: _Standing) -> tuple[str, str]:
    return fact.kind, fact.case_number


def _unnamed(facts: Sequence[_Standing], said: _Said) -> set[str]:
    return {fact.id for fact in facts if not fact.newer and _key(fact) not in said.named}


def _written(path: Path, rows: Sequence[Sequence[Row]]) -> list[int]:
    """Write all rows, one a line; for each line the place of the subject that it was said of."""
    places = []
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.write(blank_of_its_own())
        for place, said in enumerate(rows):
            for row in said:
                stream.write(json.dumps(row, ensure_ascii=False) + "\n")
                places.append(place)
    return places


def _judged(desk: Desk, source: Source, path: Path, places: list[int], subjects: Sequence[Asked]) -> dict[int, _Said]:
    """Read and clean the rows as a delivery's; what they say by place of the subject."""
    delivery = Delivery.of(source.name, path, "DELTA")
    with desk.database.connect("loader") as connection, connection.cursor() as cursor:
        context = context_of(cursor, source)
    cleaning, hasher = Cleaning(path, source, context, desk.vault), RowHasher(source, desk.vault)
    said: dict[int, _Said] = defaultdict(lambda: _Said(set(), set()))
    clean_rows: set[int] = set()
    for chunk in read_file(path, source.layout_of(path), delivery.facts, source.known_keys()):
        for row, row_hash in zip(chunk.frame[ROW], hasher.hashes(chunk.frame), strict=True):
            one = said[places[row - 1]]
            one.usable &= row_hash is not None and row_hash not in one.hashes
            one.hashes |= {row_hash} if row_hash is not None else set()
        for staged in _staged(cleaning.clean(chunk).rows, desk.vault, subjects, places):
            one = said[places[staged.row - 1]]
            # its own entry, named once
            one.usable &= staged.key not in one.named if staged.is_own else True
            if staged.is_own:
                one.named.add(staged.key)
                clean_rows.add(staged.row)
    for row, place in enumerate(places, 1):
        said[place].usable &= row in clean_rows  # set aside, or about somebody else
    return said


class _Staged(NamedTuple):
    row: int
    key: tuple[str, str]
    is_own: bool


def _staged(rows: pl.DataFrame, vault: Vault, subjects: Sequence[Asked], places: list[int]) -> list[_Staged]:
    """(row, key, whether it is about the subject that was asked about) of each staging row that is a listing."""
    wanted = ("row_no", "listing.kind", "listing.case_number", ID_BLIND, "subject.credit_code")
    if any(name not in rows.columns for name in wanted):
        return []
    found = []
    for number, kind, case_number, blind, code in rows.select(wanted).iter_rows():
        asked = subjects[places[number - 1]]
        own = code == asked.credit_code if asked.credit_code else blind == _blind(vault, asked)
        if kind is not None and case_number is not None:
            found.append(_Staged(number, (kind, case_number), own))
    return found


def _blind(vault: Vault, asked: Asked) -> str:
    assert asked.id_number
    return vault.blind("id_number", asked.id_number).hex()


def _standing(
    desk: Desk, source: Source, subjects: Sequence[Asked], as_of: datetime.datetime
) -> dict[int, list[_Standing]]:
    found: dict[int, list[_Standing]] = {place: [] for place in range(len(subjects))}
    given: dict[str, Any] = {
        "kinds": ["CREDIT_CODE" if one.credit_code else "ID_NUMBER" for one in subjects],
        "values": [one.credit_code or _blind(desk.vault, one) for one in subjects],
        "source": source.name, "as_of": as_of,
    }  # fmt: skip
    with desk.database.connect("loader") as connection:
        for place, *rest in connection.execute(_STANDING, given).fetchall():
            found[place - 1].append(_Standing(*rest))
    return found


def _merge(desk: Desk, source: Source, folder: Path, rows: list[Row]) -> None:
    if not rows:
        return
    path = folder / f"{uuid4().hex}{RESENT}"
    _written(path, [rows])
    delivery = Delivery.of(source.name, path, "DELTA")
    whole = replace(delivery, source=replace(delivery.source, expect=Expect()))
    for _ in take_in(desk, [whole]):
        pass


def _mark(desk: Desk, source: Source, gone: set[str], back: set[str]) -> None:
    """Suspect what is not named any more, and clear what is named again."""
    if not gone and not back:
        return
    with desk.database.connect("loader") as connection, connection.cursor() as cursor:
        lock_merge(cursor, source)
        cursor.execute(_SUSPECT, (sorted(gone),))
        cursor.execute(_CLEAR, (sorted(back),))
        connection.commit()
