"""Records: JSON objects whose keys come in the order of the selection.

There are two ways to write one, and PostgreSQL prefers neither always. `row_to_json` makes a row of the values first,
in a sub-plan that every execution has to get ready; `json_build_object` needs neither, but finds out the type of each
value anew for each object. So what is made a few times is built, and what is made for each row of a page is a row.
"""

from __future__ import annotations

from hub.query import sql
from hub.query.parameters import Parameters

#: values and their keys
Fields = list[tuple[sql.Composable, str]]

#: from so many objects on, rows are cheaper
MANY = 20
#: a function takes a hundred arguments at most
_MOST = 50
_JOIN = sql.SQL(", ")


def record(fields: Fields, times: int, bound: Parameters) -> sql.Composable:
    """One JSON object; `times` is how many of its kind the statement makes at most."""
    if times < MANY and len(fields) <= _MOST:
        pairs = [sql.SQL("{}, {}").format(sql.Literal(key), value) for value, key in fields]
        return sql.SQL("json_build_object({})").format(_JOIN.join(pairs))
    if not fields:
        return sql.SQL("'{}'::json")
    columns = [sql.SQL("{} as {}").format(value, sql.Identifier(key)) for value, key in fields]
    template = "(select row_to_json({0}) from (select {1}) {0})"
    return sql.SQL(template).format(bound.alias("record"), _JOIN.join(columns))
