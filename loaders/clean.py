"""Chunks of text → rows that PostgreSQL accepts, and the rows that it must not see.

Order of one chunk: columns are recognised (an unknown one stops the run) → decoys are set aside as ignored → every
column is cleaned by its kind → parties are identified → derived values and checks of the source → a row with any
fault goes to quarantine, all its faults named → the others become one staging row for each party.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import polars as pl

from hub.errors import ColumnMissing, ColumnUnknown
from hub.vault import Vault
from loaders.cleaners import Context
from loaders.cleaners.base import EDGES, Fault, key_expression, tidy_expression
from loaders.cleaners.digits import proven
from loaders.party import ID_BLIND, ID_KEY, MASKED_BLIND, Claims, Identifier
from loaders.people import PEOPLE, PERSON_KEY, WORDS, Person, people_of, people_rows
from loaders.quarantine import Reject, reject
from loaders.read import Chunk, Format
from loaders.read_record import EMPTY, FAULT, OFFSET, POINTER, RAW, RESERVED, ROW
from loaders.source import Party, Source

#: columns of a staging row that are no facts
OPERATION, TIME, PARTY = "@operation", "@time", "@party"
CONTROL = (OPERATION, TIME, PARTY, ID_BLIND, MASKED_BLIND, ID_KEY, PERSON_KEY)
_SHEETS = (Format.CSV, Format.XLSX)

#: row index within the chunk → [(column label, reason code)]
Faults = dict[int, list[tuple[str | None, str]]]


class CleanChunk(NamedTuple):
    """One chunk after cleaning; `accepted + len(rejects) + ignored == read`."""

    read: int
    accepted: int
    ignored: int
    rejects: list[Reject]
    #: staging rows, one for each party of an accepted row; all text
    rows: pl.DataFrame
    #: filled cells by column label among the rows that are no decoys
    filled: Mapping[str, int]


class Cleaning:
    """Cleans the chunks of one file."""

    def __init__(self, path: Path, source: Source, context: Context, vault: Vault, *, set_aside: bool = False) -> None:
        """`set_aside`: rows that were cleaned before and are known to be rows; the file may be gone."""
        self._file, self._source, self._vault, self._set_aside = path.name, source, vault, set_aside
        self._is_sheet = not set_aside and source.layout_of(path) in _SHEETS
        self._context = context
        #: notes below the table have begun
        self._noted = False
        self._identifier = Identifier(vault)

    def clean(self, chunk: Chunk) -> CleanChunk:
        """Clean one chunk. Raises ColumnUnknown or ColumnMissing when the file is not of this source."""
        self._check_columns(chunk.frame)
        decoys = self._decoys(chunk.frame)
        frame = chunk.frame.filter(~decoys)
        faults = _read_faults(frame)
        columns = self._raw(frame)
        values = self._values(columns, faults)
        rows = self._rows(pl.DataFrame({"row_no": frame[ROW], **values}), faults)
        rejects = [self._reject(frame, index, faults[index]) for index in sorted(faults)]
        return CleanChunk(
            read=len(chunk.frame), accepted=len(frame) - len(rejects), ignored=int(decoys.sum()), rejects=rejects,
            rows=rows, filled={label: len(raw) - raw.null_count() for label, raw in columns.items()},
        )  # fmt: skip

    def pass_over(self, chunk: Chunk) -> None:
        """Note of rows that are staged already what decides about later ones: whether notes have begun."""
        self._decoys(chunk.frame)

    def _check_columns(self, frame: pl.DataFrame) -> None:
        present = {name for name in frame.columns if name not in RESERVED and name}
        unknown = sorted(present - self._source.known_keys())
        if unknown:
            raise ColumnUnknown(file=self._file, source=self._source.name, columns=", ".join(unknown))
        required = [column for column in self._source.columns if column.required]
        missing = [column.label for column in required if present.isdisjoint(column.keys)]
        # a JSON row may lack a key, which is a fault of that row; a sheet without the column is another sheet
        if missing and present and not self._set_aside and (self._is_sheet or len(missing) == len(required)):
            raise ColumnMissing(file=self._file, source=self._source.name, columns=", ".join(missing))

    def _decoys(self, frame: pl.DataFrame) -> pl.Series:
        """Blank rows, repeated headings, totals, and notes with the lines of one cell below them."""
        empty = (frame[FAULT] == EMPTY).fill_null(False)
        cells = [name for name in frame.columns if name not in RESERVED]
        if not self._is_sheet or not cells or not len(frame):
            return empty
        first = frame[cells[0]].fill_null("").str.strip_chars(EDGES)
        heading = (first != "") & (key_expression(first) == cells[0])
        noted = first.str.contains(self._source.decoys)
        if not self._noted and not noted.any():
            return empty | heading
        below = pl.select(pl.lit(self._noted) | noted.cum_max()).to_series()
        alone = frame.select(pl.sum_horizontal(pl.col(name).fill_null("") != "" for name in cells) == 1).to_series()
        self._noted = bool(below[-1])
        return empty | heading | noted | (below & alone & (first != ""))

    def _raw(self, frame: pl.DataFrame) -> dict[str, pl.Series]:
        """The tidy cells of every mapped column by label, from whichever of its keys a row has."""
        cells = [name for name in frame.columns if name not in RESERVED]
        tidied = frame.select(tidy_expression(name) for name in cells)
        raw: dict[str, pl.Expr] = {}
        for column in self._source.columns:
            keys = [key for key in column.keys if key in cells]
            if column.clean:
                raw[column.label] = pl.coalesce(keys) if keys else pl.lit(None, pl.String)
        found = tidied.with_columns(pl.lit(0).alias("#")).select(one.alias(label) for label, one in raw.items())
        return {label: found[label] for label in raw}

    def _values(self, columns: Mapping[str, pl.Series], faults: Faults) -> dict[str, pl.Series]:
        """Cleaned cells by coordinate; a second column for a coordinate fills the gaps of the first."""
        values: dict[str, pl.Series] = {}
        for column in self._source.columns:
            if column.clean is None:
                continue
            raw = columns[column.label]
            cleaned = column.clean(raw, self._context)
            _note(faults, column.label, cleaned.faults)
            if column.required:
                empty = cleaned.values.is_null() & cleaned.faults.is_null()
                _note(faults, column.label, pl.select(pl.when(empty).then(pl.lit("VALUE_MISSING"))).to_series())
            for coordinate in column.to:
                name = _document_slot(coordinate, values)
                found = cleaned.values.alias(name)
                values[name] = values[name].zip_with(values[name].is_not_null(), found) if name in values else found
        return values

    def _rows(self, frame: pl.DataFrame, faults: Faults) -> pl.DataFrame:
        """Staging rows of the chunk; identifies the parties, derives, checks, then drops what is faulty."""
        source = self._source
        frame = frame.with_columns(pl.lit(value).alias(name) for name, value in source.constants.items())
        for derive in source.derive:
            frame = derive(frame, self._context)
        for check in source.row_checks:
            _note(faults, None, check(frame))
        frame = _with_time_and_operation(frame, source)
        _note(faults, None, _lost_withdrawals(frame, source))
        staged = [self._party_rows(frame, party, faults) for party in source.parties]
        staged = staged or [frame]
        for party_frame in staged:
            for check in source.checks:
                _note(faults, None, check(party_frame))
        people = self._people(frame, faults)
        staged = [one.with_row_index("#index") for one in staged]
        if PEOPLE in frame.columns:
            staged.append(people_rows(staged[0], people, self._vault))
        rows = [one.filter(~pl.col("#index").is_in(list(faults))) for one in staged]
        kept = [one.filter(pl.col("subject.name").is_not_null()) if source.parties else one for one in rows]
        whole = pl.concat(kept, how="diagonal").drop("#index")
        return whole.select(name for name in whole.columns if not name.startswith("@") or name in CONTROL)

    def _people(self, frame: pl.DataFrame, faults: Faults) -> dict[int, list[Person]]:
        """The people listed in one cell, by row; one that cannot be understood sends its row to quarantine."""
        if PEOPLE not in frame.columns:
            return {}
        label = next(column.label for column in self._source.columns if PEOPLE in column.to)
        people: dict[int, list[Person]] = {}
        for index, text in enumerate(frame[PEOPLE]):
            try:
                people[index] = people_of(text, self._context.tables[WORDS])
            except Fault as fault:
                faults.setdefault(index, []).append((label, fault.code))
        return people

    def _party_rows(self, frame: pl.DataFrame, party: Party, faults: Faults) -> pl.DataFrame:
        """The frame with the party's parts as `subject.*` and its constants; rows without the party keep null names."""
        head = f"@{party.name}."
        own = {name.removeprefix(head): frame[name] for name in frame.columns if name.startswith(head)}
        size = len(frame)
        nothing: list[str | None] = [None] * size
        cases = frame[source_case].to_list() if (source_case := _case_column(frame)) else nothing
        documents = [column for part, column in own.items() if part.startswith("document")]
        claims = Claims(
            names=own["name"].to_list(),
            documents=[column.to_list() for column in documents],
            proven={text: one for column in documents for text, one in proven(column).items()},
            hints=own["kind"].to_list() if "kind" in own else [party.hint] * size,
            case_numbers=cases,
        )
        identities, found = self._identifier.identify(claims)
        _note(faults, None, pl.Series(found, dtype=pl.String))
        parts = self._identifier.columns(identities, cases)
        for part, column in own.items():
            if part.startswith("document") or part in ("name", "kind"):
                continue
            parts[part] = column.zip_with(column.is_not_null(), parts[part]) if part in parts else column
        shared = frame.select(name for name in frame.columns if not name.startswith("@") or name in (OPERATION, TIME))
        rows = shared.with_columns(
            *(column.alias(part if part.startswith("@") else f"subject.{part}") for part, column in parts.items()),
            *(pl.lit(value).alias(name) for name, value in party.constants.items()),
            pl.lit(party.name).alias(PARTY),
        )
        return party.adjust(rows) if party.adjust else rows

    def _reject(self, frame: pl.DataFrame, index: int, faults: list[tuple[str | None, str]]) -> Reject:
        row = frame.row(index, named=True)
        cells = {name: value for name, value in row.items() if name not in RESERVED}
        if row[RAW] is not None:
            cells["#raw"] = row[RAW]
        return reject((row[ROW], row[POINTER]), faults, cells, self._vault)


def _read_faults(frame: pl.DataFrame) -> Faults:
    """Faults of the reader, and cells with characters that no text may hold."""
    faults: Faults = {}
    _note(faults, None, frame[FAULT])
    texts = [name for name in frame.columns if name not in (ROW, POINTER, FAULT, OFFSET)]
    bad = frame.select(pl.col(name).str.contains("\x00", literal=True).fill_null(False) for name in texts)
    for name in texts:
        if bad[name].any():
            _note(faults, name, bad.select(pl.when(name).then(pl.lit("CONTROL_CHARACTER"))).to_series())
    return faults


def _note(faults: Faults, label: str | None, codes: pl.Series) -> None:
    """Add the faults of one column; a row that could not be read as a row gets no further faults."""
    if codes.null_count() == len(codes):
        return
    for index in codes.is_not_null().arg_true():
        known = faults.setdefault(index, [])
        if not known or known[0][0] is not None or (label is None and (None, codes[index]) not in known):
            known.append((label, codes[index]))


def _document_slot(coordinate: str, taken: Mapping[str, pl.Series]) -> str:
    """Several columns may each hold a number of one party: `@debtor.document`, `@debtor.document2`, …"""
    if not coordinate.endswith(".document"):
        return coordinate
    count = sum(name.startswith(coordinate) for name in taken)
    return coordinate if not count else f"{coordinate}{count + 1}"


def _case_column(frame: pl.DataFrame) -> str | None:
    """The coordinate that holds the row's case number, if it has one."""
    return next((name for name in frame.columns if name.endswith(".case_number")), None)


def _lost_withdrawals(frame: pl.DataFrame, source: Source) -> pl.Series:
    """A fault where a source withdraws a row and has not been told what becomes of its fact."""
    gone = (pl.col(OPERATION) == "d") & pl.lit(not source.withdrawn)
    return frame.select(pl.when(gone).then(pl.lit("WITHDRAWAL_UNKNOWN")).alias("fault")).to_series()


def _with_time_and_operation(frame: pl.DataFrame, source: Source) -> pl.DataFrame:
    """Adds the change flag and the source's time, and turns withdrawn rows into their final state."""
    time = pl.coalesce(source.source_time) if source.source_time else pl.lit(None, pl.String)
    given = pl.col(OPERATION).fill_null("u") if OPERATION in frame.columns else pl.lit("u")
    frame = frame.with_columns(time.alias(TIME), given.alias(OPERATION))
    changes = []
    for coordinate, value in source.withdrawn.items():
        final = pl.col(TIME).str.slice(0, 10) if value == "@time" else pl.lit(value)
        kept = pl.col(coordinate) if coordinate in frame.columns else pl.lit(None, pl.String)
        stated = kept if value == "@time" or coordinate.endswith("_reason") else pl.lit(None, pl.String)
        changed = pl.when(pl.col(OPERATION) == "d").then(pl.coalesce(stated, final)).otherwise(kept)
        changes.append(changed.alias(coordinate))
    return frame.with_columns(changes)
