"""Forged and malformed tokens, of one issuer and between several; not one may get in or be told apart."""

from __future__ import annotations

import asyncio
import json
import socket
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

import httpx
import pytest

from hub.errors import Unauthenticated
from hub.identity import Authenticator
from hub.revocation import Revocation
from tests.conftest import copied
from tests.hub.forgeries import ALGORITHMS, forgeries
from tests.hub.impostors import BANKS, COURTS, POLICE, REVOKED, Signers, honest, impostures
from tests.hub.server.running import running
from tests.hub.signers import ISSUER, Signer, claims, compact, settings, write_key_set

#: seconds within which each is refused
QUICK = 0.05


@pytest.fixture(scope="module")
def signers() -> dict[str, Signer]:
    """The issuer's keys, all three in one key set."""
    return {algorithm: Signer(algorithm) for algorithm in ALGORITHMS}


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every attempt to reach another machine, recorded, since a refusal would be swallowed like all others."""
    attempts: list[object] = []

    def record(*arguments: object, **_: object) -> None:
        attempts.append(arguments)
        raise OSError("no network in tests")

    monkeypatch.setattr(socket.socket, "connect", record)
    monkeypatch.setattr(socket, "getaddrinfo", record)
    return attempts


@pytest.fixture(scope="module")
def world(signers: dict[str, Signer]) -> dict[str, Signers]:
    """Four issuers with three keys each, all of which bear the same three ids."""
    made = {name: {kind: Signer(kind) for kind in ALGORITHMS} for name in (COURTS, BANKS, POLICE)}
    return {ISSUER: signers, **made}


def configured(folder: Path, world: dict[str, Signers], **variables: str) -> dict[str, str]:
    """The variables that name all issuers, files written; one has its keys behind a URL."""
    entries = [
        {"issuer": COURTS, "jwks": "courts.json", "audience": "courts-only"},
        {"issuer": BANKS, "jwks": "banks.json", "roles": ["BK", "TE"], "agencies": ["bank-*"]},
        *([{"issuer": POLICE, "jwks": POLICE, "roles": ["PS"]}] if "HUB_ENVIRONMENT" not in variables else []),
    ]
    for name, issuer in (("main", ISSUER), ("courts", COURTS), ("banks", BANKS)):
        write_key_set(folder / f"{name}.json", *world[issuer].values())
    (folder / "issuers.json").write_text(json.dumps(entries), "utf-8")
    return {"HUB_ISSUERS": str(folder / "issuers.json"), **variables}


class Certs(httpx.AsyncBaseTransport):
    """The key set behind the one URL; counts what is asked for."""

    def __init__(self, signers: Signers) -> None:
        self.asked: list[str] = []
        self._body = compact({"keys": [signer.jwk for signer in signers.values()]})

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(str(request.url))
        return httpx.Response(200, stream=httpx.ByteStream(self._body))


class Verdict:
    """What became of many forgeries."""

    def __init__(self) -> None:
        self.let_in: list[str] = []
        self.telling: list[str] = []
        self.slow: list[str] = []
        self.sentences: set[str] = set()

    async def judge(self, authenticator: Authenticator, forged: list[tuple[str, list[bytes]]]) -> None:
        """Try each; one that took long is tried again, since a busy machine is nobody's fault."""
        for name, lines in forged:
            taken = await self._taken(authenticator, name, lines)
            if taken > QUICK and await self._taken(authenticator, name, lines) > QUICK:
                self.slow.append(name)

    async def _taken(self, authenticator: Authenticator, name: str, lines: list[bytes]) -> float:
        begun = perf_counter()
        try:
            await authenticator.authenticate(lines)
            self.let_in.append(name)
        except Unauthenticated as error:
            self.sentences.add(str(error))
            if error.__cause__ or error.data or not (error.__suppress_context__ or error.__context__ is None):
                self.telling.append(name)
        return perf_counter() - begun

    def check(self) -> None:
        assert self.let_in == []
        assert self.sentences == {str(Unauthenticated())}
        assert self.telling == []
        assert self.slow == []


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_no_forged_token_gets_in(
    algorithm: str, signers: dict[str, Signer], tmp_path: Path, no_network: list[object]
) -> None:
    """Hundreds of forgeries get the same sentence, tell nothing of the cause, and make the hub fetch nothing."""
    key_set = write_key_set(tmp_path / "jwks.json", *signers.values())
    authenticator = Authenticator.from_settings(settings(tmp_path, key_set))
    forged = forgeries(signers[algorithm], [other for name, other in signers.items() if name != algorithm])
    verdict = Verdict()

    async def refusals() -> None:
        await authenticator.open()
        await verdict.judge(authenticator, forged)
        await authenticator.authenticate([b"Bearer " + signers[algorithm].token(claims())])

    asyncio.run(refusals())

    assert len({tuple(lines) for _, lines in forged}) >= 400
    verdict.check()
    assert no_network == []


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_no_issuer_passes_for_another(
    algorithm: str, world: dict[str, Signers], tmp_path: Path, no_network: list[object]
) -> None:
    """With four issuers whose keys bear the same ids: all forgeries of one, and all that one says in another's name,
    beyond what it may say, or by a revoked token. No URL is asked but the one of the settings, once for all of them.
    """
    certs = Certs(world[POLICE])
    authenticator = Authenticator.from_settings(
        settings(tmp_path, tmp_path / "main.json", **configured(tmp_path, world)), certs
    )
    own = forgeries(world[ISSUER][algorithm], [one for name, one in world[ISSUER].items() if name != algorithm])
    crossed = impostures(world, algorithm)
    verdict = Verdict()

    async def refusals() -> list[str]:
        await authenticator.open()
        authenticator.revocations.add(Revocation(*row) for row in REVOKED)
        await verdict.judge(authenticator, [*own, *crossed])
        good = honest(world, algorithm)
        return [(await authenticator.authenticate([b"Bearer " + token])).issuer for token in good.values()]

    in_the_end = asyncio.run(refusals())

    assert len({tuple(lines) for _, lines in own}) >= 400
    assert len({tuple(lines) for _, lines in crossed}) >= 221
    verdict.check()
    assert in_the_end == [ISSUER, COURTS, BANKS, POLICE]
    assert set(certs.asked) == {POLICE}
    assert len(certs.asked) <= 2
    assert no_network == []


def test_strangers_cannot_tell_one_forgery_from_another(
    server: str, template: str, world: dict[str, Signers], tmp_path: Path
) -> None:
    """Over the wire, by a hub with several issuers: every answer is the same 401, byte for byte, headers included."""
    variables = configured(tmp_path, world, HUB_ENVIRONMENT="development")
    here = settings(tmp_path, tmp_path / "main.json", **variables)
    forged = forgeries(world[ISSUER]["EdDSA"], [world[ISSUER]["ES256"]]) + impostures(world, "EdDSA", revoked=False)
    answers: dict[tuple[object, ...], str] = {}
    sent = 0
    with contextmanager(copied)(server, template) as database, running(database, here) as hub:
        for name, lines in forged:
            request = hub.client.build_request(
                "POST", "/graphql", content=b'{"query":"{__typename}"}',
                headers=[(b"content-type", b"application/json"), *((b"authorization", line) for line in lines)],
            )  # fmt: skip
            try:
                answer = hub.client.send(request)
            except httpx.LocalProtocolError:  # no header that a client would send
                continue
            sent += 1
            headers = tuple(item for item in sorted(answer.headers.items()) if item[0] != "date")
            answers.setdefault((answer.status_code, answer.content, headers), name)

    assert sent > 600
    assert [status for status, *_ in answers] == [401], answers.values()
