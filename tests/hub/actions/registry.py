"""Registers and lists written row by row, for tests that need one subject in one state, as no feed would deliver it."""

from __future__ import annotations

import datetime
from typing import Any

from hub.database import Database

#: ten days before the week in which the tests of snapshots begin
PUBLISHED = datetime.date(2026, 11, 6)
BATCH = "00000000-0000-4000-8000-00000000000b"


class Registry:
    """Subjects and their listings in an otherwise empty database, written as the loaders would."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.connection = database.connect("owner")
        self.connection.autocommit = True
        for code, level in (("330000", "PROVINCE"), ("330200", "CITY"), ("331000", "CITY"), ("331100", "CITY"),
                            ("330211", "COUNTY"), ("330212", "COUNTY"), ("331102", "COUNTY"), ("330211Z01", "ZONE"),
                            ("330110", "COUNTY"), ("330111", "COUNTY")):  # fmt: skip
            self.insert("area", code=code, name=f"示例{code}", level=level)

    def insert(self, table: str, **values: Any) -> str:
        """One row, with made-up provenance; returns its id."""
        values = {"batch_id": BATCH, "row_no": 1, "content_hash": 1, **values}
        names, holes = ", ".join(values), ", ".join(["%s"] * len(values))
        row = self.connection.execute(
            f"insert into {table} ({names}) values ({holes}) returning id::text".encode(), list(values.values())
        ).fetchone()
        assert row
        return str(row[0])

    def body(self, area: str | None, kind: str = "GOVERNMENT_BODY") -> str:
        """A subject seated in `area`."""
        return self.insert("subject", kind=kind, name=f"示例机构{area}", area_code=area)

    def listing(self, body: str, number: int, **values: Any) -> str:
        """A published listing of the body."""
        given = {"kind": "SX", "subject_kind": "GOVERNMENT_BODY", "state": "PUBLISHED",
                 "published_on": PUBLISHED}  # fmt: skip
        return self.insert("listing", subject_id=body, case_number=f"(2025)浙0211执{number}号", **{**given, **values})

    def remove(self, listing: str) -> None:
        """The court takes the entry off the list."""
        self.connection.execute(
            "update listing set state = 'REMOVED', removed_on = current_date where id = %s", (listing,)
        )
