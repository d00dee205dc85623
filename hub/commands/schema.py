"""`hub schema`: print the GraphQL schema."""

from __future__ import annotations

from typing import Annotated

import typer


def schema(
    federation: Annotated[
        bool,
        typer.Option("--federation", help="As a subgraph of Apollo Federation 2. 输出为 Apollo Federation 2 子图。"),
    ] = False,
) -> None:
    """Print the GraphQL schema (SDL). 输出 GraphQL 模式。"""
    from schema.catalog import catalog
    from schema.federation import subgraph
    from schema.sdl import printed

    typer.echo(subgraph() if federation else printed(catalog().graphql), nl=False)
