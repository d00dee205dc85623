"""`hub batches`: what was delivered, and the decision about what was parked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any
from uuid import UUID

import psycopg
import typer

from hub.commands.load import sentence
from hub.database import check_migrated, open_database
from hub.errors import InvalidArgument
from hub.keeping import held
from hub.settings import Settings
from loaders.batch import Listed, listed
from loaders.load import Desk
from loaders.review import reject as refuse
from loaders.review import release as let_pass
from loaders.store import Store, store_of

app = typer.Typer(help="Delivered batches. 报送批次。", no_args_is_help=True)

Batch = Annotated[str, typer.Argument(metavar="BATCH", help="Id of a batch. 批次标识。")]
By = Annotated[str, typer.Option(metavar="NAME", help="Who decides. 决定人。")]
AsJson = Annotated[bool, typer.Option("--json", help="Machine-readable output. 输出 JSON。")]


@app.callback()
def batches() -> None:
    """Delivered batches. 报送批次。"""


@app.command("list")
def list_(
    source: Annotated[str | None, typer.Option(help="Of one source. 数据源。")] = None,
    status: Annotated[str | None, typer.Option(help="MERGED, PARKED or REJECTED. 批次状态。")] = None,
    most: Annotated[int, typer.Option(help="At most so many. 最多条数。")] = 50,
    as_json: AsJson = False,
) -> None:
    """Print batches, the latest first. 列出批次，最新在前。"""
    with _cursor() as cursor:
        found = listed(cursor, source=source, status=status, most=most)
    for batch in found:
        typer.echo(json.dumps(batch._asdict(), ensure_ascii=False) if as_json else _line(batch))


@app.command()
def show(batch: Batch, as_json: AsJson = False) -> None:
    """Print one batch: its account, its bad rows by reason, what would have vanished. 查看批次。"""
    with _cursor() as cursor:
        found = listed(cursor, batch_id=checked(batch))
        if not found:
            raise InvalidArgument(argument="BATCH", reason="there is no such batch", reason_zh="没有该批次")
    if as_json:
        typer.echo(json.dumps(found[0]._asdict(), ensure_ascii=False))
        return
    typer.echo(_line(found[0]))
    for reason, count in (found[0].reasons or {}).items():
        typer.echo(f"  {reason} {count}")
    for loss in found[0].parked or ():
        place = " ".join(filter(None, (loss["court"], loss["list"]))) or "in all 合计"
        typer.echo(f"  {place}: {loss['missing']} of {loss['before']} missing 缺失")
    if found[0].decision:
        typer.echo(f"  {found[0].decision} {found[0].decided_by} {found[0].decided_at}")


@app.command()
def release(batch: Batch, by: By, as_json: AsJson = False) -> None:
    """Let a parked batch pass; not by who delivered it. 放行暂存批次，须由报送人以外的人执行。"""
    with _desk(by) as (desk, store):
        receipt = let_pass(desk, store, checked(batch))
    typer.echo(json.dumps(receipt.as_json(), ensure_ascii=False) if as_json else sentence(receipt))


@app.command()
def reject(batch: Batch, by: By) -> None:
    """Refuse a parked batch; nothing of it is merged. 拒收暂存批次。"""
    with _desk(by) as (desk, _):
        refuse(desk, checked(batch))
    typer.echo(f"{batch}: REJECTED 已拒收")


def checked(batch: str) -> str:
    """The id of a batch; raises InvalidArgument where it is none."""
    try:
        return str(UUID(batch))
    except ValueError:
        raise InvalidArgument(argument="BATCH", reason="it is no id", reason_zh="不是有效标识") from None


@contextmanager
def _cursor() -> Iterator[psycopg.Cursor[Any]]:
    with open_database(Settings.from_environment()) as database:
        check_migrated(database)
        with database.connect("loader") as connection, connection.cursor() as cursor:
            yield cursor


@contextmanager
def _desk(by: str) -> Iterator[tuple[Desk, Store]]:
    settings = Settings.from_environment()
    with held(settings) as (database, vault):
        store = store_of(settings.data_dir, vault)
        yield Desk(database, vault, by, store), store


def _line(one: Listed) -> str:
    return (
        f"{one.id} {one.status:8} {one.received_at[:19]} {one.source} {one.file} {one.mode}: {one.read} = "
        f"{one.accepted} + {one.quarantined} + {one.ignored}, {one.delivered_by or '–'}"
    )
