"""The judge: what the policy says of rows, values and joins for one caller; refusals are noted and told together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from hub.caller import Caller
from hub.query.authorised import CLEAR, FOUND_BY_NUMBER, MASKED, Opening, Road, Sight, Visibility, Witness
from schema.catalog import Catalog, Link, ObjectType, Value, catalog
from schema.erasure import PERSON
from schema.kinds import ID
from schema.language import Presence
from schema.masks import WITHHELD
from schema.meet import conjoined, implied, meet, placed
from schema.policy import Decision, Policy, policy

#: how a row is joined to the subject that it is about
_ABOUT = {"subject_id": "id"}

Grants = tuple[tuple[Presence, frozenset[str] | None], ...]


@dataclass(frozen=True)
class Naming:
    """That a road began with a person named by a number which the caller does not see in full everywhere."""

    #: row rules that open the number, on the person's row
    rules: frozenset[str]
    #: purposes that would open it
    purposes: frozenset[str]
    #: whether the road may as well have begun with an organisation
    mixed: bool
    #: whether it has left the person's row
    below: bool = False


class Judge:
    """Answers for one operation of one caller; whoever walks the operation asks it of every coordinate."""

    def __init__(self, caller: Caller, table: Policy | None = None) -> None:
        self.catalog: Catalog = catalog()
        self.caller = caller
        #: the table in force when the operation began; none = the bundled one
        self.policy: Policy = table or policy()
        roles = frozenset[str]().union(*(party.roles for party in caller.parties))
        self.may_open = self.policy.opened_roles(roles, caller.purpose, caller.matter)
        #: the roles for which Q is open on the road being walked
        self.opened: frozenset[str] = frozenset()
        #: what each party of the caller may see by itself
        self._decisions: dict[tuple[str, frozenset[str]], tuple[Decision, ...]] = {}
        self.masked: set[str] = set()
        self.elsewhere: set[str] = set()
        #: coordinate → purposes any of which would open it together with a matter number, or None where none would
        self.refused: dict[str, Opening] = {}
        #: coordinates that are masked, though one of these purposes would open them for a looked-up subject
        self.waiting: dict[str, frozenset[str]] = {}
        #: whether a number that people are looked up by is not seen in full in every row
        self.unseen = False
        #: how the road being walked began, if it was by naming a person by ID number
        self.named: Naming | None = None
        #: whether the road being walked came from a row that the caller sees and that is about what it leads to
        self.witnessed = False
        #: how often anything was refused, the same coordinate again included
        self.refusals = 0

    def _visibility(self, type_name: str, narrowed: frozenset[str] | None = None) -> list[Visibility]:
        """The concrete types of which the caller may see any row, with the rules of each."""
        found = []
        for kind in self.catalog.concrete(type_name):
            if narrowed is not None and kind.entity.when not in narrowed:
                continue
            grants = tuple(grant for presence in kind.entity.presence if (grant := self._grant(presence)))
            if grants:
                found.append(Visibility(kind.name, grants, self._known_by(kind, grants)))
        return found

    def _known_by(self, kind: ObjectType, grants: Grants) -> tuple[Witness, ...] | None:
        """The rows by which rows of a type are known to the caller, where they are there for nobody knowing of them.

        A rule that opens a row (`own`, `listed`) says by itself why the caller may know of it.
        """
        if not kind.entity.known_by or self.witnessed or all(rules is not None for _, rules in grants):
            return None
        links = [kind.links[name] for name in kind.entity.known_by]
        found = (
            Witness(link.target, tuple(self._visibility(link.target)), link.declared.on["id"])
            for link in links if not self._decide(link.group).nothing
        )  # fmt: skip
        return tuple(witness for witness in found if witness.visibility)

    def _grant(self, presence: Presence) -> tuple[Presence, frozenset[str] | None] | None:
        """By which rules rows exist, None for all rows; where several act together a row exists for each of them."""
        found = []
        for decision in self._each(presence.group):
            if decision.clear or decision.always_masked or (presence.masks and decision.masked):
                continue
            if not decision.rules:
                return None
            found.append(decision.rules)
        return presence, (conjoined(found) if len(found) > 1 else found[0]) if found else None

    def _decide(self, group: str) -> Decision:
        each = self._each(group)
        return each[0] if len(each) == 1 else meet(each)

    def _each(self, group: str) -> tuple[Decision, ...]:
        known = self._decisions.get((group, self.opened))
        if known is None:
            decided = [self.policy.decide(group, party.roles, self.opened) for party in self.caller.parties]
            known = tuple(replace(one, rules=placed(one.rules, place)) if place else one
                          for place, one in enumerate(decided))  # fmt: skip
            self._decisions[group, self.opened] = known
        return known

    def _refuse(self, coordinate: str, opens: Opening) -> None:
        self.refused[coordinate] = opens
        self.refusals += 1

    def _would_open(self, type_name: str) -> Opening:
        found = [
            opening
            for kind in self.catalog.concrete(type_name) for presence in kind.entity.presence
            if (opening := self._decide(presence.group).opening) is not None
        ]  # fmt: skip
        return frozenset[str]().union(*found) if found else None

    def _number(self) -> Value:
        """What people are named by, together with the name."""
        return self.catalog.types[PERSON].values["id_number"]

    def _sight(self, value: Value, rows: Visibility) -> Sight:
        """What the caller sees of a value; refusals are noted and answered together."""
        if self.named and value.kind.name == ID.name and (self.named.below or value.type_name == PERSON):
            return self._veiled(value, self.named)
        decision = self._decide(value.group)
        waiting = decision.opens_with_purpose and not decision.always_masked and "region" not in decision.rules
        withheld = waiting and value.declared.mask is WITHHELD
        if decision.clear or rows.implies(decision.rules):
            return CLEAR
        if decision.nothing or (withheld and not decision.rules):
            self._refuse(value.coordinate, decision.opening)
            return MASKED
        if decision.purposes:
            self.waiting[value.coordinate] = decision.purposes
        if decision.rules or decision.masked_by:
            self.elsewhere.add(value.coordinate)
            # own records, say, are no licence for masked forms of all others
            sight = Sight(clear=False, rules=decision.rules, masked=decision.masked, masked_by=decision.masked_by)
            return self._beside_parts(value, sight)
        self.masked.add(value.coordinate)
        return self._beside_parts(value, MASKED)

    def _beside_parts(self, value: Value, sight: Sight) -> Sight:
        """A masked form and a part of the value in the clear add up, so where the part is clear the form is whole."""
        for part in self.catalog.types[value.type_name].parts.get(value.name, ()):
            decision = self._decide(part.group)
            if decision.clear:
                sight = replace(sight, whole=True)
            elif not implied(sight.rules, decision.rules):
                sight = replace(sight, whole_by=sight.whole_by | decision.rules)
        return sight

    def _naming(self, *, mixed: bool) -> Naming | None:
        """A road that begins with a person named by number; None where the caller sees every such number in full."""
        decision = self._decide(self._number().group)
        people = self._visibility(PERSON)
        if decision.clear or (people and people[0].implies(decision.rules)):
            return None
        return Naming(decision.rules, decision.purposes, mixed)

    def _veiled(self, value: Value, named: Naming) -> Sight:
        """The sight of an id where the road began with a person named by a number that the caller does not see.

        In a list the caller sees rows with ids and masked numbers; an id that came back for a guessed number would
        tell whose number it is, and so would that of any row which leads to the person. So another one stands in its
        place, which names no row.
        """
        mixed = named.mixed and named.below
        (self.elsewhere if named.rules or mixed else self.masked).add(value.coordinate)
        if named.purposes:
            self.waiting[value.coordinate] = named.purposes
        return Sight(clear=False, rules=named.rules, veiled=True, mixed=mixed)

    def _tells(self, link: Link) -> bool:
        """Whether a relation leads from a row to the subject that it is about."""
        return link.declared.on == _ABOUT

    def _onward(self, link: Link) -> Naming | None:
        """How the road began, once it has gone through a relation; what an agency found by a number begins one.

        What its own acts wrote stands above that: it goes by its own ids, or nobody could report back on a hit.
        """
        if link.type_name != FOUND_BY_NUMBER:
            return replace(self.named, below=True) if self.named else None
        target = self.catalog.types[link.target].entity
        about = target.table == "subject"
        named = self._naming(mixed=True) if about or target.subject_led else None
        return replace(named, below=not about) if named else None

    def _road(self, link: Link, rows: Visibility) -> Road:
        """What opens a relation from rows of a type; Q closes where the road leaves the subject asked about."""
        if self._decide(link.group).nothing:
            self._refuse(link.coordinate, None)
        near = self._joinable(link, self.catalog.types[link.type_name], link.declared.on, rows)
        # within one subject the near column says it all; across, joining by theirs is filtering by theirs
        theirs = link.declared.on.values() if link.declared.across else ()
        before, self.opened = self.opened, frozenset()
        far = self._joinable(link, self.catalog.types[link.target], theirs, None)
        self.opened = before
        return Road(near, far)

    def _joinable(self, link: Link, kind: ObjectType, columns: Iterable[str], rows: Visibility | None
                  ) -> frozenset[frozenset[str]]:  # fmt: skip
        """Whoever may not see the columns of a join may not walk it: what it reaches tells what they hold."""
        found = set()
        for value in (kind.values[name] for name in columns if name in kind.values):
            decision = self._decide(value.group)
            if decision.clear or (rows and rows.implies(decision.rules)):
                continue
            if not decision.rules:
                self._refuse(link.coordinate, decision.opening)
            else:
                self.elsewhere.add(link.coordinate)
                found.add(decision.rules)
        return frozenset(found)

    def _use(self, kind: ObjectType, name: str) -> Sight:
        value = kind.values[name]
        decision = self._decide(value.group)
        if not (decision.clear or decision.rules):
            self._refuse(value.coordinate, decision.opening)
        return CLEAR if decision.clear else Sight(clear=False, rules=decision.rules)

    def told(self, value: Value, *, compared: bool) -> Sight | None:
        """How a value is shown on the road being walked, or may be compared; None where it is refused."""
        refusals = self.refusals
        kind = self.catalog.types[value.type_name]
        rows = self._visibility(kind.name)
        if not rows:
            return None
        sight = self._use(kind, value.name) if compared else self._sight(value, rows[0])
        return sight if self.refusals == refusals else None
