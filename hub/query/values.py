"""Values: how one column of one row is shown to the caller of a statement: clear, masked, sealed, or erased."""

from __future__ import annotations

from hub.query import sql
from hub.query.authorised import Selected, ValueNode
from hub.query.parameters import Parameters, marker
from hub.query.rows import stored
from hub.query.rules import row_rules
from schema.catalog import Catalog, Value
from schema.erasure import is_gone, is_silent

Fragment = sql.Composable


class Values:
    """Writes the values of one statement, and remembers what its answers have to be searched for."""

    def __init__(self, catalog: Catalog, bound: Parameters) -> None:
        self._catalog, self._bound = catalog, bound
        #: whether answers hold sealed values
        self.marked = False
        #: coordinates of values that are null where they were erased; marks in the answer number them
        self.erasable: list[str] = []

    def value(self, node: ValueNode, alias: sql.SQL) -> Fragment:
        """The value as this caller may see it in this row."""
        value, entity = node.value, self._catalog.types[node.value.type_name].entity
        masked = self._masked(value, alias) if node.sight.masked else sql.SQL("null")
        if node.sight.masked_by:
            shown = row_rules(entity, node.sight.masked_by, alias, self._bound)
            masked = sql.SQL("case when {} then {} end").format(shown, self._masked(value, alias))
        if not node.sight.clear and not node.sight.rules:
            return masked
        clear = self._clear(value, alias)
        if node.sight.clear:
            return clear
        opened = row_rules(entity, node.sight.rules, alias, self._bound)
        return sql.SQL("case when {} then {} else {} end").format(opened, clear, masked)

    def _clear(self, value: Value, alias: sql.SQL) -> Fragment:
        if value.kind.sealed:
            return self._sealed(value, alias)
        rendered = value.kind.render.split("{}")
        shown = sql.SQL("{}{}{}").format(sql.SQL(rendered[0]), stored(value, alias), sql.SQL(rendered[1]))
        return self._unless_erased(value, shown, alias) if is_silent(value) else shown

    def _unless_erased(self, value: Value, shown: Fragment, alias: sql.SQL) -> Fragment:
        """A value as JSON, or a mark where there is none because the person was erased: the answer says so beside it.

        PERF: only where there is none is it asked whose row this is.
        """
        mark = self._bound.add(marker, "text")
        if value.coordinate not in self.erasable:
            self.erasable.append(value.coordinate)
        number = sql.SQL(str(self.erasable.index(value.coordinate)))
        gone = is_gone(self._catalog.types[value.type_name].entity.table).replace("{t}", alias.text)
        return sql.SQL("coalesce(to_json({}), case when {} then to_json({} || 'e{}@') end)").format(
            shown, sql.SQL(gone), mark, number
        )

    def _sealed(self, value: Value, alias: sql.SQL) -> Fragment:
        """Ciphertext and its key between marks that only this request knows; the answer opens them."""
        self.marked = True
        mark = self._bound.add(marker, "text")
        sealed, masked = (sql.Identifier(f"{value.name}_{form}") for form in ("sealed", "masked"))
        key = sql.SQL("(select key$.key_sealed from person_key key$ where key$.owner_id = {}.id)").format(alias)
        template = (
            "coalesce({0} || 's' || encode({1}.{2}, 'hex') || coalesce('.' || encode({4}, 'hex'), '') || '@', {1}.{3})"
        )
        return sql.SQL(template).format(mark, alias, sealed, masked, key)

    def _masked(self, value: Value, alias: sql.SQL) -> Fragment:
        template = value.declared.mask.sql.replace("{0}", "{}")
        plain = stored(value, alias)
        if value.kind.sealed:
            plain = sql.SQL("{}.{}").format(alias, sql.Identifier(f"{value.name}_masked"))
        return sql.SQL(template).format(*[plain] * template.count("{}"))


def may_be_erased(node: Selected) -> bool:
    """Whether a selected value is written as JSON, because of what may stand in its place."""
    return isinstance(node, ValueNode) and is_silent(node.value) and (node.sight.clear or bool(node.sight.rules))
