"""Whether the folder of a source is whole: what it maps exists, its words are known, its sample becomes what it says.

The check needs no database: courts and divisions come from the files that ship with the hub. Numbers are sealed with
keys made for the moment, so what depends on them is compared by its presence only.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from hub.errors import HubError
from hub.vault import Vault, new_key_file
from loaders.bundled import bundled
from loaders.clean import Cleaning
from loaders.cleaners import Context, Lookup
from loaders.explain import words_of
from loaders.party import ID_BLIND, ID_KEY, MASKED_BLIND
from loaders.people import PERSON_KEY, WORDS
from loaders.prepare import Delivery
from loaders.quarantine import REASONS
from loaders.read import read_file
from loaders.reference import court_names, grounds, towns_of, unique_names
from loaders.source import Source, folder_of
from schema.catalog import catalog
from schema.identifiers import normalise

#: differ with every key or every time; only their presence can be expected
KEYED = (
    ID_BLIND,
    MASKED_BLIND,
    ID_KEY,
    PERSON_KEY,
    "subject.id_number_sealed",
    "subject.id_number_pattern",
    "responsible_person.id_number_sealed",
)
#: parts of a party that are no columns of `subject`
_VIRTUAL = frozenset({"document", "former_name"})
_LAW = "grounds"


def problems_of(source: Source) -> list[tuple[str, str]]:
    """What is wrong with a source, in English and Chinese; nothing when it is whole."""
    found = [*_missing_files(source), *_columns(source), *_coordinates(source), *_tables(source)]
    return found or list(_sample(source))


def sample_of(source: Source) -> Path | None:
    """The sample file of a source."""
    return next(iter(sorted(folder_of(source.name).glob("sample.*"))), None)


def expected_of(source: Source) -> Path:
    """The file that says what the sample becomes."""
    return folder_of(source.name) / "expected.jsonl"


def cleaned_lines(source: Source, path: Path, vault: Vault) -> Iterator[str]:
    """What a file becomes, as JSON lines: accepted rows and rejects of each chunk, the account at the end."""
    delivery = Delivery.of(source.name, path)
    cleaning = Cleaning(path, source, bundled_context(source), vault)
    account = {"read": 0, "accepted": 0, "ignored": 0}
    for chunk in read_file(path, source.layout_of(path), delivery.facts, source.known_keys()):
        part = cleaning.clean(chunk)
        account = {word: count + getattr(part, word) for word, count in account.items()}
        for row in part.rows.to_dicts():
            yield _line({key: "…" if key in KEYED else value for key, value in row.items() if value is not None})
        for one in part.rejects:
            yield _line({"row_no": one.row_no, "rejected": json.loads(one.faults), "at": one.pointer})
    yield _line(account)


def bundled_context(source: Source) -> Context:
    """The context of a source without a database."""
    base = _reference()
    tables = {_LAW: grounds(), **source.tables}
    return Context(base.courts, base.areas, base.towns, base.court_areas, tables)


@cache
def _reference() -> Context:
    courts = _rows_of(bundled()["courts"])
    names = court_names(
        (row["code"], row["name"], row["short_name"], row["numeric_code"], row["aliases"].split(";")) for row in courts
    )
    areas = [(row["code"], normalise(row["name"])) for row in _rows_of(bundled()["areas"])]
    seats = {row["code"]: row["area_code"] for row in courts if row["area_code"]}
    return Context(names, unique_names(areas), towns_of(areas), seats)


def _rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"


def _missing_files(source: Source) -> Iterator[tuple[str, str]]:
    if sample_of(source) is None:
        yield "there is no sample.*", "缺少样例文件 sample.*"
    if not expected_of(source).exists():
        yield "there is no expected.jsonl", "缺少预期结果 expected.jsonl"


def _columns(source: Source) -> Iterator[tuple[str, str]]:
    """Kinds are known, no key is both taken and ignored, times and withdrawals have their columns."""
    taken = {key for column in source.columns if column.clean for key in column.keys}
    ignored = {key for column in source.columns if not column.clean for key in column.keys}
    for key in sorted(taken & ignored):
        yield f"column {key} is both taken and ignored", f"列 {key} 既被采用又被忽略"
    given = {to for column in source.columns for to in column.to}
    for column in source.columns:
        if column.clean is not None and words_of(column.clean) is None:
            yield f"column {column.label} has a kind that is not known", f"列 {column.label} 的类型未知"
        if column.clean is not None and not column.to:
            yield f"column {column.label} goes nowhere", f"列 {column.label} 没有去向"
    for coordinate in source.source_time:
        if coordinate not in given:
            yield f"no column gives the time {coordinate}", f"没有列提供时间 {coordinate}"


def _coordinates(source: Source) -> Iterator[tuple[str, str]]:
    tables = catalog().metadata.tables
    given = [to for column in source.columns for to in column.to]
    given += [*source.constants, *source.withdrawn, *(to for party in source.parties for to in party.constants)]
    parties = {f"@{party.name}" for party in source.parties}
    for coordinate in given:
        head, _, column = coordinate.partition(".")
        if head in parties:
            exists = column in tables["subject"].c or column in _VIRTUAL or column in ("kind", "name")
        else:
            exists = head.startswith("@") or (head in tables and column in tables[head].c)
        if not exists:
            yield f"{coordinate} is no column of the hub", f"{coordinate} 不是系统中的字段"


def _tables(source: Source) -> Iterator[tuple[str, str]]:
    """Tables of words exist, are used, and lead to words that the field may hold."""
    used = {WORDS} if "@people" in {to for column in source.columns for to in column.to} else set()
    for column in source.columns:
        if not isinstance(column.clean, Lookup):
            continue
        table = column.clean.table
        used.add(table)
        if table == _LAW:
            continue
        if table not in source.tables:
            yield f"lookups.toml has no table [{table}]", f"lookups.toml 中没有对照表 [{table}]"
            continue
        for coordinate in column.to:
            wrong = sorted(set(source.tables[table].values()) - {""} - _allowed(coordinate, source.tables[table]))
            if wrong:
                words = ", ".join(wrong)
                yield (
                    f"[{table}] leads to {words}, which {coordinate} cannot hold",
                    f"[{table}] 的取值 {words} 不适用于 {coordinate}",
                )
        if column.clean.fault not in REASONS:
            yield f"reason {column.clean.fault} has no sentence", f"原因 {column.clean.fault} 没有说明"
    for table in sorted(source.tables.keys() - used - {"court", "area"}):
        yield f"no column uses the table [{table}]", f"对照表 [{table}] 未被使用"


def _allowed(coordinate: str, table: Mapping[str, str]) -> set[str]:
    """Words that a field may hold; any, where it is free."""
    head, _, name = coordinate.partition(".")
    for kind in catalog().types.values():
        if kind.entity.table == head and name in kind.values and (words := kind.values[name].kind.vocabulary):
            return {str(member.value) for member in words}
    return set(table.values())


def _sample(source: Source) -> Iterator[tuple[str, str]]:
    """The sample cleans to what is expected."""
    sample = sample_of(source)
    if sample is None:
        return
    try:
        found = list(cleaned_lines(source, sample, Vault.from_key_file(new_key_file())))
    except HubError as fault:
        yield f"the sample cannot be read: {fault.english}", f"样例无法读取：{fault.chinese}"
        return
    wanted = expected_of(source).read_text(encoding="utf-8").splitlines(keepends=True)
    for number, (line, other) in enumerate(zip(found, wanted, strict=False), 1):
        if line != other:
            yield (
                f"line {number} of expected.jsonl is not what the sample becomes",
                f"expected.jsonl 第 {number} 行与样例清洗结果不符",
            )
            return
    if len(found) != len(wanted):
        yield (
            f"the sample becomes {len(found)} lines, not {len(wanted)}",
            f"样例清洗后为 {len(found)} 行，而非 {len(wanted)} 行",
        )
