"""The header that states a matter: what it opens, for how long, beside which token, and that all else is one 401."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from hub import identity
from hub.commands.token import app
from hub.errors import Unauthenticated
from hub.identity import LEEWAY, Authenticator
from hub.matter import LARGEST, LONGEST_LIFE, signing_input
from hub.revocation import Revocation
from hub.settings import Settings
from tests.conftest import copied
from tests.hub.server.running import Hub, running
from tests.hub.signers import Signer, b64, claims, compact, settings, without, write_key_set

OURS, THEIRS = Signer("EdDSA"), Signer("ES256", "other")
JTI = "6e0d1c5e"  # of `claims`
MATTER = "甬采（2026）17号"


def header(signer: Signer = OURS, jti: str = JTI, **members: Any) -> bytes:
    """A good header, with `members` put over its own; None takes one out."""
    now = int(time.time())
    said = {"alg": signer.algorithm, "kid": signer.kid, "typ": "hub-matter", "matter": MATTER, "iat": now,
            "exp": now + 60, **members}  # fmt: skip
    return signed(compact({name: value for name, value in said.items() if value is not None}), signer, jti)


def signed(protected: bytes, signer: Signer = OURS, jti: str = JTI) -> bytes:
    """A header with this very text in its protected part, rightly signed."""
    first = b64(protected)
    *_, signature = signer.raw(first, signing_input(first, jti).partition(b".")[2]).split(b".")
    return first + b".." + signature


@pytest.fixture
async def authenticator(tmp_path: Path) -> Authenticator:
    """Trusts two issuers; the second one's key is `THEIRS`."""
    write_key_set(tmp_path / "theirs.json", THEIRS)
    entries = [{"issuer": "https://other.example", "jwks": "theirs.json"}]
    (tmp_path / "issuers.json").write_bytes(compact(entries))
    ours = write_key_set(tmp_path / "jwks.json", OURS)
    found = Authenticator.from_settings(settings(tmp_path, ours, HUB_ISSUERS=str(tmp_path / "issuers.json")))
    await found.open()
    return found


def bearer(**changes: Any) -> list[bytes]:
    """The Authorization header of a bank's officer."""
    return [b"Bearer " + OURS.token(claims(**changes))]


async def test_header_gives_the_token_its_matter(authenticator: Authenticator) -> None:
    """The caller has the matter of the header, all else is the token's; the same matter twice is fine."""
    plain = await authenticator.authenticate(bearer(purpose="CREDIT_REVIEW"))
    caller = await authenticator.authenticate(bearer(purpose="CREDIT_REVIEW"), [header()])
    same = await authenticator.authenticate(bearer(matter=MATTER), [header()])

    assert (plain.matter, caller.matter, same.matter) == (None, MATTER, MATTER)
    assert (caller.subject, caller.jti, caller.purpose) == (plain.subject, plain.jti, "CREDIT_REVIEW")
    assert caller.fingerprint != plain.fingerprint


NOW = int(time.time())
WRONG: dict[str, Callable[[], list[bytes]]] = {
    "of another token": lambda: [header(jti="another")],
    "signed by another issuer": lambda: [header(THEIRS)],
    "by a key that nobody has": lambda: [header(Signer("EdDSA", "nobody"))],
    "by another key of that name": lambda: [header(Signer("EdDSA"))],
    "another algorithm than the key's": lambda: [header(alg="ES256")],
    "no algorithm": lambda: [header(alg="none")],
    "algorithm a number": lambda: [header(alg=1)],
    "kid empty": lambda: [header(kid="")],
    "kid a list": lambda: [header(kid=[OURS.kid])],
    "type of a token": lambda: [header(typ="JWT")],
    "no type": lambda: [header(typ=None)],
    "a member more": lambda: [header(crit=["b64"])],
    "a key inside": lambda: [header(jwk=OURS.jwk)],
    "no matter": lambda: [header(matter=None)],
    "matter empty": lambda: [header(matter="")],
    "matter of blanks": lambda: [header(matter="  ")],
    "matter of 65": lambda: [header(matter="x" * 65)],
    "matter of two lines": lambda: [header(matter="a\nb")],
    "matter a number": lambda: [header(matter=17)],
    "expired": lambda: [header(iat=int(time.time()) - 200, exp=int(time.time()) - LEEWAY - 1)],
    "from the future": lambda: [header(iat=int(time.time()) + LEEWAY + 5, exp=int(time.time()) + LEEWAY + 9)],
    "lives too long": lambda: [header(exp=int(time.time()) + LONGEST_LIFE + 5)],
    "ends before it begins": lambda: [header(iat=int(time.time()) + 5, exp=int(time.time()) + 4)],
    "exp a text": lambda: [header(exp=str(NOW + 60))],
    "exp a fraction": lambda: [header(exp=NOW + 60.5)],
    "iat true": lambda: [header(iat=True)],
    "twice": lambda: [header(), header()],
    "empty": lambda: [b""],
    "the number itself": lambda: [MATTER.encode()],
    "attached payload": lambda: [header().replace(b"..", b"." + b64(JTI.encode()) + b".")],
    "the token itself": lambda: [OURS.token(claims())],
    "no signature": lambda: [header().rpartition(b".")[0] + b"."],
    "padded": lambda: [header() + b"="],
    "with a blank": lambda: [header() + b" "],
    "a member twice": lambda: [signed(compact({"alg": "EdDSA"})[:-1] + b',"alg":"EdDSA"}')],
    "not JSON": lambda: [signed(b"matter")],
    "too large": lambda: [header(matter="事" * 64, kid="k" * LARGEST)],
}


@pytest.mark.parametrize("name", WRONG)
async def test_wrong_header_is_refused_like_a_wrong_token(authenticator: Authenticator, name: str) -> None:
    """Whatever is wrong refuses the whole request in the one sentence, though the token alone would be let in."""
    assert (await authenticator.authenticate(bearer())).subject
    refusals = []
    for headers, matters in ((bearer(), WRONG[name]()), ([b"Bearer x"], [])):
        with pytest.raises(Unauthenticated) as refusal:
            await authenticator.authenticate(headers, matters)
        refusals.append(str(refusal.value))

    assert len(set(refusals)) == 1


async def test_matter_of_token_and_header_must_agree(authenticator: Authenticator) -> None:
    """A token for one matter is not turned to another."""
    with pytest.raises(Unauthenticated):
        await authenticator.authenticate(bearer(matter="M-1"), [header()])


async def test_header_is_no_token(authenticator: Authenticator) -> None:
    """What states a matter, with the payload put back, does not let anybody in."""
    now = int(time.time())
    protected = compact(
        {"alg": "EdDSA", "kid": OURS.kid, "typ": "hub-matter", "matter": "M", "iat": now, "exp": now + 9}
    )
    for first in (b64(protected), b64(compact(OURS.header(typ="hub-matter")))):
        token = OURS.raw(first, b64(compact(claims())))
        with pytest.raises(Unauthenticated):
            await authenticator.authenticate([b"Bearer " + token])


async def test_header_ends_with_its_time(authenticator: Authenticator, monkeypatch: pytest.MonkeyPatch) -> None:
    """Remembered or not, a header counts no longer than it says, while the token goes on."""
    asked = bearer(), [header()]
    assert (await authenticator.authenticate(*asked)).matter == MATTER
    real = time.time
    monkeypatch.setattr(identity, "time", lambda: real() + 60 + LEEWAY + 1)

    with pytest.raises(Unauthenticated):
        await authenticator.authenticate(*asked)
    assert (await authenticator.authenticate(bearer())).matter is None


async def test_revoked_token_is_refused_with_its_header(authenticator: Authenticator) -> None:
    """A remembered pair is forgotten when the token is revoked."""
    asked = bearer(), [header()]
    assert (await authenticator.authenticate(*asked)).matter == MATTER
    authenticator.revocations.add([Revocation("TOKEN", "", JTI)])

    with pytest.raises(Unauthenticated):
        await authenticator.authenticate(*asked)


# --- over the wire -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def hub(server: str, template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    """A hub over a migrated database without a row."""
    given = Settings.from_environment({"HUB_DATA_DIR": str(tmp_path_factory.mktemp("data"))})
    with contextmanager(copied)(server, template) as database, running(database, given) as found:
        yield found


def test_matter_opens_what_the_tokens_purpose_waits_for(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the header that `hub token matter` prints `Q` opens for a looked-up subject; a broken one is 401 alone."""
    monkeypatch.setenv("HUB_DATA_DIR", str(hub.settings.data_dir))
    token = hub.token("BK", purpose="CREDIT_REVIEW")
    printed = CliRunner().invoke(app, ["matter", "甬信贷-1", "--token", "-"], input=token)
    query = '{ subject(creditCode: "91330211MA2A00018F") { cases { nodes { amountApplied } } } }'

    def ask(*stated: str) -> tuple[int, Any, dict[str, str]]:
        sent = [("authorization", f"Bearer {token}"), *(("x-hub-matter", one) for one in stated)]
        answer = hub.client.post("/graphql", json={"query": query}, headers=sent)
        return answer.status_code, answer.json(), {**without(answer.headers, "date")}

    good, plain, broken = ask(printed.stdout.strip()), ask(), ask(printed.stdout.strip()[:-2])

    assert printed.exit_code == 0
    assert good[1]["data"] == {"subject": None}
    refused = plain[1]["errors"][0]["extensions"]["refused"]
    assert {tuple(one["purposes"]) for one in refused} == {("CREDIT_REVIEW", "ENFORCEMENT_ASSISTANCE", "INCENTIVE")}
    assert broken[0] == 401
    stranger = hub.client.post("/graphql", json={"query": query})
    assert (broken[1], broken[2]) == (stranger.json(), {**without(stranger.headers, "date")})


@pytest.mark.parametrize("arguments", [["", "--seconds", "60"], ["M-1", "--seconds", "301"], ["M-1", "--seconds", "0"]])
def test_command_refuses_what_the_hub_would(hub: Hub, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    """A number or a life that no hub accepts is refused where it can still be explained."""
    monkeypatch.setenv("HUB_DATA_DIR", str(hub.settings.data_dir))
    found = CliRunner().invoke(app, ["matter", *arguments, "--token", hub.token("BK")])

    assert found.exit_code != 0
    assert json.dumps(getattr(found.exception, "code", "")) in ('"TOKEN_REQUEST_INVALID"', "2")
