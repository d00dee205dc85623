"""Values: how one column of one row is shown to the caller of a statement: clear, masked, sealed, or erased."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from hub.query import sql
from hub.query.authorised import Selected, Sight, ValueNode
from hub.query.parameters import SEALS, Parameters, marker, veil
from hub.query.rows import stored
from hub.query.rules import row_rules
from schema.catalog import Catalog, Value
from schema.entities.subject import SubjectKind
from schema.erasure import NUMBER_KIND, PERSON, is_gone, is_silent

#: an id of nothing in the place of a row's: a UUID that looks random (version 4), the same for the caller at all times
_VEILED = (
    "overlay(overlay(left(encode(sha256(convert_to({} || {}.{}::text, 'UTF8')), 'hex'), 32)"
    " placing '4' from 13) placing '8' from 17)::uuid::text"
)

Fragment = sql.Composable


class Values:
    """Writes the values of one statement, and remembers what its answers have to be searched for."""

    def __init__(self, catalog: Catalog, bound: Parameters) -> None:
        self._catalog, self._bound = catalog, bound
        #: whether answers hold sealed values
        self.marked = False
        #: coordinates of values that are null where they were erased; marks in the answer number them
        self.erasable: list[str] = []
        #: alias of the row by which the road begins that is being written, and its column that holds the subject's id
        self._anchor: tuple[sql.SQL, str] | None = None

    @contextmanager
    def anchored(self, alias: sql.SQL, column: str) -> Iterator[None]:
        """What is written meanwhile stands on a road that begins with this row, where it begins with a number."""
        before, self._anchor = self._anchor, (alias, column)
        yield
        self._anchor = before

    def value(self, node: ValueNode, alias: sql.SQL) -> Fragment:
        """The value as this caller may see it in this row."""
        value, entity = node.value, self._catalog.types[node.value.type_name].entity
        if node.sight.clear:
            return self._clear(value, alias)
        if node.sight.veiled:
            return self._veiled(node, alias)
        masked = self._masked(node, alias) if node.sight.masked else sql.SQL("null")
        if node.sight.masked_by:
            shown = row_rules(entity, node.sight.masked_by, alias, self._bound)
            masked = sql.SQL("case when {} then {} end").format(shown, self._masked(node, alias))
        if not node.sight.rules:
            return masked
        clear = self._clear(value, alias)
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
        """Ciphertext, with the key of its own that a person's number has, between marks of this request's own."""
        self.marked = True
        mark = self._bound.add(marker, "text")
        sealed, masked = (sql.Identifier(f"{value.name}_{form}") for form in ("sealed", "masked"))
        letter = sql.Literal(SEALS[value.kind.sealed])
        hidden = sql.SQL("encode({}.{}, 'hex')").format(alias, sealed)
        if value.kind.sealed == NUMBER_KIND:
            hidden = sql.SQL("{} || coalesce('.' || encode({}, 'hex'), '')").format(
                hidden,
                sql.SQL("(select key$.key_sealed from person_key key$ where key$.owner_id = {}.id)").format(alias),
            )
        return sql.SQL("coalesce({} || {} || {} || '@', {}.{})").format(mark, letter, hidden, alias, masked)

    def _veiled(self, node: ValueNode, alias: sql.SQL) -> Fragment:
        """An id that names nothing, but where the number is seen in full that began the road, or none began it."""
        veiled = sql.SQL(_VEILED).format(self._bound.add(veil, "text"), alias, sql.Identifier(node.value.name))
        if not (node.sight.rules or node.sight.mixed):
            return veiled
        assert self._anchor
        begun, column = self._anchor
        person = begun if column == "id" else self._bound.alias("named")
        opened = self._is_open(node.sight, person)
        if person is not begun:
            opened = sql.SQL("exists (select from subject {person} where {person}.id = {}.{} and {})").format(
                begun, sql.Identifier(column), opened, person=person
            )
        return sql.SQL("case when {} then {} else {} end").format(opened, self._clear(node.value, alias), veiled)

    def _is_open(self, sight: Sight, person: sql.SQL) -> Fragment:
        """True where the row that began the road is no person's, or that of one whose number the caller sees."""
        parts: list[Fragment] = []
        if sight.mixed:
            parts.append(sql.SQL("{}.kind <> {}").format(person, sql.Literal(SubjectKind.NATURAL_PERSON.value)))
        if sight.rules:
            parts.append(row_rules(self._catalog.types[PERSON].entity, sight.rules, person, self._bound))
        return sql.SQL("({})").format(sql.SQL(" or ").join(parts))

    def _masked(self, node: ValueNode, alias: sql.SQL) -> Fragment:
        """The masked form, which tells nothing on rows where a part of the value is shown beside it."""
        value, sight = node.value, node.sight
        mask = value.declared.mask
        if sight.whole or not sight.whole_by:
            return _filled(mask.whole if sight.whole else mask.sql, value, alias)
        beside = row_rules(self._catalog.types[value.type_name].entity, sight.whole_by, alias, self._bound)
        whole, usual = _filled(mask.whole, value, alias), _filled(mask.sql, value, alias)
        return sql.SQL("case when {} then {} else {} end").format(beside, whole, usual)


def _filled(template: str, value: Value, alias: sql.SQL) -> Fragment:
    """A mask's SQL over the stored value, or over the masked form that is stored instead of it."""
    form = sql.SQL("{}.{}").format(alias, sql.Identifier(f"{value.name}_masked"))
    plain = form if value.kind.sealed else stored(value, alias)
    holes = template.replace("{0}", "{}")
    return sql.SQL(holes).format(*[plain] * holes.count("{}"))


def may_be_erased(node: Selected) -> bool:
    """Whether a selected value is written as JSON, because of what may stand in its place."""
    return isinstance(node, ValueNode) and is_silent(node.value) and (node.sight.clear or bool(node.sight.rules))
