"""`hub monitor snapshot`: take the weekly snapshot of listed government bodies."""

from __future__ import annotations

import dataclasses
import json
from typing import Annotated

import typer

from hub.actions.take_snapshot import take_snapshots
from hub.china import today
from hub.database import check_migrated, open_database
from hub.settings import Settings

app = typer.Typer(help="Government-debtor monitor. 政府机构失信监测。", no_args_is_help=True)


@app.callback()
def monitor() -> None:
    """Government-debtor monitor. 政府机构失信监测。"""


@app.command()
def snapshot(
    area: Annotated[
        list[str] | None,
        typer.Option(help="Area code, may be repeated; none = every watched area. 区划代码，可重复；不填为全部。"),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Machine-readable output. 输出 JSON。")] = False,
) -> None:
    """Take this week's immutable snapshot per area; a second run changes nothing. 采集本周快照（不可更改）。"""
    with open_database(Settings.from_environment()) as database:
        check_migrated(database)
        with database.connect("writer") as connection:
            taken = take_snapshots(connection, area or [], today())
    if as_json:
        typer.echo(json.dumps([dataclasses.asdict(found) for found in taken], ensure_ascii=False))
        return
    for found in taken:
        word = "taken 已采集" if found.taken else "there already 已存在"
        typer.echo(
            f"{found.area} {found.week}  {word}: {found.listed} listed 在列,"
            f" +{found.added} −{found.cleared} ={found.unchanged}"
        )
