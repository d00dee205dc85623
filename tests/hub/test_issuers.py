"""Several issuers: each with its own keys, audience, roles and agencies, and none of them able to pass for another."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from hub import key_source
from hub.diagnosis import diagnose
from hub.errors import KeySetUnusable, SettingInvalid, Unauthenticated
from hub.identity import DEVELOPMENT_ISSUER, Authenticator
from hub.issuers import trusted
from hub.tokens import TokenRequest, sign
from tests.hub.signers import ISSUER, Signer, claims, compact, settings, write_key_set

BANKS, COURTS, POLICE = "https://banks.example.cn", "https://courts.example.cn", "https://police.example.cn/certs"
#: one id for keys of all, as careless issuers have
KID = "2026-1"


class World:
    """An issuer in the old settings and two in the file, the second of which may grant little."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.main, self.courts, self.banks = (Signer(name, KID) for name in ("EdDSA", "EdDSA", "ES256"))
        self.entries: list[dict[str, Any]] = [
            {"issuer": COURTS, "jwks": "courts.json", "audience": "courts-only"},
            {"issuer": BANKS, "jwks": "banks.json", "roles": ["BK", "TE"], "agencies": ["bank-*", "fund"]},
        ]
        self.write(self.main, [self.courts], [self.banks])

    def write(self, main: Signer, courts: list[Signer], banks: list[Signer]) -> None:
        for name, signers in (("main", [main]), ("courts", courts), ("banks", banks)):
            write_key_set(self.directory / f"{name}.json", *signers)

    async def opened(self, *, jwks: bool = True, **variables: str) -> Authenticator:
        (self.directory / "issuers.json").write_text(json.dumps(self.entries), "utf-8")
        found = Authenticator.from_settings(
            settings(self.directory, self.directory / "main.json" if jwks else None,
                     HUB_ISSUERS=str(self.directory / "issuers.json"), **variables)
        )  # fmt: skip
        await found.open()
        return found


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def court(**changes: Any) -> dict[str, Any]:
    return claims(**{"iss": COURTS, "aud": "courts-only", "roles": ["CE"], "agency_id": "court-1", **changes})


def bank(**changes: Any) -> dict[str, Any]:
    return claims(**{"iss": BANKS, **changes})


def actor(**changes: Any) -> dict[str, Any]:
    return {"sub": "assistant", "agency_id": "fund", "roles": ["TE"], **changes}


async def accepted(authenticator: Authenticator, token: bytes) -> str | None:
    """The issuer that the hub took the token to be from."""
    try:
        return (await authenticator.authenticate([b"Bearer " + token])).issuer
    except Unauthenticated:
        return None


async def test_each_issuer_signs_with_its_own_key_under_one_kid(world: World) -> None:
    """The signature finds the issuer, whatever the key's id; `iss` has to agree; the old settings go on."""
    authenticator = await world.opened()
    signers = {ISSUER: world.main, COURTS: world.courts, BANKS: world.banks}
    said = {ISSUER: claims(), COURTS: court(), BANKS: bank()}
    found = {
        (name, claimed): await accepted(authenticator, signer.token(said[claimed]))
        for name, signer in signers.items() for claimed in said
    }  # fmt: skip

    assert found == {(name, claimed): name if name == claimed else None for name in signers for claimed in said}


async def test_an_issuer_grants_what_it_may_and_nothing_else(world: World) -> None:
    """Roles and agencies beyond the file refuse the whole token, not only what was too much."""
    authenticator = await world.opened()
    good = [
        bank(),
        bank(roles=["TE"], agency_id="bank-"),
        bank(roles=["BK", "TE"], agency_id="fund"),
        bank(act=actor()),
    ]
    bad = [
        bank(roles=["CE"]), bank(roles=["BK", "CE"]),
        bank(roles=["SE"], subject_id="7c9e6679-7425-40de-944b-e07fc1f90ae7"),
        bank(agency_id="court-1"), bank(agency_id="fund2"), bank(agency_id="funds"), bank(agency_id="BANK-1"),
        bank(act=actor(roles=["CE"])), bank(act=actor(agency_id="court-1")), bank(act=actor(iss=COURTS)),
        bank(agency_id="bank"), bank(aud="courts-only"), court(aud="public-credit-hub"),
    ]  # fmt: skip
    signer = {BANKS: world.banks, COURTS: world.courts}

    assert [await accepted(authenticator, signer[said["iss"]].token(said)) for said in good] == [BANKS] * 4
    assert [await accepted(authenticator, signer[said["iss"]].token(said)) for said in bad] == [None] * len(bad)
    assert await accepted(authenticator, world.courts.token(court(roles=["CH", "AU"], agency_id="any"))) == COURTS


async def test_a_key_that_two_publish_speaks_for_the_first(world: World) -> None:
    """Banks that publish the courts' key, under its id or another, let nobody speak for banks by it."""
    alias = Signer("EdDSA", "alias")
    alias.private = world.courts.private
    world.write(world.main, [world.courts], [world.banks, alias])
    authenticator = await world.opened()

    assert await accepted(authenticator, alias.token(bank())) is None
    assert await accepted(authenticator, alias.token(court())) is None
    assert await accepted(authenticator, world.courts.token(court())) == COURTS
    assert await accepted(authenticator, world.banks.token(bank())) == BANKS


async def test_keys_change_for_each_issuer_by_itself(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new key of one issuer, under an id that another has, works; the old one's remembered token stops."""
    authenticator = await world.opened()
    old, other = world.courts.token(court()), world.banks.token(bank())
    before = [await accepted(authenticator, token) for token in (old, other)]
    new = Signer("ES256", KID)
    world.write(world.main, [new], [world.banks])
    real = time.monotonic
    for module in ("hub.identity", "hub.key_source"):
        monkeypatch.setattr(f"{module}.monotonic", lambda: real() + 2)

    after = [await accepted(authenticator, token) for token in (old, other, new.token(court()), new.token(bank()))]

    assert before == [COURTS, BANKS]
    assert after == [None, BANKS, COURTS, None]


async def test_old_settings_may_be_left_out(world: World) -> None:
    """With a file of issuers, HUB_JWKS is not needed, not in production either; development tokens stay apart."""
    authenticator = await world.opened(jwks=False)
    here = await world.opened(jwks=False, HUB_ENVIRONMENT="development")
    token = sign(settings(world.directory, None, HUB_ENVIRONMENT="development"), TokenRequest(("BK",))).encode()

    assert await accepted(authenticator, world.courts.token(court())) == COURTS
    assert await accepted(authenticator, world.main.token(claims())) is None
    assert await accepted(authenticator, token) is None
    assert await accepted(here, token) == DEVELOPMENT_ISSUER


class Certs(httpx.AsyncBaseTransport):
    """Key sets behind URLs, which counts who asks for what."""

    def __init__(self, **signers: Signer) -> None:
        self.signers, self.asked, self.answer = signers, list[str](), 200

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(str(request.url))
        return httpx.Response(
            self.answer, stream=httpx.ByteStream(compact({"keys": [world.jwk for world in self.signers.values()]}))
        )


async def test_an_issuer_whose_url_is_down_stops_only_itself(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The hub starts with the others' keys, and asks again when a token with an unknown key comes, once a minute."""
    police, certs = Signer("EdDSA", "police"), None
    certs = Certs(police=police)
    certs.answer = 503
    world.entries.append({"issuer": POLICE, "jwks": POLICE, "roles": ["PS"]})
    (world.directory / "issuers.json").write_text(json.dumps(world.entries), "utf-8")
    variables = {"HUB_ISSUERS": str(world.directory / "issuers.json")}
    authenticator = Authenticator.from_settings(settings(world.directory, None, **variables), certs)
    await authenticator.open()
    token = police.token(claims(iss=POLICE, roles=["PS"]))
    real = time.monotonic

    down = [await accepted(authenticator, said) for said in (token, world.courts.token(court()), token)]
    certs.answer = 200
    monkeypatch.setattr(key_source, "monotonic", lambda: real() + 61)
    up = [await accepted(authenticator, said) for said in (token, police.token(claims(iss=POLICE)))]

    assert down == [None, COURTS, None]
    assert up == [POLICE, None]
    assert certs.asked == [POLICE] * 2


async def test_nobodys_keys_stop_the_start(world: World) -> None:
    """A missing file is a mistake and always stops the start; a URL stops it when there is no other issuer."""
    certs = Certs()
    certs.answer = 500
    alone = json.dumps([{"issuer": POLICE, "jwks": POLICE}])
    missing = json.dumps([*world.entries, {"issuer": POLICE, "jwks": "missing.json"}])
    for text in (alone, missing):
        (world.directory / "issuers.json").write_text(text, "utf-8")
        variables = {"HUB_ISSUERS": str(world.directory / "issuers.json")}
        with pytest.raises(KeySetUnusable):
            await Authenticator.from_settings(settings(world.directory, None, **variables), certs).open()


GOOD: dict[str, Any] = {"issuer": "https://a.example.cn", "jwks": "a.json"}
CHANGES: tuple[dict[str, Any], ...] = (
    {"role": ["BK"]}, {"roles": ["XX"]}, {"roles": []}, {"roles": "BK"}, {"agencies": "a"},
    {"agencies": [1]},
    {"agencies": ["*a"]}, {"agencies": [""]}, {"audience": ""}, {"audience": ["a"]}, {"issuer": " a"},
    {"issuer": 1}, {"issuer": DEVELOPMENT_ISSUER}, {"issuer": ISSUER}, {"jwks": ""}, {"jwks": {"keys": []}},
    {"jwks": "http://a.example.cn/certs"}, {"jwks": "http://127.0.0.1:9/certs"}, {"jwks": "file:///etc/a"},
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "", "{}", "[]", "[1]", "[{}]", '[{"issuer": "a"}]', "[" * 3000, '[{"issuer":"a","jwks":"b","jwks":"c"}]',
        *(
            json.dumps([{**GOOD, **change}])
            for change in CHANGES
        ),
        json.dumps([GOOD, GOOD]), json.dumps([{**GOOD, "issuer": f"{n}"} for n in range(17)]),
    ],
)  # fmt: skip
def test_lists_that_could_be_misread_are_refused(text: str, tmp_path: Path) -> None:
    """A wrong list stops the start in two languages; a misspelt limit must never be no limit."""
    path = tmp_path / "issuers.json"
    path.write_text(text, "utf-8")
    variables = {"HUB_ISSUERS": str(path)}

    with pytest.raises(SettingInvalid) as caught:
        trusted(settings(tmp_path, tmp_path / "main.json", **variables))

    assert caught.value.data["name"] == "HUB_ISSUERS"
    assert "example.cn" not in str(caught.value)


def test_doctor_counts_the_issuers(world: World) -> None:
    """`hub doctor` says how many there are, and what is wrong with the list."""
    (world.directory / "issuers.json").write_text(json.dumps(world.entries), "utf-8")
    env = {"HUB_DATA_DIR": str(world.directory), "HUB_ISSUERS": str(world.directory / "issuers.json"), "HUB_PORT": "0"}
    good = {found.check: found.level for found in diagnose(env)}
    bad = {found.en for found in diagnose({**env, "HUB_ISSUERS": "/nowhere.json"}) if found.level == "broken"}

    assert good["issuers"] == "ok"
    assert any("HUB_ISSUERS" in sentence for sentence in bad)
