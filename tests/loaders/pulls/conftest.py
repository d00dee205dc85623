"""A hub's database, and an exchange database of each kind, on real servers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import sqlalchemy as sa
from sqlalchemy.pool import NullPool

from hub.database import Database
from loaders.load import Desk, Receipt
from loaders.pulls.book import Leader
from loaders.pulls.office import Office
from loaders.pulls.plan import read
from loaders.pulls.run import run
from loaders.store import Store
from tests.find_mariadb import find
from tests.loaders.fixtures import VAULT, load_reference

BEGUN = datetime.fromisoformat("2024-06-01 08:00:00")
#: columns of the exchange table besides its key
COLUMNS = ("iname", "cardNum", "partyTypeName", "caseCode", "courtName", "publishDate", "duty", "performance",
           "disruptTypeName", "data_state", "xyptbatchno", "xyptmodify_date")  # fmt: skip


def debtor(number: int, changed: datetime | None = BEGUN, batch: int = 1, **changes: Any) -> dict[str, Any]:
    """A row of the exchange table."""
    base: dict[str, Any] = {
        "id": number, "iname": f"宁波市示例第{number}有限公司", "cardNum": None, "partyTypeName": "1",
        "caseCode": f"（2023）浙0211执{number}号", "courtName": "宁波市镇海区人民法院", "publishDate": "20230801",
        "duty": "支付示例债权1号货款12万元", "performance": "全部未履行", "disruptTypeName": "违反财产报告制度",
        "data_state": "I", "xyptbatchno": batch, "xyptmodify_date": changed,
    }  # fmt: skip
    return base | changes


@dataclass
class Provider:
    """An exchange database with one table of debtors and one for feedback."""

    url: str
    engine: sa.Engine
    table: sa.Table
    answers: sa.Table

    def add(self, *rows: dict[str, Any]) -> None:
        with self.engine.begin() as connection:
            for start in range(0, len(rows), 500):
                connection.execute(self.table.insert(), list(rows[start : start + 500]))

    def change(self, number: int, **changes: Any) -> None:
        with self.engine.begin() as connection:
            connection.execute(self.table.update().where(self.table.c.id == number).values(**changes))

    def answered(self) -> dict[int, tuple[str, str | None]]:
        """Feedback: key → code and reason."""
        with self.engine.connect() as connection:
            rows = connection.execute(sa.select(self.answers.c.row_id, self.answers.c.code, self.answers.c.reason))
            found = [tuple(row) for row in rows]
        assert len({key for key, *_ in found}) == len(found)
        return {key: (code, reason) for key, code, reason in found}

    def plan(self, changed: str | None = "xyptmodify_date", overlap: str = '"10m"', rows: int = 50_000) -> str:
        """A pull of the table as the operator writes it."""
        lines = [
            'source = "sx_exchange"', 'every = "15m"', "[database]", f'url = "{self.url}"', 'table = "ex_sx"',
            'key = ["id"]', f"rows = {rows}",
        ]  # fmt: skip
        if changed is not None:
            lines += [f'changed = "{changed}"', f"overlap = {overlap}", "[feedback]", 'table = "ex_sx_feedback"',
                      "[feedback.columns]", 'key = ["row_id"]', 'code = "code"', 'reason = "reason"',
                      'batch = "batch"', 'time = "handled_at"']  # fmt: skip
        return "\n".join(lines)


@pytest.fixture(params=["mariadb", "postgresql"])
def provider(request: pytest.FixtureRequest, server: str) -> Iterator[Provider]:
    """An exchange database on a server of its kind; dropped afterwards."""
    name = f"hub_exchange_{uuid4().hex[:12]}"
    if request.param == "mariadb":
        address = find()
        if address is None:
            pytest.skip("no MariaDB or MySQL answers; set HUB_TEST_MARIADB_URL=mysql+pymysql://user:password@host:port")
        base = sa.make_url(address)
    else:
        given = sa.engine.URL.create("postgresql+psycopg", **located(server))
        base = given
    admin = sa.create_engine(base, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        charset = " character set utf8mb4" if request.param == "mariadb" else ""
        connection.execute(sa.text(f"create database {name}{charset}"))
    url = base.set(database=name)
    engine = sa.create_engine(url, poolclass=NullPool)
    metadata = sa.MetaData()
    kinds: dict[str, Any] = {"xyptbatchno": sa.Integer, "xyptmodify_date": sa.DateTime, "duty": sa.Text}
    table = sa.Table("ex_sx", metadata, sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
                     *(sa.Column(one, kinds.get(one, sa.String(200))) for one in COLUMNS))  # fmt: skip
    answers = sa.Table(
        "ex_sx_feedback", metadata, sa.Column("row_id", sa.Integer), sa.Column("code", sa.String(2)),
        sa.Column("reason", sa.String(60)), sa.Column("batch", sa.String(36)), sa.Column("handled_at", sa.DateTime),
    )  # fmt: skip
    metadata.create_all(engine)
    yield Provider(url.render_as_string(hide_password=False), engine, table, answers)
    with admin.connect() as connection:
        connection.execute(sa.text(f"drop database {name}" + ("" if charset else " with (force)")))


def located(server: str) -> dict[str, Any]:
    """A libpq address as SQLAlchemy wants it."""
    from psycopg import conninfo

    given = conninfo.conninfo_to_dict(server)
    host = str(given.get("host") or "")
    query = {"host": host} if host.startswith("/") else {}
    return {
        "username": given.get("user"), "password": given.get("password"), "database": given.get("dbname"),
        "host": None if query else host, "port": int(str(given["port"])) if given.get("port") else None, "query": query,
    }  # fmt: skip


@dataclass
class Hub:
    """A hub that pulls."""

    database: Database
    folder: Path
    receipts: list[Receipt] = field(default_factory=list)

    @property
    def store(self) -> Store:
        return Store(self.folder / "sources", VAULT)

    def pull(self, plan: str, name: str = "court") -> list[Receipt]:
        """Run the pull once, as the leader."""
        path = self.folder / f"{name}.toml"
        path.write_text(plan, "utf-8")
        with Leader.of(self.database) as leader:
            return list(run(Office(Desk(self.database, VAULT), self.store, leader), read(path)))

    def cases(self) -> set[int]:
        """Numbers of the cases that are listed."""
        with self.database.connect("owner") as connection:
            rows = connection.execute("select case_number from listing").fetchall()
        return {int(text.rpartition("执")[2].rstrip("号")) for (text,) in rows}


@pytest.fixture
def hub(database: Database, tmp_path: Path) -> Hub:
    """A hub with reference data."""
    load_reference(database)
    return Hub(database, tmp_path)


def later(minutes: float) -> datetime:
    """A time so long after the first."""
    return BEGUN + timedelta(minutes=minutes)
