"""`hub policy show`: who sees which group of fields at which level."""

from __future__ import annotations

import json
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from hub.errors import InvalidArgument
from schema.catalog import catalog
from schema.policy import Policy
from schema.policy import policy as table

app = typer.Typer(help="The policy table. 权限策略表。", no_args_is_help=True)


@app.callback()
def policy() -> None:
    """The policy table. 权限策略表。"""


@app.command()
def show(
    role: Annotated[
        list[str] | None, typer.Option(help="Role code, may be repeated; none = all. 角色代码，可重复；不填为全部。")
    ] = None,
    fields: Annotated[
        bool, typer.Option("--fields", help="One line per field instead of per group. 按字段列出。")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Machine-readable output. 输出 JSON。")] = False,
) -> None:
    """Print roles × field groups with their levels. 输出角色与字段组的权限级别。"""
    found = table()
    roles = role or list(found.roles)
    unknown = [code for code in roles if code not in found.roles]
    if unknown:
        raise InvalidArgument(argument="--role", reason=f"{', '.join(unknown)} is none of {', '.join(found.roles)}",
                              reason_zh=f"{'、'.join(unknown)} 不是角色代码")  # fmt: skip
    rows = (
        _by_field(found, roles)
        if fields
        else [(group, [found.levels[group][r] for r in roles]) for group in found.levels]
    )
    if as_json:
        levels = {name: dict(zip(roles, cells, strict=True)) for name, cells in rows}
        typer.echo(json.dumps({"version": found.version, "levels": levels}, ensure_ascii=False))
        return
    _print(found, roles, rows, fields)


def _by_field(found: Policy, roles: list[str]) -> list[tuple[str, list[str]]]:
    return [
        (value.coordinate, [found.levels[value.group][role] for role in roles])
        for kind in catalog().types.values() if not kind.is_interface
        for value in kind.visible().values()
    ]  # fmt: skip


def _print(found: Policy, roles: list[str], rows: list[tuple[str, list[str]]], fields: bool) -> None:
    shown = Table(title=f"policy {found.version}", box=None, pad_edge=False)
    shown.add_column("field" if fields else "group", no_wrap=True)
    for role in roles:
        shown.add_column(role, justify="center", no_wrap=True)
    if not fields:
        shown.add_column("中文")
    for name, cells in rows:
        shown.add_row(name, *cells, *([] if fields else [found.titles[name]]))
    width = None if Console().is_terminal else 200
    Console(width=width).print(shown)
