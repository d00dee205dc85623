"""What every kind of pull needs: a desk that takes its deliveries in, and files to make deliveries of."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from loaders.load import Desk, Receipt, take_in
from loaders.prepare import Delivery
from loaders.pulls.book import Leader
from loaders.pulls.plan import Pull, invalid
from loaders.read import Format
from loaders.store import Store


@dataclass(frozen=True)
class Office:
    """Where pulls are run: the desk that takes deliveries in, and the leader in whose name it does."""

    desk: Desk
    store: Store
    leader: Leader

    def deliver(self, pull: Pull, path: Path) -> Receipt:
        """Load a file under the leader's token. Raises what `take_in` raises, and NotLeading."""
        desk = replace(self.desk, by=f"pull {pull.name}", store=self.store, fence=self.leader.fence)
        return next(take_in(desk, [Delivery.of(pull.source.name, path, pull.mode)]))


def write_rows(path: Path, layout: Format, columns: Sequence[str], rows: Iterable[Sequence[str | None]]) -> None:
    """A file of these rows in one of the two layouts that `suffix_of` chooses between."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        if layout is Format.CSV:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows(["" if cell is None else cell for cell in row] for row in rows)
            return
        for row in rows:
            stream.write(json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False) + "\n")


def suffix_of(pull: Pull) -> str:
    """The kind of file that pulled rows are written to, of those that the source takes. Raises PullInvalid."""
    for suffix, layout in ((".ndjson", Format.NDJSON), (".csv", Format.CSV)):
        if pull.source.layouts.get(suffix) is layout:
            return suffix
    raise invalid(pull.name, "its source takes neither NDJSON nor CSV", "数据源不接收 NDJSON 或 CSV")
