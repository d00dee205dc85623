"""Source files on disk: rows are collected, and every so many rows become one file in one of three encodings.

Sixty of a hundred text files are UTF-8, fifteen UTF-8 with a byte order mark, twenty-five GB18030. A file is written in
GB18030 only if it holds a character that GBK lacks, so that a reader which takes the one for the other is found out.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from loaders.synthetic.people import RARE
from loaders.synthetic.truth import FileAccount
from loaders.synthetic.workbook import Cell, workbook
from loaders.synthetic.writing import json_line

#: twelve, three and five of twenty
_ENCODINGS = (
    "utf-8", "gb18030", "utf-8", "utf-8-sig", "utf-8", "utf-8", "gb18030", "utf-8", "utf-8", "gb18030",
    "utf-8", "utf-8", "utf-8-sig", "utf-8", "gb18030", "utf-8", "utf-8", "utf-8-sig", "gb18030", "utf-8",
)  # fmt: skip
Row = Mapping[str, str]


class Outbox:
    """The folder that is filled; knows every file written and its account."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        #: file name relative to the folder → its account, in the order of writing
        self.accounts: dict[str, FileAccount] = {}
        self.encodings: dict[str, str] = {}
        self._turn = 0
        self._owed = 0

    def write_text(self, name: str, text: str, account: FileAccount) -> None:
        """Write one text file in the encoding whose turn it is."""
        encoding = self._encoding_for(text)
        self.write_bytes(name, text.encode(encoding), account)
        self.encodings[name] = encoding

    def write_bytes(self, name: str, content: bytes, account: FileAccount) -> None:
        """Write one file as it is."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        self.accounts[name] = account

    def _encoding_for(self, text: str) -> str:
        """The next encoding; GB18030 waits for the next file that has a rare character."""
        encoding = _ENCODINGS[self._turn % len(_ENCODINGS)]
        self._turn += 1
        rare = any(character in text for character in RARE)
        if encoding == "gb18030" and not rare:
            self._owed += 1
            return "utf-8"
        if encoding == "utf-8" and rare and self._owed:
            self._owed -= 1
            return "gb18030"
        return encoding


class Feed:
    """The rows of one source on their way into files; subclasses say how a file looks."""

    suffix = ""

    def __init__(self, outbox: Outbox, stem: str, limit: int) -> None:
        self.outbox = outbox
        #: path without number and suffix, such as debtors/zxgk
        self.stem = stem
        self.limit = limit
        self.names: list[str] = []
        self.account = FileAccount()
        self._pending = 0
        self._again: list[Row] = []

    def add(self, row: Row, fate: str | None = None) -> None:
        """Append a row; fate names the reason it must be quarantined for, None for a good row."""
        self._append(row)
        if fate:
            self.account.quarantined[fate] += 1
        else:
            self.account.accepted += 1
        self._pending += 1
        if self._pending >= self.limit:
            self.flush()

    def add_again(self, row: Row) -> None:
        """Send a good row once more, in the next file."""
        self._again.append(row)

    def flush(self) -> None:
        """Write the collected rows as one file and begin the next with the rows to be sent again."""
        if not self._pending:
            return
        name = f"{self.stem}-{len(self.names) + 1:04}{self.suffix}"
        self._write(name)
        self.names.append(name)
        self.account, self._pending = FileAccount(), 0
        self._send_again()

    def close(self) -> None:
        """Write what is left, rows sent again included."""
        while self._pending or self._again:
            self._send_again()
            self.flush()

    def _send_again(self) -> None:
        again, self._again = self._again, []
        for row in again:
            self.add(row)

    def _append(self, row: Row) -> None:
        raise NotImplementedError

    def _write(self, name: str) -> None:
        raise NotImplementedError


class CsvFeed(Feed):
    """Comma-separated with a heading; `decoys` adds what people leave in exports."""

    suffix = ".csv"

    def __init__(self, outbox: Outbox, stem: str, limit: int, columns: Sequence[str], decoys: bool = False) -> None:
        super().__init__(outbox, stem, limit)
        self.columns = tuple(columns)
        self.decoys = decoys
        self._open()

    def _open(self) -> None:
        self._text = io.StringIO(newline="")
        self._writer = csv.writer(self._text)
        self._writer.writerow(self.columns)

    def _append(self, row: Row) -> None:
        """Cells that the row lacks are cut off with everything after them: a short line, as broken exports have."""
        self._writer.writerow([row[column] for column in self.columns if column in row])
        if self.decoys and self._pending == 7:
            self._decoy("repeated_header", self.columns)

    def _decoy(self, kind: str, cells: Sequence[str]) -> None:
        self._writer.writerow(cells)
        self.account.ignored[kind] += 1

    def _write(self, name: str) -> None:
        if self.decoys:
            empty = [""] * (len(self.columns) - 1)
            self._decoy("blank", ["", *empty])
            self._decoy("totals", ["合计", *empty[1:], str(self._pending)])
            self._decoy("notes", ["表格说明：本表由示例单位按月汇总报送", *empty])
            self._decoy("notes", ["表格说明：金额单位除注明外均为元", *empty])
        self.outbox.write_text(name, self._text.getvalue(), self.account)
        self._open()


class EnvelopeFeed(Feed):
    """The court site's answer: an array with one object that holds the totals and one page of rows."""

    suffix = ".json"
    _HEAD = '[{{"totalSize":{:>10},"totalPage":{:>6},"currentPage":{},"result":[\n'

    def __init__(self, outbox: Outbox, stem: str, limit: int) -> None:
        super().__init__(outbox, stem, limit)
        self._rows: list[str] = []
        self._total = 0

    def _append(self, row: Row) -> None:
        self._rows.append(json_line(row))

    def _write(self, name: str) -> None:
        self._total += len(self._rows)
        head = self._HEAD.format(0, 0, len(self.names) + 1)
        self.outbox.write_text(name, head + ",\n".join(self._rows) + "\n]}]\n", self.account)
        self._rows = []

    def close(self) -> None:
        """Finish, and write the totals, known only now, into the blanks left for them in every file."""
        super().close()
        for number, name in enumerate(self.names, 1):
            mark = 3 if self.outbox.encodings[name] == "utf-8-sig" else 0
            with (self.outbox.folder / name).open("r+b") as file:
                file.seek(mark)
                file.write(self._HEAD.format(self._total, len(self.names), number).encode("ascii"))


class WorkbookFeed(Feed):
    """XLSX with a heading, repeated half way down, a totals row and notes below the table."""

    suffix = ".xlsx"

    def __init__(self, outbox: Outbox, stem: str, limit: int, columns: Sequence[str], dates: str) -> None:
        super().__init__(outbox, stem, limit)
        self.columns = tuple(columns)
        #: column whose ISO dates become real date cells in every other file
        self.dates = dates
        self._rows: list[list[Cell]] = []

    def _append(self, row: Row) -> None:
        self._rows.append([self._cell(column, row.get(column, "")) for column in self.columns])

    def _cell(self, column: str, text: str) -> Cell:
        return Cell(text, is_date=column == self.dates and len(self.names) % 2 == 1, is_number=column.endswith("(元)"))

    def _write(self, name: str) -> None:
        heading = [Cell(column) for column in self.columns]
        half = len(self._rows) // 2
        rows = [heading, *self._rows[:half], heading, *self._rows[half:], [Cell("合计")], [], [Cell("表格说明：…")]]
        rows[-1] = [Cell("表格说明：名单按批次报送，移出的主体保留记录并注明移出原因")]
        rows[-3] += [Cell(str(len(self._rows)))]
        self.account.ignored.update(repeated_header=1, totals=1, blank=1, notes=1)
        self.outbox.write_bytes(name, workbook("诚信履行名单", rows), self.account)
        self._rows = []


def json_text(value: Any) -> str:
    """Readable JSON for the manifest and the truth."""
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=False) + "\n"
