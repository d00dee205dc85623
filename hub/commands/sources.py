"""`hub sources list`: the sources that the hub can load."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from loaders.source import Source
from loaders.source import sources as known

app = typer.Typer(help="Sources of data. 数据来源。", no_args_is_help=True)


@app.callback()
def sources() -> None:
    """Sources of data. 数据来源。"""


@app.command("list")
def show(
    as_json: Annotated[bool, typer.Option("--json", help="A JSON array. 输出 JSON 数组。")] = False,
) -> None:
    """Name, titles, provider, file types and mode of every source. 列出所有数据源及其文件类型与更新方式。"""
    found = list(known().values())
    if as_json:
        typer.echo(json.dumps([_facts(source) for source in found], ensure_ascii=False))
        return
    for source in found:
        kinds = " ".join(source.layouts)
        typer.echo(
            f"{source.name:20} {kinds:12} {source.mode:6} {source.title} / {source.title_en} — {source.provider}"
        )


def _facts(source: Source) -> dict[str, object]:
    return {
        "name": source.name,
        "title": source.title,
        "title_en": source.title_en,
        "provider": source.provider,
        "suffixes": list(source.layouts),
        "mode": source.mode,
        "precedence": source.precedence,
        "columns": [column.label for column in source.columns if column.clean],
    }
