"""One run of one pull: what is fetched becomes a file, the file a delivery like any other, and then the book moves.

    fetch a slice → file → load (merged under the leader's token) → feedback → book

Killed anywhere, the next run begins where the book stands: what was merged already is recognised, feedback that was
written is written again. So nothing is lost and nothing counts twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg

from hub.errors import HubError
from loaders.load import Receipt
from loaders.pulls import exchange
from loaders.pulls.exchange import Table, as_mark, as_text, earlier, understood
from loaders.pulls.office import Office, suffix_of, write_rows
from loaders.pulls.pages import pull_pages
from loaders.pulls.plan import Exchange, Feedback, Pull

_REJECTED = """
select row_no, reason from quarantine_row where batch_id = %s and replayed_at is null
"""


def run(office: Office, pull: Pull) -> Iterator[Receipt]:
    """Pull what there is; a receipt for each delivery. The book tells how it ended. Raises what stopped it."""
    leader = office.leader
    leader.begin(pull.name)
    try:
        if pull.exchange is not None:
            yield from _exchange(office, pull, pull.exchange)
        else:
            yield from pull_pages(office, pull)
    except HubError as error:
        leader.end(pull.name, error.code)
        raise
    leader.end(pull.name, None)


def _exchange(office: Office, pull: Pull, plan: Exchange) -> Iterator[Receipt]:
    table = Table(pull.name, plan)
    position = office.leader.entry(pull.name).position
    mark = understood(position)
    since, after = earlier(mark, plan.overlap), None
    while True:
        with ExitStack() as stack:
            path = stack.enter_context(office.store.private()) / f"{pull.name}{suffix_of(pull)}"
            keys, last = _fetch(pull, table, path, table.slice(since, after))
            if last is None:
                return
            receipt = office.deliver(pull, path)
        after = table.place(last)
        mark = as_mark(after.mark) if after.mark is not None else mark
        if plan.feedback is not None:
            table.answer(plan.feedback, _feedback(office, plan.feedback, receipt, keys, mark))
        office.leader.move(pull.name, exchange.written(mark), receipt.read, receipt.batch_id)
        yield receipt
        if plan.changed is None or len(keys) < plan.rows:
            return


def _fetch(
    pull: Pull, table: Table, path: Path, rows: Iterable[tuple[Any, ...]]
) -> tuple[list[tuple[Any, ...]], tuple[Any, ...] | None]:
    """Write rows to a file; their keys, and the last of them (None: there was none)."""
    keys: list[tuple[Any, ...]] = []
    last = None
    answered = pull.exchange is not None and pull.exchange.changed is not None

    def passing() -> Iterator[list[str | None]]:
        nonlocal last
        for row in rows:
            last = row
            if answered:
                keys.append(table.keys(row))
            yield [as_text(value) for value in row]

    write_rows(path, pull.source.layouts[path.suffix], table.columns, passing())
    return keys, last


def _feedback(
    office: Office, feedback: Feedback, receipt: Receipt, keys: Sequence[tuple[Any, ...]], mark: exchange.Mark | None
) -> list[dict[str, Any]]:
    """Lines of the feedback table for one delivery."""
    now = datetime.now().astimezone().replace(microsecond=0, tzinfo=None)
    about: dict[str, Any] = {"batch": receipt.batch_id, "time": now}
    if feedback.each == "batch":
        about |= {"mark": as_text(mark), "read": receipt.read, "accepted": receipt.accepted,
                  "quarantined": receipt.quarantined, "ignored": receipt.ignored,
                  "code": feedback.bad if receipt.quarantined else feedback.good, "reason": None}  # fmt: skip
        return [{column: about[word] for word, column in feedback.columns.items()}]
    with office.desk.database.connect("loader") as connection:
        rejected = _rejected(connection, receipt.batch_id)
    lines = []
    for number, key in enumerate(keys, start=1):
        reason = rejected.get(number)
        said = about | {"code": feedback.good if reason is None else feedback.bad, "reason": reason}
        chosen = {column: said[word] for word, column in feedback.columns.items() if word in said}
        lines.append({**dict(zip(feedback.key, key, strict=True)), **chosen})
    return lines


def _rejected(connection: psycopg.Connection[Any], batch: str) -> dict[int, str]:
    """Row number → reason code, of the rows that were set aside."""
    return {int(row): str(reason) for row, reason in connection.execute(_REJECTED, (batch,)).fetchall()}
