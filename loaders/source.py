"""What a source is: one folder under `loaders/sources` with a `source.py` that declares `SOURCE`.

    SOURCE = Source(
        title="失信被执行人（法院报送 JSON）", title_en="…", provider="…",
        layouts={".json": Format.COURT_JSON}, mode="DELTA", precedence=10,
        columns=(take("iname", NAME, "@debtor.name", required=True), skip("id"), …),
        parties=(Party("debtor"),),
    )

Coordinates are `table.column` of the catalog, or `@party.part`. A party is a subject named by the row; its parts are
`name`, `document` (any identifier, several columns may give one), `kind`, or any column of the table `subject`. Every
fact of the row is written once for each party.
"""

from __future__ import annotations

import importlib
import pkgutil
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path, PurePosixPath

import polars as pl

from hub.errors import FileFormat, SourceUnknown
from loaders.cleaners import Cleaner, Context
from loaders.read import Format
from loaders.read_guard import check_zip
from loaders.read_member import is_archive
from loaders.read_record import key_of

#: rows and reference data → the same rows with derived coordinates added
Derive = Callable[[pl.DataFrame, Context], pl.DataFrame]
#: staging rows of one party → the same rows, changed
Adjust = Callable[[pl.DataFrame], pl.DataFrame]
#: rows → a fault code for each row, or null
Check = Callable[[pl.DataFrame], pl.Series]


#: suffix of rows that were asked for once more (`loaders.reconcile`); every source takes them
RESENT = ".resent"


@dataclass(frozen=True)
class Column:
    """One column of the file: how it is cleaned and where it goes. Without `clean` it is deliberately ignored."""

    #: key (see `read_record.key_of`) and other keys the same column is known by
    keys: tuple[str, ...]
    clean: Cleaner | None = None
    #: coordinates that take the value
    to: tuple[str, ...] = ()
    #: an empty cell sends the row to quarantine; an absent column stops the run
    required: bool = False
    #: the column as the source writes it, for people
    label: str = ""


@dataclass(frozen=True)
class Party:
    """A subject that each row names."""

    #: head of its coordinates, without the @
    name: str
    #: kind of subject that the source guarantees, "PERSON" or "ORGANISATION"; None = judge by document and name
    hint: str | None = None
    #: facts of this party alone: coordinate → value
    constants: Mapping[str, str] = field(default_factory=dict)
    #: last change to the party's staging rows, e.g. to leave out a fact that is not its own
    adjust: Adjust | None = None


@dataclass(frozen=True)
class Vanishing:
    """How many entries a whole list may lack at once, of one court and list and in all, before people look at it."""

    #: at most this share of what stood before (the rule that also fits courts of any size)
    share: float = 0.1
    #: so few are never too many, whatever their share
    few: int = 10
    #: so many are too many, however small their share
    many: int = 5_000

    def exceeded(self, before: int, missing: int) -> bool:
        """Whether so many are too many."""
        return missing > self.many or (missing > self.few and missing > self.share * before)


@dataclass(frozen=True)
class Expect:
    """What a delivery must look like, or nothing of it is merged."""

    min_rows: int = 1
    #: at most this share of the rows may go to quarantine (in batches of 100 rows and more)
    max_quarantined: float = 0.2
    #: key of a column → least share of filled cells
    fill: Mapping[str, float] = field(default_factory=dict)
    #: what a whole list may lack; beyond it the batch waits for a second person
    vanishing: Vanishing = Vanishing()
    #: a whole list as text ends with a line end, or it may have been cut short; False where the sender never writes it
    last_line_ended: bool = True


@dataclass(frozen=True)
class Source:
    """One format of one provider."""

    title: str
    title_en: str
    provider: str
    #: suffix of the file name → layout
    layouts: Mapping[str, Format]
    #: "FULL": a file is the whole list; "DELTA": it holds changes
    mode: str
    #: when sources state the same fact for the same time, the lower number is shown
    precedence: int
    columns: tuple[Column, ...]
    parties: tuple[Party, ...] = ()
    constants: Mapping[str, str] = field(default_factory=dict)
    #: coordinates of the source's own time of a fact, the first that is given counts; none is older than any time
    source_time: tuple[str, ...] = ()
    #: coordinates set when a row is withdrawn by the source (change flag d); "@time" stands for the source time
    withdrawn: Mapping[str, str] = field(default_factory=dict)
    derive: tuple[Derive, ...] = ()
    #: judged over the rows as the source sends them, `@party.part` coordinates included
    row_checks: tuple[Check, ...] = ()
    #: judged over the rows of each party
    checks: tuple[Check, ...] = ()
    expect: Expect = Expect()
    #: first cells of rows that are no data, as a regular expression
    decoys: str = r"^(表格)?说明|^填表|^注[:：]|^备注[:：]|^(合|总|共|小)计"
    #: name of its folder; set by `sources`
    name: str = ""
    #: lookups.toml of its folder; set by `sources`
    tables: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def layout_of(self, path: Path) -> Format:
        """The layout of a file by its suffix, of an archive by those of its members; FileFormat for any other kind."""
        suffixes = {path.suffix.lower()}
        if RESENT in suffixes:
            return Format.NDJSON
        if is_archive(path) and path.is_file():
            suffixes = {PurePosixPath(member.filename).suffix.lower() for member in check_zip(path)}
        layouts = {self.layouts.get(suffix) for suffix in suffixes}
        if len(layouts) != 1 or None in layouts:
            wanted = ", ".join(self.layouts)
            raise FileFormat(
                file=path.name, reason=f"{self.name} delivers {wanted}", reason_zh=f"{self.name} 只接收 {wanted}"
            )
        return next(layout for layout in layouts if layout)

    def known_keys(self) -> frozenset[str]:
        """Every key that the source maps or ignores."""
        return frozenset(key for column in self.columns for key in column.keys)

    def targets(self) -> frozenset[str]:
        """Tables of facts that rows of this source are written to, `subject` left out."""
        given = [*self.constants, *self.withdrawn, *(to for column in self.columns for to in column.to)]
        given += [coordinate for party in self.parties for coordinate in party.constants]
        return frozenset(coordinate.split(".")[0] for coordinate in given if not coordinate.startswith("@"))


def take(name: str, clean: Cleaner, *to: str, required: bool = False, also: tuple[str, ...] = ()) -> Column:
    """Map a column; `also` are other names under which senders deliver it."""
    return Column(tuple(key_of(text) for text in (name, *also)), clean, to, required, name)


def skip(*names: str) -> Column:
    """Ignore columns deliberately: seen, understood, not stored."""
    return Column(tuple(key_of(name) for name in names))


#: the folder of all sources; its modules are found by listing and imported by name, never the other way round
_FOLDER = Path(__file__).parent / "sources"


@cache
def sources() -> Mapping[str, Source]:
    """All sources by name, found by listing the folder."""
    names = sorted(info.name for info in pkgutil.iter_modules([str(_FOLDER)]) if info.ispkg)
    return {name: _load(name) for name in names}


def source_of(name: str) -> Source:
    """The source of this name; SourceUnknown if there is none."""
    found = sources().get(name)
    if found is None:
        raise SourceUnknown(source=name)
    return found


def folder_of(name: str) -> Path:
    """The folder of a source."""
    return _FOLDER / name


def _load(name: str) -> Source:
    declared: Source = importlib.import_module(f"loaders.sources.{name}.source").SOURCE
    path = folder_of(name) / "lookups.toml"
    tables = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return replace(declared, name=name, tables=tables)
