"""`hub migrate`: bring the database to the newest revision."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from hub.database import migrate as run_migrations
from hub.database import open_database
from hub.settings import Settings


def migrate(
    as_json: Annotated[bool, typer.Option("--json", help="One line of JSON. 输出一行 JSON。")] = False,
) -> None:
    """Create or update tables and roles; a second run changes nothing. 创建或升级数据表与角色，可重复执行。"""
    from migrations.run import revisions

    with open_database(Settings.from_environment()) as database:
        before, _ = revisions(lambda: database.connect("owner"))
        run_migrations(database)
        after, _ = revisions(lambda: database.connect("owner"))
        if as_json:
            typer.echo(json.dumps({"address": database.address, "before": before, "after": after}))
        elif before == after:
            typer.echo(
                f"{database.address}: nothing to do, revision {after or '–'}. 无需迁移，当前版本 {after or '–'}。"
            )
        else:
            typer.echo(
                f"{database.address}: migrated from {before or '–'} to {after}. 已从 {before or '–'} 升级到 {after}。"
            )
