"""The synthetic province to ask about: its files, its database, and what is worth asking."""

from __future__ import annotations

import csv
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from hub.database import Database
from hub.settings import Settings
from hub.tokens import TokenRequest, sign
from loaders.prepare import Delivery
from loaders.synthetic import Size
from schema.identifiers import is_id_number

#: subjects worth asking about: several listings, and none of the kind that policy keeps from a court
_CODES = """
    select s.credit_code from subject s
    where s.kind = 'ENTERPRISE' and s.credit_code_valid
      and (select count(*) filter (where l.kind <> 'SERIOUS_DISHONESTY') = count(*) and count(*) between 2 and 10
           from listing l where l.subject_id = s.id)
    order by s.id limit 5000"""
_PEOPLE = """
    select distinct subject_id::text from listing where subject_kind = 'NATURAL_PERSON' order by 1 limit 5000"""
_COURTS = "select court_code from listing where kind = 'SX' group by 1 having count(*) > 200 order by 1 limit 20"


#: as many as the most clients of one measurement
OFFICERS = 64


def size() -> Size:
    """BENCH_SIZE, by default medium."""
    return Size[os.environ.get("BENCH_SIZE", "medium")]


@dataclass(frozen=True)
class Files:
    """The province as its senders wrote it, and settings with keys of its own."""

    files: Path
    settings: Settings

    def token(self, role: str, officer: str = "hub-token") -> str:
        """A real development token of an officer of Zhenhai."""
        return sign(self.settings, TokenRequest((role,), areas=("330211",), courts=("浙0211",), agency="AG330211-B01",
                                                officer=officer))  # fmt: skip

    def tokens(self, role: str) -> list[str]:
        """Tokens of as many officers as ask at once: one alone may not have so many requests in flight."""
        return [self.token(role, f"officer {number}") for number in range(OFFICERS)]

    def deliveries(self, source: str | None = None) -> list[Delivery]:
        """The generated files in loading order, or those of one source."""
        manifest = json.loads((self.files / "manifest.json").read_text("utf-8"))
        return [
            Delivery.of(entry["source"], self.files / entry["file"], entry["mode"].upper())
            for entry in manifest if source in (None, entry["source"])
        ]  # fmt: skip

    def persons(self) -> list[dict[str, Any]]:
        """ID numbers and names as the warehouse delivers them."""
        delivery = self.deliveries("sx_warehouse")[0]
        with delivery.path.open(encoding=delivery.facts.encoding, newline="") as file:
            found = [
                {"id": row["identi_id"], "name": row["executed_nm"]}
                for row in csv.DictReader(file) if is_id_number(row["identi_id"] or "")
            ]  # fmt: skip
        return found[:2000]


@dataclass(frozen=True)
class Province(Files):
    """The same, loaded."""

    database: Database
    postmaster: int

    def rows(self, query: str) -> list[Any]:
        """Rows of a query."""
        with psycopg.connect(self.database.owner_connection) as connection:
            return connection.execute(query.encode()).fetchall()

    def codes(self) -> list[str]:
        """Credit codes of enterprises with two to ten listings."""
        found = [code for (code,) in self.rows(_CODES)]
        assert found
        return found

    def people(self) -> list[str]:
        """Natural persons with listings."""
        found = [person for (person,) in self.rows(_PEOPLE)]
        assert found
        return found

    def courts(self) -> list[str]:
        """Courts with more than two hundred listings of dishonest debtors."""
        found = [court for (court,) in self.rows(_COURTS)]
        assert found
        return found
