"""The claim `act`: a chain of up to three actors, each read as strictly as the holder of the token."""

from __future__ import annotations

from time import time
from typing import Any

import pytest

from hub.caller import Caller, read_claims
from hub.revocation import Revocation, Revocations
from tests.hub.signers import claims

BANK: dict[str, Any] = {"sub": "officer-9", "agency_id": "AG330211-BK01", "roles": ["BK"]}
COURT: dict[str, Any] = {"sub": "judge-1", "agency_id": "AG330211-CE01", "roles": ["CE"], "areas": ["330200"]}


def read(**changes: Any) -> Caller:
    """The caller of a token with these claims."""
    given = claims(**changes)
    return read_claims(given, issuer=given["iss"], audience=given["aud"], now=time(), leeway=30)


def test_both_names_are_known() -> None:
    """Holder and actor stand on the caller, the one who sent the request first, for the access log to write down."""
    caller = read(act=BANK | {"act": COURT | {"iss": "https://court.example"}})

    assert [(one.subject, one.agency, sorted(one.roles)) for one in caller.actors] == [
        ("officer-9", "AG330211-BK01", ["BK"]),
        ("judge-1", "AG330211-CE01", ["CE"]),
    ]
    assert [one.issuer for one in caller.actors] == [caller.issuer, "https://court.example"]
    assert caller.actors[1].areas == ("3302",)
    assert caller.parties == (caller, *caller.actors)
    assert read().actors == ()


@pytest.mark.parametrize(
    "act",
    [
        None,
        "officer-9",
        [BANK],
        {},
        BANK | {"roles": []},
        BANK | {"roles": ["XX"]},
        BANK | {"roles": "BK"},
        BANK | {"sub": ""},
        BANK | {"areas": ["33021"]},
        BANK | {"roles": ["SE"]},
        BANK | {"act": {}},
        BANK | {"act": BANK | {"act": BANK | {"act": BANK}}},
    ],
)
def test_chain_that_is_not_understood_refuses_the_token(act: Any) -> None:
    """An actor whose rights cannot be told might narrow less than he should; four are one too many."""
    with pytest.raises(ValueError, match=r"is not|role|invisible|act for|area|subject_id"):
        read(act=act)


def test_three_may_act_for_one_another() -> None:
    """The longest chain."""
    assert len(read(act=BANK | {"act": COURT | {"act": BANK}}).actors) == 3


def test_least_allowance_holds() -> None:
    """Documents of one's own only where everybody may send such, and the lowest cost."""
    public, court = read(roles=["PU"]), read(roles=["CE"])
    both = read(roles=["CE"], act=BANK | {"roles": ["PU"]})

    assert both.allowance.cost == min(public.allowance.cost, court.allowance.cost)
    assert both.allowance.free_form is (public.allowance.free_form and court.allowance.free_form)


def test_revoked_actor_takes_the_token_with_him() -> None:
    """Whoever is refused in his own name is refused in another's; the same name of another issuer is somebody else."""
    caller = read(act=BANK | {"iss": "https://bank.example"})
    for kind, issuer, value, covered in (
        ("SUBJECT", "https://bank.example", "officer-9", True),
        ("AGENCY", "https://bank.example", "AG330211-BK01", True),
        ("SUBJECT", caller.issuer, "officer-9", False),
    ):
        known = Revocations(lambda: None)
        known.add([Revocation(kind, issuer, value)])  # type: ignore[arg-type]
        assert known.covers(caller) is covered
