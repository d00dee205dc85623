"""Proofs for screenings: whom to ask about whom, once for concurrent requests, never longer than the deadline."""

from __future__ import annotations

import asyncio
import datetime
import logging
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic
from typing import Any, Final, NamedTuple

import httpx
import psycopg
from strawberry.dataloader import AbstractCache, DataLoader

from hub.errors import HubError
from hub.vault import Vault
from loaders.addresses import Resolve
from loaders.live.asking import CONFIRMED, CURRENT, STALE, Asked, Proof, together
from loaders.live.client import LEEWAY, MOST, Client, Silent
from loaders.live.configuration import LiveSource
from loaders.live.correction import Correction, delivered_at, put_right
from loaders.load import Desk

_log = logging.getLogger("hub.live")

#: seconds for which an answer is kept for the same agency, and how many are
KEPT, _MOST_KEPT = 10.0, 10_000
#: seconds within which requests share a question
WINDOW: Final = 0.01
#: seconds for which it is believed when a source last delivered
_BELIEVED = 1.0
Now = datetime.datetime


class _Key(NamedTuple):
    """One subject, asked about for one agency: whether another one has asked lately is told to nobody."""

    agency: str
    asked: Asked


class _Answered(NamedTuple):
    checked_at: Now
    as_of: Now
    gone: frozenset[str]


class _Kept(AbstractCache[_Key, _Answered]):
    """Answers of the last seconds, under keys that name nobody; failures are not kept."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._held: OrderedDict[tuple[str, bytes], tuple[float, asyncio.Future[_Answered]]] = OrderedDict()

    def _place(self, key: _Key) -> tuple[str, bytes]:
        return key.agency, self._vault.blind("live", "\n".join(each or "" for each in key.asked))

    def get(self, key: _Key) -> asyncio.Future[_Answered] | None:
        """The answer, or the question on its way."""
        place = self._place(key)
        found = self._held.get(place)
        if found is None:
            return None
        since, answer = found
        failed = answer.done() and (answer.cancelled() or answer.exception() is not None)
        if failed or monotonic() - since > KEPT:
            del self._held[place]
            return None
        return answer

    def set(self, key: _Key, value: asyncio.Future[_Answered]) -> None:
        """Keep an answer that is on its way."""
        self._held[self._place(key)] = (monotonic(), value)
        if len(self._held) > _MOST_KEPT:
            self._held.popitem(last=False)

    def delete(self, key: _Key) -> None:
        """Forget one."""
        self._held.pop(self._place(key), None)

    def clear(self) -> None:
        """Forget all."""
        self._held.clear()


class _Asking:
    """One source."""

    def __init__(self, client: Client, desk: Desk, folder: Path, pool: ThreadPoolExecutor) -> None:
        self.client, self._desk, self._folder, self._pool = client, desk, folder, pool
        self._kept = _Kept(desk.vault)
        self._loader: DataLoader[_Key, _Answered] = DataLoader(self._answers, max_batch_size=MOST, cache_map=self._kept)
        self._delivered: tuple[float, Now | None] = (-_BELIEVED, None)

    async def delivered(self) -> Now | None:
        """When the source last delivered."""
        looked, found = self._delivered
        if monotonic() - looked > _BELIEVED:
            found = await self._run(delivered_at, self._desk, self.client.name)
            self._delivered = (monotonic(), found)
        return found

    async def ask(self, key: _Key, max_age: datetime.timedelta) -> _Answered:
        """What the source says; an answer that is kept counts while it is younger than `max_age`. Raises Silent."""
        kept = self._kept.get(key)
        if kept is not None and kept.done() and _now() - kept.result().checked_at > max_age:
            self._kept.delete(key)
        # all who wait for the same edge of the window wake in one turn of the loop, and so make one question
        loop = asyncio.get_running_loop()
        edge = loop.create_future()
        loop.call_at((loop.time() // WINDOW + 1) * WINDOW, edge.set_result, None)
        await edge
        return await self._loader.load(key)

    async def _answers(self, keys: list[_Key]) -> list[_Answered | BaseException]:
        """One question about all of them, each subject once; what cannot be used is Silent."""
        subjects = list(dict.fromkeys(key.asked for key in keys))
        try:
            answers = await self.client.ask(subjects)
            checked_at = _now()
            done = await self._run(put_right, self._desk, self.client.name, subjects, answers, self._folder)
        except Silent as fault:
            return [fault] * len(keys)
        except (HubError, psycopg.Error, OSError) as fault:
            said = fault.code if isinstance(fault, HubError) else type(fault).__name__
            _log.warning("what source %s answered was not merged: %s", self.client.name, said)
            return [Silent("not merged")] * len(keys)
        by_subject: dict[Asked, Correction] = dict(zip(subjects, done, strict=True))
        return [_outcome(by_subject[key.asked], checked_at, answers.as_of) for key in keys]

    async def _run(self, work: Any, *given: Any) -> Any:
        return await asyncio.get_running_loop().run_in_executor(self._pool, work, *given)


class Live:
    """The prover of one process."""

    def __init__(
        self, sources: Sequence[LiveSource], desk: Desk, folder: Path, deadline: float, *,
        transport: httpx.AsyncBaseTransport | None = None, resolve: Resolve | None = None,
    ) -> None:  # fmt: skip
        """`deadline` in seconds, for asking and correcting together."""
        self._deadline = deadline
        # two: a correction that waits for a load of its source must not keep the others waiting
        self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="live")
        self._sources = [
            _Asking(Client(each, deadline, transport=transport, resolve=resolve), desk, folder, self._pool)
            for each in sources
        ]

    async def close(self) -> None:
        """Leave the sources; what is being merged is merged."""
        for each in self._sources:
            await each.client.close()
        self._pool.shutdown(wait=False, cancel_futures=True)

    async def prove(self, agency: str, subjects: Sequence[Asked], max_age: datetime.timedelta) -> list[Proof]:
        """A proof for each subject, within the deadline; see `loaders.live.asking.Prover`."""
        if not self._sources:
            return [Proof(STALE)] * len(subjects)
        until = asyncio.get_running_loop().time() + self._deadline
        by_source = await asyncio.gather(
            *(self._prove(each, agency, subjects, max_age, until) for each in self._sources)
        )
        return [together(proofs) for proofs in zip(*by_source, strict=True)]

    async def _prove(
        self, source: _Asking, agency: str, subjects: Sequence[Asked], max_age: datetime.timedelta, until: float
    ) -> list[Proof]:
        loop = asyncio.get_running_loop()
        asked = frozenset({source.client.name})
        try:
            async with asyncio.timeout_at(until):
                delivered = await source.delivered()
        except (TimeoutError, HubError, psycopg.Error):
            return [Proof(STALE)] * len(subjects)
        if delivered is not None and _now() - delivered <= max_age:
            return [Proof(CURRENT, None, delivered)] * len(subjects)
        tasks = [asyncio.ensure_future(source.ask(_Key(agency, one), max_age)) for one in subjects]
        for task in tasks:
            task.add_done_callback(_heard)
        # whoever is late goes on: the hub is corrected all the same, and the next one who asks finds it
        await asyncio.wait(tasks, timeout=max(0.0, until - loop.time()))
        oldest = _now() - max_age - LEEWAY
        return [_proof(task, delivered, oldest, asked) for task in tasks]


def _proof(task: asyncio.Future[_Answered], delivered: Now | None, oldest: Now, asked: frozenset[str]) -> Proof:
    """STALE, too, where the source answers for a time before `oldest`: its own copy is older than is asked for."""
    if not task.done() or task.exception() is not None or task.result().as_of < oldest:
        return Proof(STALE, None, delivered, frozenset(), asked)
    answer = task.result()
    return Proof(CONFIRMED, answer.checked_at, answer.as_of, answer.gone, asked)


def _outcome(correction: Correction, checked_at: Now, as_of: Now) -> _Answered | BaseException:
    return _Answered(checked_at, as_of, correction.gone) if correction.agrees else Silent("unusable")


def _heard(task: asyncio.Future[_Answered]) -> None:
    """A failure that nobody waits for any more is no forgotten error; one that nobody foresaw is told."""
    fault = None if task.cancelled() else task.exception()
    if fault is not None and not isinstance(fault, Silent):
        _log.error("asking a source failed: %s", type(fault).__name__)


def _now() -> Now:
    return datetime.datetime.now(datetime.UTC)
