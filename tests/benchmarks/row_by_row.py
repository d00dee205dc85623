"""The loader that most platforms have: each row checked by python-stdnum and upserted, a thousand to a commit."""

from __future__ import annotations

import csv
import itertools
import time
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
from stdnum.cn import ric, uscc

from hub.vault import Vault

_BATCH = """
insert into batch (id, source_name, file_name, sha256, encoding, mode, status, rows_read, rows_accepted,
                   rows_quarantined, rows_ignored, rows_unchanged, facts_inserted, facts_updated, facts_unchanged)
values (%s, 'row_by_row', 'rows', %s, 'utf-8', 'DELTA', 'MERGED', 0, 0, 0, 0, 0, 0, 0, 0)
"""
_IDENTIFIER = """
insert into subject_identifier (kind, value, subject_id, batch_id) values (%s, %s, gen_random_uuid(), %s)
on conflict (kind, value) do update set recorded_at = now() returning subject_id
"""
_SUBJECT = """
insert into subject (id, kind, name, credit_code, id_number_sealed, id_number_masked, is_provisional, batch_id, row_no,
                     content_hash)
values (%s, %s, %s, %s, %s, %s, false, %s, %s, 0) on conflict (id) do update set name = excluded.name
"""
_CASE = """
insert into enforcement_case (subject_id, case_number, court_code, basis_number, batch_id, row_no, content_hash)
values (%s, %s, %s, %s, %s, %s, 0)
on conflict (subject_id, case_number) do update set basis_number = excluded.basis_number
"""
_LISTING = """
insert into listing (subject_id, kind, subject_kind, state, case_number, court_code, published_on, obligation, conduct,
                     basis_number, basis_issuer, batch_id, row_no, content_hash)
values (%s, 'SX', %s, 'PUBLISHED', %s, %s, %s, %s, %s, %s, %s, %s, %s, 0)
on conflict (subject_id, kind, case_number) do update set obligation = excluded.obligation
"""


def load(connection: psycopg.Connection[Any], vault: Vault, path: Path, courts: dict[str, str]) -> tuple[int, float]:
    """Upsert the rows of a file; their number and the seconds it took."""
    begun, count, batch = time.perf_counter(), 0, str(uuid4())
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        connection.execute(_BATCH, (batch, batch))
        while rows := list(itertools.islice(reader, 1000)):
            for row in rows:
                count += 1
                _row(connection, vault, row, (batch, count), courts)
            connection.commit()
    return count, time.perf_counter() - begun


def _row(
    connection: psycopg.Connection[Any],
    vault: Vault,
    row: dict[str, str],
    place: tuple[str, int],
    courts: dict[str, str],
) -> None:
    number, code, court = row["identi_id"], row["uni_social_crd_cd"], courts.get(row["executed_court"])
    if court is None or "执" not in row["case_no"] or not (ric.is_valid(number) or uscc.is_valid(code)):
        return
    kind = "NATURAL_PERSON" if number else "ENTERPRISE"
    identifier = ("ID_NUMBER", vault.blind("id_number", number).hex()) if number else ("CREDIT_CODE", code)
    found = connection.execute(_IDENTIFIER, (*identifier, place[0])).fetchone()
    assert found
    (subject,) = found
    sealed = vault.seal("id_number", number) if number else None
    masked = number[-4:] if number else None
    connection.execute(_SUBJECT, (subject, kind, row["executed_nm"], code or None, sealed, masked, *place))
    connection.execute(_CASE, (subject, row["case_no"], court, row["enforce_basis"], *place))
    published = row["publish_dt"].split(" ")[0]
    basis = (row["enforce_basis"], row["deci_executed_unit"])
    said = (row["effect_doc_obli"], row["dishonest_behav"])
    connection.execute(_LISTING, (subject, kind, row["case_no"], court, published, *said, *basis, *place))
