"""`hub uploads`: files that agencies sent over HTTP, and loading them."""

from __future__ import annotations

import json
import os
from typing import Annotated

import typer

from hub.database import check_migrated, open_database
from hub.keeping import held
from hub.settings import Settings
from hub.uploads.loading import Place, load_received
from hub.uploads.spool import spool_of
from loaders.store import store_of

app = typer.Typer(help="Files sent over HTTP. 经 HTTP 上传的文件。", no_args_is_help=True)

_LISTED = """
select id::text, source_name, file_name, size, received, state, agency, officer, begun_at::text, batch_id::text,
       refusal ->> 'code'
from upload order by begun_at desc, id limit %s
"""
_NAMES = ("id", "source", "file", "size", "received", "state", "agency", "officer", "begun_at", "batch", "refusal")


@app.callback()
def uploads() -> None:
    """Files sent over HTTP. 经 HTTP 上传的文件。"""


@app.command("list")
def list_(
    most: Annotated[int, typer.Option(help="At most so many. 最多条数。")] = 50,
    as_json: Annotated[bool, typer.Option("--json", help="Machine-readable output. 输出 JSON。")] = False,
) -> None:
    """Print uploads, the latest first: who sent what, and what became of it. 列出上传记录，最新在前。"""
    with open_database(Settings.from_environment()) as database:
        check_migrated(database)
        with database.connect("loader") as connection:
            found = [dict(zip(_NAMES, row, strict=True)) for row in connection.execute(_LISTED, (most,)).fetchall()]
    for one in found:
        line = " ".join(str(value) for value in one.values() if value is not None)
        typer.echo(json.dumps(one, ensure_ascii=False) if as_json else line)


@app.command()
def load(
    linger: Annotated[float, typer.Option(help="Seconds to wait for another file. 等待后续文件的秒数。")] = 0.0,
) -> None:
    """Load what was received and waits; `hub serve` runs this by itself. 加载已接收的文件，由 hub serve 自动执行。"""
    os.nice(10)  # whoever asks comes first
    settings = Settings.from_environment()
    with held(settings) as (database, vault):
        place = Place(database, vault, store_of(settings.data_dir, vault), spool_of(settings.data_dir))
        for waiting, state in load_received(place, linger):
            typer.echo(f"{waiting.id} {waiting.source} {waiting.file}: {state}")
