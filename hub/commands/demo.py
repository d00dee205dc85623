"""`hub demo`: from nothing to a true answer with one command."""

from __future__ import annotations

import json
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from hub import demo as play
from hub import serving
from hub.database import Database
from hub.errors import DevelopmentOnly
from hub.settings import Settings
from hub.vault import Vault
from loaders.synthetic import Size

_console = Console(highlight=False, soft_wrap=True)


def demo(
    size: Annotated[
        Size, typer.Option(help="5 000, 100 000 or 1 250 000 listings of dishonest debtors. 规模（失信记录条数）。")
    ] = Size.medium,
    serve: Annotated[
        bool, typer.Option(help="Serve afterwards; --no-serve stops when loaded. 加载后是否启动服务。")
    ] = True,
) -> None:
    """Generate, load and serve a synthetic province, and print a first query with two answers. 一键演示。"""
    settings = Settings.from_environment()
    if settings.production:
        raise DevelopmentOnly(what="The demonstration", what_zh="演示命令")
    with serving.listening(settings) as taken, serving.prepared(settings) as database:
        found = play.province(settings, size)
        if not found.done.is_file():
            _fill(settings, database, found)
        tokens = play.tokens(settings)
        if serve:
            address = serving.url(settings, taken)
            serving.run(settings, database, taken, lambda: _show(address, tokens, found))


def _fill(settings: Settings, database: Database, found: play.Province) -> None:
    with _bars() as bars:
        writing = bars.add_task("generate 生成", total=found.size.listings)
        play.write_files(found, lambda done, total: bars.update(writing, completed=done, total=total))
        bars.update(writing, completed=found.size.listings)
        loading = bars.add_task("load 加载", total=None)

        def shown(label: str, done: int, total: int) -> None:
            bars.update(loading, description=f"load 加载 {label}", completed=done, total=total)

        read = sum(receipt.read for receipt in play.load_files(database, Vault.from_settings(settings), found, shown))
        bars.update(loading, description="load 加载")
    play.finish(database, found)
    _console.print(f"{read} rows loaded. 已加载 {read} 行。")


def _bars() -> Progress:
    columns = (
        TextColumn("{task.description:28}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TimeElapsedColumn(),
    )
    return Progress(*columns, console=_console)


def _show(address: str, tokens: dict[str, str], found: play.Province) -> None:
    """Print tokens, the query to paste, and what two roles get for it."""
    person = found.truth()["samples"]["listed_person"]
    variables = {"idNumber": person["id_number"], "name": person["name"]}
    _console.print(f"\n[bold]GraphiQL[/]  {address}/graphiql\n[bold]GraphQL[/]   POST {address}/graphql\n")
    _console.print("[bold]Development tokens 开发令牌[/] (12 h)")
    for label, token in tokens.items():
        _console.print(f"\n[bold]{label}[/]\n{token}")
    _console.print("\n[bold]A query to paste 可直接粘贴的查询[/]\n")
    print(play.QUERY)
    print(json.dumps(variables, ensure_ascii=False))
    for label in play.COMPARED:
        answer = play.ask(address, tokens[label], variables)
        _console.print(f"\n[bold]{label}[/]")
        print(json.dumps(answer, ensure_ascii=False, indent=2))
    _console.print("\nCtrl-C stops. 按 Ctrl-C 停止。")
