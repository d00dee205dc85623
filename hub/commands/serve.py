"""`hub serve`: answer GraphQL over HTTP until told to stop."""

from __future__ import annotations

from typing import Annotated

import typer

from hub.settings import Settings


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on (HUB_HOST). 监听地址。")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="Port; 0 takes a free one (HUB_PORT). 监听端口，0 表示任选。")
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, max=64, help="Worker processes (HUB_WORKERS). 服务进程数。")
    ] = None,
) -> None:
    """Serve GraphQL at /graphql until SIGTERM or Ctrl-C. 启动 GraphQL 服务，按 Ctrl-C 停止。"""
    from hub import serving  # uvicorn and asyncio are not needed to print the help

    settings = serving.with_options(Settings.from_environment(), host, port, workers)
    with serving.listening(settings) as taken, serving.prepared(settings) as database:
        address = serving.url(settings, taken)
        typer.echo(f"{address}/graphql  (Ctrl-C stops 停止)")
        serving.run(settings, database, taken)
