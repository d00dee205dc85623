"""The viewer: what it says of a caller's rights is what reads do, and it costs and fails like every other field."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from hub.caller import Actor, Caller
from hub.errors import CostExceeded, Forbidden, InvalidArgument, LimitExceeded
from hub.query import viewer
from hub.query.authorise import authorise
from hub.query.authorised import ListNode
from hub.query.cost import Cost
from hub.query.engine import Engine
from hub.query.operation import prepare
from hub.query.parameters import Bindings
from hub.vault import Vault
from schema.catalog import catalog
from schema.policy import policy
from schema.viewer import AccessLevel
from tests.province import officer

#: levels at which a field may be selected from any list, whatever it then shows
SHOWN = {level.value for level in AccessLevel} - {"PURPOSE", "HIT", "COUNTED", "NONE"}
SUBJECT = "7c9e6679-7425-40de-944b-e07fc1f90ae7"


def of(role: str, **claims: Any) -> Caller:
    return officer(role, **({"subject_id": SUBJECT} if role == "SE" else {}), **claims)


def told(caller: Caller, *names: str) -> dict[str, dict[str, Any]]:
    """Coordinate → rights, for some types or all."""
    rights = viewer.rights(caller, policy())
    return {right["coordinate"]: right for name in names or rights for right in rights[name]}


def fields(root: str, kind: str, names: list[str]) -> str:
    return f"{{ {root}(first: 1) {{ nodes {{ __typename ... on {kind} {{ {' '.join(names)} }} }} }} }}"


def asked(query: str, caller: Caller) -> tuple[set[str], set[str]]:
    """Coordinates that are refused, and the types of rows that exist where none is."""
    try:
        (root,) = authorise(prepare(query, None, {}), caller).roots
    except Forbidden as error:
        return {one["coordinate"] for one in error.data["refused"]}, set()
    assert isinstance(root.node, ListNode)
    return set(), {visible.type_name for visible in root.node.selection.visibility}


def check_against_reads(caller: Caller) -> None:
    """Every field of every type that has a list: refused exactly where the viewer says so, masked likewise."""
    compared = 0
    for root, target in catalog().lists.items():
        for kind in catalog().concrete(target):
            rights = told(caller, kind.name)
            values = {value.coordinate: value.field for value in kind.visible().values()}
            open_ = {coordinate for coordinate in values if {*rights[coordinate]["level"]} & SHOWN}
            compared += len(values)
            refused, rows = asked(fields(root, kind.name, list(values.values())), caller)
            if not open_:  # all is refused, or no row of this type exists beside those of its sisters
                assert refused or kind.name not in rows
                continue
            assert refused == values.keys() - open_
            found = authorise(prepare(fields(root, kind.name, [values[one] for one in open_]), None, {}), caller)
            assert found.masked == {one for one in open_ if {*rights[one]["level"]} - {"PURPOSE"} == {"MASKED"}}
            half = {one for one in open_ if "MASKED" in rights[one]["level"]} - found.masked
            assert half <= found.masked_elsewhere
    assert compared > 250


@pytest.mark.parametrize("role", policy().roles)
def test_what_is_told_is_what_reads_do(role: str) -> None:
    """For every role, with and without a purpose, as reads from lists are refused and masked."""
    check_against_reads(of(role))
    purpose = min(policy().purposes.get(role, {"NONE"}))
    check_against_reads(of(role, purpose=purpose, matter="M-1"))


@pytest.mark.parametrize(("role", "acting"), [("CE", "BK"), ("CH", "CE"), ("BK", "MR"), ("PU", "CH"), ("AU", "SA")])
def test_who_is_acted_for_is_told_what_both_may_see(role: str, acting: str) -> None:
    """With somebody acting for the caller the viewer tells the less that is then read."""
    actor = Actor("issuer", "assistant", "agency", frozenset({acting}), ("330211",), (), None)
    check_against_reads(replace(of(role), actors=(actor,)))


@pytest.mark.parametrize("role", [role for role in policy().roles if policy().purposes.get(role)])
def test_what_a_purpose_opens_is_open_for_one_subject(role: str) -> None:
    """Whoever has purpose and matter number: a look-up shows in full what is told as PURPOSE, and masks the rest."""
    caller = of(role, purpose=min(policy().purposes[role]), matter="M-1")
    for kind in catalog().concrete("Subject"):
        rights = told(caller, kind.name)
        values = {value.coordinate: value.field for value in kind.visible().values()}
        open_ = {one for one in values if {*rights[one]["level"]} & {*SHOWN, "PURPOSE"}}
        query = '{ subject(id: "%s") { __typename ... on %s { %s } } }'
        text = query % (SUBJECT, kind.name, " ".join(values[one] for one in sorted(open_)))
        if not open_:
            continue
        found = authorise(prepare(text, None, {}), caller)
        assert found.masked == {one for one in open_ if rights[one]["level"] == ["MASKED"]}


def test_purposes_open_and_then_are_no_longer_offered() -> None:
    """A bank without a purpose is told which would open a number; with it and a matter number, that it is open."""
    number, without = "NaturalPerson.idNumber", of("BK")
    purpose = told(without)[number]["opensWith"][0]
    with_both = of("BK", purpose=purpose, matter="M-1")

    assert told(without)[number]["level"] == ["MASKED"]
    assert set(told(without)[number]["opensWith"]) <= policy().purposes["BK"]
    assert told(with_both)[number] == {
        "__typename": "Access", "coordinate": number, "level": ["PURPOSE", "MASKED"], "opensWith": [],
    }  # fmt: skip
    assert told(of("BK", purpose=purpose)) == told(without)
    assert told(of("BK", purpose="NOTHING", matter="M-1"))[number] == told(without)[number]


def test_several_roles_join() -> None:
    """Two roles see what either sees; the widest level stands first."""
    both = officer("CE")
    joined = Caller(**{
        **{name: getattr(both, name) for name in Caller.__dataclass_fields__ if name != "fingerprint"},
        "roles": frozenset({"CE", "CH"}),
    })  # fmt: skip

    assert told(both)["NaturalPerson.idNumber"]["level"] == ["REGION", "MASKED"]
    assert told(joined)["NaturalPerson.idNumber"]["level"] == ["CLEAR"]


async def ask(engine: Engine, query: str, caller: Caller, **variables: Any) -> dict[str, Any]:
    body = json.loads(await engine.answer(query, None, variables, caller))
    found: dict[str, Any] = body["data"]
    return found


@pytest.mark.parametrize("role", policy().roles)
async def test_every_role_is_told(role: str, engine: Engine) -> None:
    """In one statement with another field, every role learns who it is; the database administrator, too."""
    before = engine.reader.statements
    query = "{ viewer { agency roles areas courts purpose access { coordinate } } areas { totalCount } }"
    found = await ask(engine, query, of(role))

    assert engine.reader.statements == before + 1
    assert found["viewer"]["roles"] == [role]
    assert len(found["viewer"]["access"]) == sum(
        len(kind.visible()) for kind in catalog().types.values() if not kind.is_interface
    )


async def test_one_statement_serves_callers_with_other_values(engine: Engine) -> None:
    """Areas, courts and agency are those of whoever asks, though the statement was made for another."""
    query = "query V($t: String) { me: viewer { a: agency areas __typename access(type: $t) { coordinate } } }"
    first, second = officer("CE", agency="one", areas=("33",)), officer("CE", agency="two", areas=("44", "50"))
    found = [await ask(engine, query, caller, t="Court") for caller in (first, second)]
    interface = await ask(engine, query, first, t="Subject")

    assert [one["me"]["a"] for one in found] == ["one", "two"]
    assert [one["me"]["areas"] for one in found] == [["33"], ["44", "50"]]
    assert {right["coordinate"].partition(".")[0] for right in interface["me"]["access"]} == {
        "NaturalPerson", "Enterprise", "GovernmentBody", "OtherOrganisation",
    }  # fmt: skip
    assert engine.plan(prepare(query, None, {"t": "a"}), first) is engine.plan(prepare(query, None, {"t": "b"}), second)


@pytest.mark.parametrize("name", ["", "Viewer", "Query", "subject", "NaturalPerson ", "x" * 300, "__Type"])
async def test_a_type_that_is_none_is_refused_before_any_statement(name: str, engine: Engine) -> None:
    """As a literal and as a variable, in both languages."""
    before = engine.reader.statements
    literal = f"{{ viewer {{ access(type: {json.dumps(name)}) {{ level }} roles }} }}"
    variable = "query V($t: String) { viewer { access(type: $t) { level } } }"
    for query, variables in ((literal, {}), (variable, {"t": name})):
        with pytest.raises(InvalidArgument):
            await engine.answer(query, None, variables, officer("PU"))
    assert engine.reader.statements == before


def test_it_costs_what_it_brings(province_vault: Vault) -> None:
    """One unit for itself and one for each field told, so that nobody has everything told fifty times."""

    def price(query: str) -> int:
        operation, caller = prepare(query, None, {}), officer("PU")
        bound = Bindings(operation.variables, caller, province_vault)
        return Cost(authorise(operation, caller)).of(bound)[1]

    every = len(told(officer("PU")))
    assert price("{ viewer { roles } }") == 1
    assert price('{ viewer { access(type: "Court") { level } } }') == 1 + len(told(officer("PU"), "Court"))
    assert price("{ viewer { access { level } } }") == 1 + every


async def test_everything_told_many_times_is_refused(engine: Engine) -> None:
    """The public's allowance ends before the tenth time, and aliases are counted."""
    many = " ".join(f"a{number}: access {{ level }}" for number in range(10))
    most = " ".join(f"a{number}: access {{ level }}" for number in range(60))

    with pytest.raises(CostExceeded):
        await engine.answer(f"{{ viewer {{ {many} }} }}", None, {}, officer("PU"))
    with pytest.raises(LimitExceeded):
        await engine.answer(f"{{ viewer {{ {most} }} }}", None, {}, officer("CH"))


def test_memory_of_rights_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Purposes are words of the token, so kinds of callers have no end."""
    monkeypatch.setattr(viewer, "_MOST_KNOWN", 3)
    for number in range(5):
        viewer.rights(officer("PU", purpose=f"P{number}"), policy())

    assert len(viewer._known) <= 3
