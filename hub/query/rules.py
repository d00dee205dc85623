"""Row rules as SQL: own region or court, own records, own agency's rows, government bodies, listed, consented.

Each declared entity says how a row is tied to these; the caller's areas, courts, agency and subject are parameters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from hub.query import parameters, sql
from hub.query.authorised import Visibility, Witness
from hub.query.joins import FALSE, TRUE, conjunction, current
from hub.query.parameters import Parameters
from schema.catalog import Catalog
from schema.language import Entity
from schema.meet import rules_of

#: aliases that a declared rule uses for its own sub-select; each use gets one of its own
_INNER = re.compile(r"r\$[a-z]\b")


def row_rules(entity: Entity, rules: Iterable[str], alias: sql.SQL, bound: Parameters) -> sql.Composable:
    """True for rows that one of `rules` opens; a rule that the entity does not know opens nothing."""
    found = [_term(entity, rule, alias, bound) for rule in sorted(rules)]
    return sql.SQL("({})").format(sql.SQL(" or ").join(found or [FALSE]))


def _term(entity: Entity, term: str, alias: sql.SQL, bound: Parameters) -> sql.Composable:
    """One rule, or several joined that have to hold together; see `schema.meet`."""
    found = [_rule(entity, rule, place, alias, bound) for rule, place in rules_of(term)]
    if len(found) == 1:
        return found[0]
    return sql.SQL("(({}))").format(sql.SQL(") and (").join(found))


def _rule(entity: Entity, rule: str, place: int, alias: sql.SQL, bound: Parameters) -> sql.Composable:
    if rule == "region":
        return _region(entity, place, alias, bound)
    declared = entity.rules.get(rule)
    if declared is None and rule == "own" and entity.subject_led:
        declared = "{t}.subject_id = {own}"
    return _filled(declared, alias, bound, place) if declared else FALSE


def _region(entity: Entity, place: int, alias: sql.SQL, bound: Parameters) -> sql.Composable:
    parts: list[sql.Composable] = []
    if entity.region.area:
        mine = bound.add(*parameters.PARTIES[place]["areas"])
        parts.append(sql.SQL("{} ^@ any({})").format(_filled(entity.region.area, alias, bound), mine))
    if entity.region.court:
        parts.append(_filled(entity.region.court, alias, bound, place))
    return sql.SQL(" or ").join(parts) if parts else FALSE


def area(entity: Entity, alias: sql.SQL, bound: Parameters) -> sql.Composable:
    """The area code of a row, as the entity's region tells it."""
    return _filled(entity.region.area or "null", alias, bound)


def _filled(template: str, alias: sql.SQL, bound: Parameters, place: int = 0) -> sql.Composable:
    """A declared template with alias and caller filled in; templates are ours, so they may be SQL text."""
    text = template.replace("{t}", alias.text)
    for stem in sorted(set(_INNER.findall(text))):
        text = text.replace(stem, bound.alias("rule").text)
    for name, (getter, cast) in parameters.PARTIES[place].items():
        if f"{{{name}}}" in text:
            given = bound.add(getter, cast)
            text = text.replace(f"{{{name}}}", (current(given, bound) if name == "own" else given).text)
    return sql.SQL(text)


def is_visible(
    catalog: Catalog, visibility: Sequence[Visibility], possible: int, alias: sql.SQL, bound: Parameters
) -> sql.Composable:
    """True for rows that exist for the caller; `possible` is the number of concrete types that rows may have."""
    shown = _is_visible(catalog, visibility, possible, alias, bound)
    there = catalog.types[visibility[0].type_name].entity.there if visibility else None
    if there is None:
        return shown
    return conjunction([sql.SQL(there.replace("{t}", alias.text)), shown])


def _is_visible(
    catalog: Catalog, visibility: Sequence[Visibility], possible: int, alias: sql.SQL, bound: Parameters
) -> sql.Composable:
    types: dict[str, tuple[sql.Composable, list[str]]] = {}
    for visible in visibility:
        shown = _type_visible(catalog, visible, alias, bound)
        types.setdefault(shown.text, (shown, []))[1].append(visible.type_name)
    if not types:
        return FALSE
    if len(types) == 1 and len(visibility) == possible:
        return next(iter(types.values()))[0]
    choices = [_of_type(catalog, names, shown, alias) for shown, names in types.values()]
    return choices[0] if len(choices) == 1 else sql.SQL("({})").format(sql.SQL(" or ").join(choices))


def of_types(catalog: Catalog, names: list[str], alias: sql.SQL) -> sql.Composable:
    """True for rows of these concrete types of an interface."""
    parent = catalog.types[names[0]].entity.of
    assert parent
    discriminator = sql.Identifier(catalog.types[parent.__name__].entity.discriminator or "")
    values = sql.SQL(", ").join([sql.Literal(catalog.types[name].entity.when) for name in names])
    return sql.SQL("{}.{} in ({})").format(alias, discriminator, values)


def _of_type(catalog: Catalog, names: list[str], shown: sql.Composable, alias: sql.SQL) -> sql.Composable:
    kind = of_types(catalog, names, alias)
    return kind if shown is TRUE else sql.SQL("({} and {})").format(kind, shown)


def _type_visible(catalog: Catalog, visible: Visibility, alias: sql.SQL, bound: Parameters) -> sql.Composable:
    shown = _granted(catalog, visible, alias, bound)
    if visible.known_by is None:
        return shown
    return conjunction([shown, _known(catalog, visible.known_by, alias, bound)])


def _known(catalog: Catalog, witnesses: Iterable[Witness], alias: sql.SQL, bound: Parameters) -> sql.Composable:
    """True for rows of which another row tells that exists for the caller; each is found by an index.

    PERF: `offset 0` keeps PostgreSQL from reading whole tables into hashes for a page of fifty rows.
    """
    found: list[tuple[bool, sql.Composable]] = []
    for witness in witnesses:
        table = catalog.types[witness.type_name].entity.table
        row = bound.alias("known")
        told = sql.SQL("{}.{} = {}.id").format(row, sql.Identifier(witness.column), alias)
        possible = len(catalog.types[witness.type_name].possible)
        there = is_visible(catalog, witness.visibility, possible, row, bound)
        exists = sql.SQL("exists (select from {} {} where {} offset 0)").format(
            sql.Identifier(table), row, conjunction([told, there])
        )
        found.append((there is not TRUE, exists))
    # what needs no look at the row comes first: most people are known by that
    found.sort(key=lambda each: each[0])
    return sql.SQL("({})").format(sql.SQL(" or ").join([exists for _, exists in found] or [FALSE]))


def _granted(catalog: Catalog, visible: Visibility, alias: sql.SQL, bound: Parameters) -> sql.Composable:
    entity = catalog.types[visible.type_name].entity
    # the conditions of a type's presences together cover all its rows, so unconditional sight of each is sight of all
    if len(visible.grants) == len(entity.presence) and all(rules is None for _, rules in visible.grants):
        return TRUE
    grants = []
    for presence, rules in visible.grants:
        parts = [] if presence.when is None else [_filled(f"({presence.when})", alias, bound)]
        if rules is not None:
            parts.append(row_rules(entity, rules, alias, bound))
        grants.append(sql.SQL("({})").format(sql.SQL(" and ").join(parts)) if parts else sql.SQL("true"))
    return sql.SQL("({})").format(sql.SQL(" or ").join(grants))
