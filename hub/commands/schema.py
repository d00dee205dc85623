"""`hub schema`: print the GraphQL schema."""

from __future__ import annotations

import typer


def schema() -> None:
    """Print the GraphQL schema (SDL). 输出 GraphQL 模式。"""
    from schema.catalog import catalog
    from schema.sdl import printed

    typer.echo(printed(catalog().graphql), nl=False)
