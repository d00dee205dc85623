"""`hub sources list|check|explain`: the sources that the hub can load, whether they are whole, what they do."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from hub.errors import SourceInvalid
from loaders.source import Source, source_of
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


@app.command()
def check(
    names: Annotated[list[str] | None, typer.Argument(metavar="[SOURCE]...", help="All by default. 默认全部。")] = None,
) -> None:
    """Hold mappings, words and samples against the hub and what is expected. 检查映射、对照表与样例。"""
    from loaders.check_source import problems_of

    chosen = [source_of(name) for name in names] if names else list(known().values())
    broken = 0
    for source in chosen:
        problems = problems_of(source)
        broken += bool(problems)
        typer.echo(f"{source.name:24} {'✗' if problems else '✓'}")
        for english, chinese in problems:
            typer.echo(f"    {english} / {chinese}")
    if broken:
        raise SourceInvalid(count=broken)


@app.command("explain")
def tell(
    name: Annotated[str, typer.Argument(metavar="SOURCE", help="Name of a source. 数据源名称。")],
    as_json: Annotated[bool, typer.Option("--json", help="A JSON array. 输出 JSON 数组。")] = False,
) -> None:
    """What becomes of each column, in both languages. 逐列说明去向（中英双语）。"""
    from loaders.explain import explain

    source = source_of(name)
    lines = explain(source)
    if as_json:
        typer.echo(json.dumps([line._asdict() for line in lines], ensure_ascii=False))
        return
    typer.echo(f"{source.title} / {source.title_en} — {source.provider}")
    for line in lines:
        target = f" → {', '.join(line.to)}" if line.to else ""
        typer.echo(f"{line.label}{target}\n    {line.english}\n    {line.chinese}")


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
