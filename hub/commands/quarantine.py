"""`hub quarantine`: rows set aside, and their second chance after a mapping was mended."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Annotated, Any

import psycopg
import typer

from hub.commands.batches import checked
from hub.errors import InvalidArgument, QuarantineRowUnknown
from hub.keeping import held
from hub.settings import Settings
from loaders.batch import listed
from loaders.quarantine import REASONS
from loaders.replay import replay as try_again
from loaders.replay import set_aside

app = typer.Typer(help="Rows set aside. 隔离数据。", no_args_is_help=True)

AsJson = Annotated[bool, typer.Option("--json", help="Machine-readable output. 输出 JSON。")]


@app.callback()
def quarantine() -> None:
    """Rows set aside. 隔离数据。"""


@app.command("list")
def list_(
    batch: Annotated[str | None, typer.Option(help="Of one batch. 批次。")] = None,
    source: Annotated[str | None, typer.Option(help="Of one source. 数据源。")] = None,
    reason: Annotated[str | None, typer.Option(help="With this reason code. 原因代码。")] = None,
    replayed: Annotated[bool, typer.Option("--all", help="Also rows that were replayed. 含已重放的行。")] = False,
    most: Annotated[int, typer.Option(help="At most so many. 最多条数。")] = 100,
    as_json: AsJson = False,
) -> None:
    """Print rows set aside, numbers starred, the latest first. 列出隔离行（证件号码已脱敏）。"""
    if reason is not None and reason not in REASONS:
        raise InvalidArgument(
            argument="--reason", reason=f"it is none of {', '.join(REASONS)}", reason_zh="原因代码未知"
        )
    with (
        held(Settings.from_environment()) as (database, _),
        database.connect("loader") as connection,
        connection.cursor() as cursor,
    ):
        found = set_aside(
            cursor, batch=batch and checked(batch), source=source, reason=reason, replayed=replayed, most=most
        )
    for one in found:
        if as_json:
            typer.echo(json.dumps(one._asdict(), ensure_ascii=False))
            continue
        typer.echo(f"{one.batch} {one.row:>8} {one.reason} {one.column or '–'} {one.source} {one.file}"
                   f"{' replayed 已重放' if one.replayed_at else ''}")  # fmt: skip


@app.command()
def show(
    batch: Annotated[str, typer.Argument(metavar="BATCH", help="Id of the batch. 批次标识。")],
    row: Annotated[int, typer.Argument(metavar="ROW", help="Number of the row. 行号。")],
) -> None:
    """Print one row as far as it may be shown, with what is wrong. 查看隔离行及其问题（证件号码已脱敏）。"""
    with (
        held(Settings.from_environment()) as (database, _),
        database.connect("loader") as connection,
        connection.cursor() as cursor,
    ):
        found = set_aside(cursor, batch=checked(batch), row=row, replayed=True)
    if not found:
        raise QuarantineRowUnknown(batch=batch, row=row)
    en, zh = REASONS[found[0].reason]
    typer.echo(f"{found[0].file} {found[0].locator}: {found[0].reason} {found[0].column or '–'}: {en} {zh}")
    typer.echo(found[0].shown)


@app.command()
def replay(
    batch: Annotated[
        list[str] | None, typer.Argument(metavar="[BATCH]...", help="Ids; none = all of --source. 批次标识。")
    ] = None,
    source: Annotated[str | None, typer.Option(help="All batches of a source. 数据源的全部批次。")] = None,
    as_json: AsJson = False,
) -> None:
    """Clean rows once more, and merge what is clean now into the batch it came with. 修正映射后重新清洗并入库。"""
    if not batch and source is None:
        raise InvalidArgument(argument="BATCH", reason="name batches or --source", reason_zh="请指定批次或 --source")
    with held(Settings.from_environment()) as (database, vault):
        wanted = [checked(one) for one in batch or ()]
        if not wanted:
            with database.connect("loader") as connection, connection.cursor() as cursor:
                of_source = listed(cursor, source=source, status="MERGED", most=1_000_000)
            # in the order in which they came
            wanted = [one.id for one in reversed(of_source) if one.quarantined]
        for one in wanted:
            done = try_again(database, vault, one)
            typer.echo(
                json.dumps(asdict(done), ensure_ascii=False) if as_json
                else f"{done.batch}: {done.accepted} of {done.tried} rows are clean now 重新清洗 {done.tried} 行，"
                     f"入库 {done.accepted} 行"
            )  # fmt: skip


@contextmanager
def _cursor() -> Iterator[psycopg.Cursor[Any]]:
    with (
        held(Settings.from_environment()) as (database, _),
        database.connect("loader") as connection,
        connection.cursor() as cursor,
    ):
        yield cursor
