"""`hub generate`: write the synthetic province's source files into a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import Progress

from hub.errors import FolderNotWritable, FolderTaken
from loaders.synthetic import Size
from loaders.synthetic import generate as fill
from loaders.synthetic.files import json_text
from loaders.synthetic.generate import MANIFEST


def generate(
    out: Annotated[Path, typer.Option(help="Folder to fill: new, empty or made by this command. 输出目录。")],
    size: Annotated[
        Size, typer.Option(help="5 000, 100 000 or 1 250 000 listings of dishonest debtors. 规模（失信记录条数）。")
    ] = Size.small,
    seed: Annotated[int, typer.Option(help="Same seed and size, same bytes. 随机种子，相同则文件逐字节相同。")] = 1,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the true counts as JSON. 以 JSON 输出真实计数。")
    ] = False,
) -> None:
    """Write a synthetic province in the senders' own formats. 生成一套与真实报送格式一致的模拟数据。

    manifest.json names the files in loading order, truth.json what a right loader must find. Nobody in it is real.
    manifest.json 列出加载顺序，truth.json 给出应得的计数；其中的人员与单位均为虚构。
    """
    _refuse_foreign(out)
    try:
        found = _with_progress(size, seed, out)
    except OSError as fault:
        raise FolderNotWritable(folder=out) from fault
    if as_json:
        typer.echo(json_text({key: found[key] for key in ("size", "seed", "today", "samples", "counts")}), nl=False)
        return
    rows = sum(account["read"] for account in found["files"].values())
    typer.echo(
        f"{len(found['files'])} files, {rows} rows in {out}. 已在 {out} 生成 {len(found['files'])} 个文件，{rows} 行。"
    )


def _refuse_foreign(out: Path) -> None:
    """Never mix generated files with somebody's own."""
    if out.is_dir() and any(out.iterdir()) and not (out / MANIFEST).is_file():
        raise FolderTaken(folder=out)
    if out.exists() and not out.is_dir():
        raise FolderTaken(folder=out)


def _with_progress(size: Size, seed: int, out: Path) -> dict[str, Any]:
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("generate 生成", total=size.listings)
        return fill(size, seed, out, lambda done, total: bar.update(task, completed=done, total=total))
