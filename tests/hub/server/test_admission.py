"""Who may begin: one caller's haste is not everybody's wait, and no slot is ever lost."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from dataclasses import replace
from typing import Any

import httpx
import pytest

from hub.caller import Caller
from hub.database import Database
from hub.errors import Busy, HubError, Timeout, TooManyRequests
from hub.server.admission import Admission
from hub.server.app import Application, build
from hub.settings import Settings
from hub.tokens import TokenRequest, sign
from tests.hub.server.wire import JSON, check_refusal

CALLER = Caller("i", "officer", "AG", frozenset({"CP"}), (), (), None, None, None, "j", frozenset({"read"}), 2**40)


@pytest.mark.parametrize("seed", range(20))
def test_counts_follow_every_coming_and_going(seed: int) -> None:
    """Whatever comes and goes, nobody has more than his share, no more are inside than may be, and nothing stays."""
    chance = random.Random(seed)
    admission = Admission(everyone=30, each=7)
    inside: list[Any] = []
    for _ in range(2000):
        caller = replace(CALLER, issuer=chance.choice("ab"), subject=chance.choice("xyz"))
        held = Counter(inside)[(caller.issuer, caller.subject)]
        if chance.random() < 0.5 and inside:
            admission.leave(inside.pop(chance.randrange(len(inside))))
            continue
        try:
            inside.append(admission.enter(caller))
        except TooManyRequests:
            assert held == 7
        except Busy:
            assert len(inside) == 30
            assert held < 7
        else:
            assert held < 7
            assert len(inside) <= 30
    for slot in inside:
        admission.leave(slot)

    assert (admission.inside, admission._of) == (0, {})


class Slow:
    """An engine that answers when told, or breaks."""

    def __init__(self) -> None:
        self.go = asyncio.Event()
        self.fault: BaseException | None = None
        self.begun = 0

    async def respond(self, *_: Any) -> bytes:
        self.begun += 1
        await self.go.wait()
        if self.fault is not None:
            raise self.fault
        return b'{"data":{}}'


class Asker:
    """Asks an application that runs in this loop."""

    def __init__(self, app: Application, settings: Settings) -> None:
        self.client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://hub")
        self._settings = settings

    async def ask(self, officer: str, content: Any = b'{"query":"{__typename}"}') -> httpx.Response:
        token = sign(self._settings, TokenRequest(("CP",), officer=officer))
        headers = {"authorization": f"Bearer {token}", "content-type": JSON}
        return await self.client.post("/graphql", content=content, headers=headers)


async def until(true: Any) -> None:
    for _ in range(500):
        if true():
            return
        await asyncio.sleep(0.01)
    raise AssertionError


@pytest.fixture
def slow() -> Slow:
    return Slow()


@pytest.fixture
async def asker(empty_database: Database, settings: Settings, slow: Slow, monkeypatch: pytest.MonkeyPatch) -> Asker:
    """Over an application whose engine is the slow one."""
    sign(settings, TokenRequest(("CP",)))
    app = build(settings, empty_database)
    assert isinstance(app, Application)
    monkeypatch.setattr(app._endpoint, "_engine", lambda: slow)
    await app._endpoint._authenticator.open()
    return Asker(app, settings)


def inside(asker: Asker) -> int:
    """Requests in flight, as the application counts them."""
    transport = asker.client._transport
    assert isinstance(transport, httpx.ASGITransport)
    app = transport.app
    assert isinstance(app, Application)
    return app._endpoint._admission.inside


async def test_the_seventeenth_request_of_a_caller_is_refused(asker: Asker, slow: Slow) -> None:
    """429 with Retry-After, at once, also with another token of the same officer; other officers are answered."""
    held = [asyncio.create_task(asker.ask("a")) for _ in range(16)]
    await until(lambda: slow.begun == 16)

    refused = await asker.ask("a")
    other = asyncio.create_task(asker.ask("b"))
    await until(lambda: slow.begun == 17)
    slow.go.set()

    check_refusal(refused, 429, "TOO_MANY_REQUESTS")
    assert refused.headers["retry-after"] == "1"
    assert [answer.status_code for answer in await asyncio.gather(*held, other)] == [200] * 17
    assert (await asker.ask("a")).status_code == 200
    assert inside(asker) == 0


async def test_more_than_the_hub_can_hold_is_busy(asker: Asker, slow: Slow) -> None:
    """Many callers together: 503 with Retry-After once two hundred wait beyond the connections; then all is well."""
    held = [asyncio.create_task(asker.ask(f"{number // 16}")) for number in range(210)]
    await until(lambda: slow.begun == 210)

    refused = await asker.ask("late")
    slow.go.set()

    check_refusal(refused, 503, "BUSY")
    assert refused.headers["retry-after"] == "1"
    assert {answer.status_code for answer in await asyncio.gather(*held)} == {200}
    assert inside(asker) == 0


@pytest.mark.parametrize("fault", [Timeout(), ValueError("x"), asyncio.CancelledError()])
async def test_a_slot_comes_back_whatever_happens(asker: Asker, slow: Slow, fault: BaseException) -> None:
    """Refused, broken or cancelled: afterwards the caller has all his slots again."""
    slow.fault = fault
    slow.go.set()
    for _ in range(20):
        try:
            answer = await asker.ask("a")
        except asyncio.CancelledError:
            continue
        assert answer.status_code == (fault.status if isinstance(fault, HubError) else 500)

    assert inside(asker) == 0


async def test_a_refused_caller_is_not_read(asker: Asker, slow: Slow) -> None:
    """The refusal comes before the body: nobody fills memory with requests that will not be answered."""
    held = [asyncio.create_task(asker.ask("a")) for _ in range(16)]
    await until(lambda: slow.begun == 16)
    read = 0

    async def body() -> Any:
        nonlocal read
        for _ in range(10):
            read += 1
            yield b" " * 1000

    refused = await asker.ask("a", body())
    slow.go.set()
    await asyncio.gather(*held)

    assert (refused.status_code, read) == (429, 0)


async def test_a_client_that_goes_away_leaves_no_slot_behind(asker: Asker) -> None:
    """Disconnected while the body is awaited, twenty times."""

    async def gone() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    async def send(_: Any) -> None:
        pass

    transport = asker.client._transport
    assert isinstance(transport, httpx.ASGITransport)
    token = sign(asker._settings, TokenRequest(("CP",)))
    headers = [(b"content-type", JSON.encode()), (b"authorization", f"Bearer {token}".encode())]
    scope = {"type": "http", "path": "/graphql", "method": "POST", "headers": headers}
    for _ in range(20):
        await transport.app(scope, gone, send)

    assert inside(asker) == 0
