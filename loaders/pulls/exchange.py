"""Reading an exchange database (前置库): a table of others, row by row in the order of its changes, and its feedback.

Rows come in slices. A slice is one query, ordered by the column of changes and the key, streamed by a cursor of the
server; the next slice begins behind its last row. The next *pull* begins an overlap before it, since what is committed
late carries an earlier time: rows that come twice are recognised by the load, and change nothing. Rows without a time
come each time, because nobody can say that they have not changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final, NamedTuple

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError, NoSuchTableError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from hub.errors import PullFailed
from loaders.pulls.plan import Exchange, Feedback, invalid

#: rows that a cursor of the server hands over at a time
_CHUNK: Final = 2_000
#: rows of feedback in one statement
_ANSWERED: Final = 500
#: seconds to wait for a connection
_PATIENCE: Final = 10

Mark = datetime | date | int | str


class Place(NamedTuple):
    """Where a slice ends: the mark of its last row (None: rows without one) and its key."""

    mark: Mark | None
    key: tuple[Any, ...]


class Table:
    """The table of a pull."""

    def __init__(self, pull: str, plan: Exchange) -> None:
        """Raises PullInvalid, PullFailed."""
        self._pull, self._plan = pull, plan
        self._engine = _engine(pull, plan)
        with self._reaching():
            schema, _, name = plan.table.rpartition(".")
            found = [str(one["name"]) for one in sa.inspect(self._engine).get_columns(name, schema=schema or None)]
        wanted = [*plan.key, *filter(None, [plan.changed])]
        if missing := [column for column in wanted if column not in found]:
            raise invalid(pull, f"{plan.table} has no column {missing[0]}", f"{plan.table} 没有列 {missing[0]}")
        #: as the provider calls them, in the order of the table
        self.columns = tuple(found)
        self._table = sa.table(name, *map(sa.column, found), schema=schema or None)
        self._key = [self._table.c[column] for column in plan.key]
        self._changed = self._table.c[plan.changed] if plan.changed else None
        self._at = [found.index(column) for column in plan.key]

    def slice(self, since: Mark | None, after: Place | None) -> Iterator[tuple[Any, ...]]:
        """The rows behind `after`, or, at the beginning of a pull, those that changed since. Raises PullFailed."""
        for query in self._queries(since, after):
            number = 0
            with self._reaching(), self._engine.connect() as connection:
                options = {"stream_results": True, "yield_per": _CHUNK}
                for row in connection.execute(query, execution_options=options):
                    number += 1
                    yield tuple(row)
            if number >= self._plan.rows:  # more of these come first
                return

    def place(self, row: Sequence[Any]) -> Place:
        """Where a slice that ends with this row ends."""
        mark = row[self.columns.index(self._plan.changed)] if self._plan.changed else None
        return Place(mark, tuple(row[at] for at in self._at))

    def keys(self, row: Sequence[Any]) -> tuple[Any, ...]:
        """The key of a row."""
        return tuple(row[at] for at in self._at)

    def answer(self, feedback: Feedback, rows: Sequence[dict[str, Any]]) -> None:
        """Write feedback, in place of what stood there for the same rows. Raises PullFailed."""
        schema, _, name = feedback.table.rpartition(".")
        columns = sorted({column for row in rows for column in row})
        table = sa.table(name, *map(sa.column, columns), schema=schema or None)
        identity = feedback.key or tuple(feedback.columns[word] for word in ("batch",) if word in feedback.columns)
        with self._reaching(), self._engine.begin() as connection:
            for start in range(0, len(rows), _ANSWERED):
                part = rows[start : start + _ANSWERED]
                if identity:
                    connection.execute(sa.delete(table).where(_any_of([table.c[one] for one in identity], part)))
                connection.execute(sa.insert(table), list(part))

    def _queries(self, since: Mark | None, after: Place | None) -> Iterator[sa.Select[Any]]:
        """Rows without a mark first, by key; then the others, by mark and key."""
        limit = self._plan.rows
        everything = sa.select(*self._table.c)
        if self._changed is None:
            yield everything.order_by(*self._key)
            return
        marked = everything.order_by(self._changed, *self._key).limit(limit)
        if after is None or after.mark is None:
            unmarked = everything.where(self._changed.is_(None)).order_by(*self._key).limit(limit)
            yield unmarked if after is None else unmarked.where(_behind(self._key, after.key))
            yield marked.where(self._changed.is_not(None) if since is None else self._changed >= since)
            return
        behind = _behind([self._changed, *self._key], (after.mark, *after.key))
        yield marked.where(self._changed >= after.mark, behind)

    @contextmanager
    def _reaching(self) -> Iterator[None]:
        """Turn what a driver raises into our own words: its messages hold addresses, statements and values."""
        try:
            yield
        except NoSuchTableError:
            raise invalid(self._pull, f"there is no table {self._plan.table}", f"没有表 {self._plan.table}") from None
        except (SQLAlchemyError, OSError) as error:
            raise PullFailed(
                pull=self._pull, reason=f"the exchange database refused or was lost ({type(error).__name__})",
                reason_zh=f"前置库拒绝或连接中断（{type(error).__name__}）",
            ) from None  # fmt: skip


def earlier(mark: Mark | None, overlap: timedelta | int) -> Mark | None:
    """The mark at which the next pull begins; a text can only be begun at again."""
    if isinstance(mark, datetime):
        return mark - (overlap if isinstance(overlap, timedelta) else timedelta())
    if isinstance(mark, date):
        return mark - timedelta(days=1)
    if isinstance(mark, int) and isinstance(overlap, int):
        return mark - overlap
    return mark


def written(mark: Mark | None) -> dict[str, str] | None:
    """A mark as JSON."""
    if mark is None:
        return None
    kind = next(name for name, of in _KINDS.items() if isinstance(mark, of))
    return {"kind": kind, "value": mark.isoformat() if isinstance(mark, date) else str(mark)}


def understood(said: dict[str, str] | None) -> Mark | None:
    """The mark that `written` wrote."""
    if said is None:
        return None
    readers: dict[str, Any] = {
        "time": datetime.fromisoformat, "date": date.fromisoformat, "number": int, "text": str,
    }  # fmt: skip
    mark: Mark = readers[said["kind"]](said["value"])
    return mark


#: in this order: a datetime is a date, too
_KINDS: Final[dict[str, type]] = {"time": datetime, "date": date, "number": int, "text": str}


def as_mark(value: Any) -> Mark | None:
    """A value of the column of changes as a mark."""
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    return value if isinstance(value, (datetime, date, int, str)) else None


def as_text(value: Any) -> str | None:
    """A value of any kind as the text that a file would have held."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(value).decode("utf-8", errors="replace")
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else str(value)


def _engine(pull: str, plan: Exchange) -> sa.Engine:
    password = plan.secret.read(pull)
    try:
        url = sa.make_url(plan.url)
        arguments = {} if url.drivername.startswith("oracle") else {"connect_timeout": _PATIENCE}
        # values of rows stay out of messages, and no connection outlives its query
        return sa.create_engine(
            url.set(password=password) if password else url, poolclass=NullPool, hide_parameters=True,
            connect_args=arguments,
        )  # fmt: skip
    except (ArgumentError, ModuleNotFoundError):
        raise invalid(pull, "its address or driver is unknown", "地址无效或缺少驱动") from None


def _behind(columns: Sequence[sa.ColumnElement[Any]], values: Sequence[Any]) -> sa.ColumnElement[bool]:
    """Whether a row comes behind these values, in the order of the columns; not every database compares rows."""
    steps = []
    for number, (column, value) in enumerate(zip(columns, values, strict=True)):
        same = [one == held for one, held in zip(columns[:number], values[:number], strict=True)]
        steps.append(sa.and_(*same, column > value))
    return sa.or_(*steps)


def _any_of(columns: Sequence[sa.ColumnElement[Any]], rows: Sequence[dict[str, Any]]) -> sa.ColumnElement[bool]:
    """Whether a row has the identity of one of these."""
    if len(columns) == 1:
        return columns[0].in_([row[str(columns[0].key)] for row in rows])
    return sa.or_(*(sa.and_(*(column == row[str(column.key)] for column in columns)) for row in rows))
