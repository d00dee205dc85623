"""SQL put together from parts that know they are SQL, as `psycopg.sql` does it, at a tenth of its cost.

Nothing becomes part of a statement but a template of ours (`SQL`), a quoted name (`Identifier`), a quoted constant of
the catalog (`Literal`), or what was made of these; a bare text is refused. A caller's values never come here: they
travel as parameters (`hub.query.parameters`). Composing is most of the time of compiling, hence the plain strings.
"""

from __future__ import annotations

from collections.abc import Iterable


class Composable:
    """A piece of a statement."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.text!r})"


class SQL(Composable):
    """A template of ours; `{}` and `{name}` are places for other pieces when it is formatted."""

    __slots__ = ()

    def format(self, *parts: Composable, **named: Composable) -> Composable:
        """The template with pieces in its places. Raises AttributeError for what is no piece."""
        texts = [part.text for part in parts]
        if named:
            return Composable(self.text.format(*texts, **{name: piece.text for name, piece in named.items()}))
        return Composable(self.text.format(*texts))

    def join(self, parts: Iterable[Composable]) -> Composable:
        """The pieces with the template between them. Raises AttributeError for what is no piece."""
        return Composable(self.text.join([part.text for part in parts]))


class Identifier(Composable):
    """A name, quoted."""

    __slots__ = ()

    def __init__(self, name: str) -> None:
        super().__init__('"' + name.replace('"', '""') + '"')


class Literal(Composable):
    """A constant text of the catalog or the policy, quoted."""

    __slots__ = ()

    def __init__(self, value: str | None) -> None:
        if value is None:
            raise TypeError("no constant of ours is null")
        if "\\" in value or "\0" in value:
            raise ValueError("no constant of ours holds such characters")
        super().__init__("'" + value.replace("'", "''") + "'")


def text(value: str) -> Composable:
    """A constant of the catalog or the policy as a column, whose type PostgreSQL would not know otherwise."""
    return SQL("{}::text").format(Literal(value))
