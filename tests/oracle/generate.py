"""Operations by chance: valid documents over the committed schema, with variables and ways to fill them.

Documents are made as text, from the root down; what a caller would be refused is mostly left out, else hardly any
operation of most roles would be answered.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from schema.catalog import catalog
from tests.oracle import search
from tests.oracle.generate_rows import Place, RowGenerator, Scope
from tests.oracle.generate_values import Reference, Variable, is_acceptable, printed
from tests.oracle.naming import ARGUMENTS, ORGANISATIONS
from tests.oracle.policy import Road
from tests.oracle.values import rendered
from tests.oracle.world import Row, kind_of

#: ways to write what is no reference
WRONG = ("x", "00000000-0000-0000-0000-000000000000", "")


@dataclass(frozen=True)
class Draft:
    """A document with its variables; `name` is the operation to run."""

    text: str
    name: str | None
    variables: tuple[Variable, ...]


class Generator(RowGenerator):
    """Makes one document."""

    def draft(self) -> Draft:
        """A document with one operation to run, and sometimes another beside it."""
        chance = self._chance
        scope = Scope()
        body = " ".join(self._directed(self._root(scope)) for _ in range(chance.choice((1, 1, 1, 1, 2, 3))))
        if chance.random() < 0.1:
            body += " __typename"
        variables = tuple(self._values.variables.values())
        name = "Asked" if variables or chance.random() < 0.5 else None
        other = name is not None and chance.random() < 0.1
        parts = [*(f"fragment {name} on {on} {{ {body} }}" for name, on, _, body in self._fragments)]
        parts.insert(chance.randint(0, len(parts)), f"query {name or ''}{_declared(variables)} {{ {body} }}")
        if other:
            parts.append("query Other { __typename }")
        return Draft("\n".join(parts), name if other or chance.random() < 0.5 else None, variables)

    # --- roots --------------------------------------------------------------------------------------------------

    def _root(self, scope: Scope) -> str:
        lists, lookups = self._offers.roots(sorted(catalog().lists)), self._offers.roots(sorted(catalog().lookups))
        if self._chance.random() < self._emphasis.references:
            return self._references(scope)
        if self._chance.random() < 0.08 and self._offers.roots([search.ROOT]):
            return self._search(scope)
        # what subjects and facts tell is asked for more often than reference data
        common = [name for name in ("subjects", "listings", "cases", "terminatedCases") if name in lists]
        chance = self._chance
        if lookups and (not lists or chance.random() < 0.4):
            return self._lookup(chance.choice((*lookups, lookups[-1], lookups[-1])), scope)
        name = chance.choice(common) if common and chance.random() < 0.5 else chance.choice(lists)
        return self._list(name, None, catalog().lists[name], Place(), scope)

    def _lookup(self, name: str, scope: Scope) -> str:
        chance, world = self._chance, self._world
        place = Place(depth=1, rows=1, road=Road.LOOKED_UP)
        if name == "accessEntry":
            known = str(chance.choice(world.tables["access_entry"])["sequence"])
            wanted = self._given("Position", known if chance.random() < 0.9 else "999")
            return self._nested(name, f"(sequence: {wanted})", scope, lambda: self._rows("AccessEntry", place))
        subject = chance.choice(self._subjects if chance.random() < 0.9 else world.tables["subject"])
        number = world.number(subject)
        ways = [{"id": ("ID", subject["id"])}]
        if is_acceptable("CreditCode", subject["credit_code"]):
            ways = [{"creditCode": ("CreditCode", subject["credit_code"])}]
        elif number:
            ways.append({"idNumber": ("IdNumber", number), "name": ("String", subject["name"])})
        given = dict(chance.choice(ways))
        if chance.random() < 0.02:
            given["id"] = ("ID", subject["id"])
        arguments = ", ".join(f"{key}: {self._given(*value)}" for key, value in given.items())
        return self._nested(name, f"({arguments})", scope, lambda: self._rows("Subject", place))

    def _search(self, scope: Scope) -> str:
        """Organisations by a name that is there, a part of one, or one with a wrong character."""
        chance = self._chance
        rows = [row for row in self._world.tables["subject"] if row["kind"] in ORGANISATIONS]
        name = chance.choice(rows)["name"]
        begin, place = chance.randrange(3), chance.randrange(len(name))
        name = chance.choice((name, name[begin : begin + 4], name[:place] + "鑫" + name[place + 1 :], "公司"))
        first = chance.choice((1, 2, 5, 0 if chance.random() < 0.1 else 3))
        wanted = f"(name: {self._given('String!', name)}, first: {first})"
        inside = Place(depth=2, rows=5)
        return self._nested(search.ROOT, wanted, scope, lambda: f"score subject {{ {self._rows('Subject', inside)} }}")

    def _given(self, kind: str, value: str) -> str:
        """A look-up's argument, often as a variable; its only other value is null."""
        if self._chance.random() < 0.5:
            return printed(value)
        kind = f"{kind}!" if not kind.endswith("!") and self._chance.random() < 0.7 else kind
        makes = (lambda: value) if kind.endswith("!") else lambda: None if self._chance.random() < 0.05 else value
        return f"${self._values.declare(kind, None, makes).name}"

    # --- references ---------------------------------------------------------------------------------------------

    def _references(self, scope: Scope) -> str:
        """Rows of some types by references to them, a few of which name nothing."""
        chance = self._chance
        root = chance.choice(("node", "nodes", "subjectsByReference", "subjectsByReference", "_entities"))
        leading = sorted({catalog().leading(name) for name, kind in catalog().types.items() if kind.references})
        known = [name for name in leading if self._offers.are_there(catalog().types[name], _road(root, name))]
        offered = known if known and chance.random() < 0.95 else leading
        types = ["Subject"] if root == "subjectsByReference" else [chance.choice(offered), chance.choice(offered)]
        if root == "node":
            text = self._given("ID", self._row(types[0])["id"])
        else:
            number = chance.choice((0, 1, 1, 2, 3, 5))
            text = self._items(root, [self._reference(root, chance.choice(types)) for _ in range(number)])
        place = Place(depth=1, rows=1 if root == "node" else 5, road=_road(root, "Subject"), fragment=len(types) > 1)
        if types == ["Subject"]:
            return self._nested(root, f"({ARGUMENTS[root]}: {text})", scope, lambda: self._rows("Subject", place))
        return self._nested(root, f"({ARGUMENTS[root]}: {text})", scope, lambda: self._of_any(root, types, place))

    def _row(self, leading: str) -> Row:
        """A row, most often one that is there; subjects of which something is told."""
        there = self._subjects if leading == "Subject" else self._sight.all_rows(leading)
        rows = self._world.tables[catalog().types[leading].entity.table]
        return self._chance.choice(there if there and self._chance.random() < 0.9 else rows)

    def _reference(self, root: str, leading: str) -> Any:
        """One row, by whatever may name it."""
        chance, row = self._chance, self._row(leading)
        if root == "nodes":
            return row["id"] if chance.random() < 0.97 else chance.choice(WRONG)
        if root == "subjectsByReference":
            return self._subject(row)
        kind = kind_of(leading, row)
        named = chance.choice((kind.name, kind.name, kind.name, leading, *catalog().types[leading].possible))
        key = chance.choice(sorted(catalog().types[named].references))
        value = rendered(row[catalog().types[named].references[key].name]) if chance.random() < 0.95 else "x"
        if key == "creditCode" and value and chance.random() < 0.1:
            value = value.lower()
        made = {"__typename": named, key: value}
        if chance.random() < 0.04:
            made.pop(chance.choice(sorted(made)))
        if chance.random() < 0.04:
            made["__typename"] = chance.choice((*sorted(catalog().types), "Node"))
        return made

    def _subject(self, row: Row) -> dict[str, Any]:
        ways: list[dict[str, Any]] = [{"id": row["id"] if self._chance.random() < 0.97 else self._chance.choice(WRONG)}]
        if is_acceptable("CreditCode", row["credit_code"]):
            ways.append({"creditCode": row["credit_code"]})
        if number := self._world.number(row):
            name = row["name"] if self._chance.random() < 0.8 else "示例"
            ways.append({"person": {"idNumber": number, "name": name}})
        return self._chance.choice(ways)

    def _items(self, root: str, items: list[Any]) -> str:
        """References as they are written: the whole list in a variable, as gateways do; in the document; or mixed."""
        chance = self._chance
        kind = {"nodes": "ID", "subjectsByReference": "SubjectReference", "_entities": "_Any"}[root]
        if chance.random() < 0.5:
            return f"${self._values.declare(f'[{kind}!]!', None, lambda: items).name}"
        if len(items) == 1 and chance.random() < 0.3:
            return printed(items[0])
        return printed([self._item_of(kind, item) if chance.random() < 0.3 else item for item in items])

    def _item_of(self, kind: str, item: Any) -> Reference:
        return Reference(self._values.declare(f"{kind}!", None, lambda: item).name)

    def _of_any(self, root: str, types: list[str], place: Place) -> str:
        """A selection of rows of several types: what they share, and what each has for itself."""
        chance = self._chance
        parts = ["__typename"] if chance.random() < 0.5 else []
        if root != "_entities" and (not parts or chance.random() < 0.5):
            parts.append("id")
        for name in types:
            on = chance.choice((name, *catalog().types[name].possible))
            inside = replace(place, road=_road(root, name))
            parts.append(f"... on {on} {{ {self._selection(on, inside, Scope(), chance.choice((1, 2, 3)))} }}")
        return " ".join(map(self._directed, parts))


def _road(root: str, leading: str) -> Road:
    return Road.LOOKED_UP if root == "node" and leading == "Subject" else Road.LISTED


def _declared(variables: tuple[Variable, ...]) -> str:
    if not variables:
        return ""
    texts = [f"${v.name}: {v.type}{'' if v.default is None else f' = {v.default}'}" for v in variables]
    return f"({', '.join(texts)})"
