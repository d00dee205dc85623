"""Proof at the source: what a screening says of subjects whom the court is asked about, whatever the court does."""

from __future__ import annotations

import asyncio
import datetime
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from hub.actions import performer
from hub.actions.screen_fresh import duration
from hub.audit.auditor import Auditor
from hub.audit.log import AccessLog
from hub.database import Database, Writer
from hub.errors import Forbidden, InvalidArgument, SettingInvalid
from hub.query.engine import Engine
from hub.reader import Reader
from hub.settings import Settings
from loaders.live.client import FAILURES
from loaders.live.configuration import LiveSource, live_sources
from loaders.live.prover import Live
from loaders.load import Desk, load_file
from loaders.store import Store
from tests.hub.actions.conftest import FINANCE, code_of, number_of
from tests.hub.actions.court import Answer, Court, Row, delivered, entry
from tests.loaders.fixtures import VAULT, load_reference
from tests.loaders.test_load import ask
from tests.province import officer

SOURCE = "sx_court_json"
ADDRESS = LiveSource(SOURCE, "https://proof.court.example.cn/ask", "s3cret")
SCREEN = """mutation($input: ScreenInput!) { screen(input: $input) { screening {
    items(first: 100, orderBy: [{field: ORDINAL}]) { nodes { outcome freshness checkedAt asOf
    hits(first: 20) { nodes { outcome listingKind } } } } } } }"""
FIRM, OTHER, NEW = code_of(901), code_of(902), code_of(903)
NUMBER, NAME = number_of(77, "330211"), "赵甲子"
DEADLINE = 5.0


@dataclass
class Hall:
    """An engine over a hub that the court's list was delivered to, and the court."""

    engine: Engine
    court: Court
    database: Database
    live: Live

    async def screen(self, *subjects: dict[str, str], stale: str | None = "0", who: Any = FINANCE) -> list[Any]:
        given: dict[str, Any] = {
            "scenario": "PUBLIC_PROCUREMENT", "purpose": "PROCUREMENT_REVIEW", "matter": "示例-1",
            "subjects": list(subjects), "maxStaleness": stale,
        }  # fmt: skip
        answer = json.loads(await self.engine.answer(SCREEN, None, {"input": given}, who))
        return list(answer["data"]["screen"]["screening"]["items"]["nodes"])

    async def one(self, subject: dict[str, str], stale: str | None = "0") -> tuple[str, str | None]:
        """(outcome, freshness) of one subject."""
        (item,) = await self.screen(subject, stale=stale)
        assert (item["checkedAt"] is None) == (item["freshness"] in (None, "STALE", "CURRENT"))
        return item["outcome"], item["freshness"]

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        return ask(self.database, query)


def firm(code: str = FIRM, number: int = 1, **changes: str) -> Row:
    return entry(f"宁波市示例{code[-6:]}贸易有限公司", code, number, **changes)


@pytest.fixture
async def hall(database: Database, tmp_path: Path) -> AsyncIterator[Hall]:
    load_reference(database)
    rows = [firm(), firm(OTHER, 2), entry(NAME, NUMBER, 3)]
    load_file(database, VAULT, SOURCE, delivered(tmp_path / "list.json", rows))
    with database.connect("owner") as connection:
        connection.execute("update batch set received_at = now() - interval '1 hour'")
    court = Court()
    court.lists = {FIRM: [rows[0]], OTHER: [rows[1]], NUMBER: [rows[2]]}
    desk = Desk(database, VAULT, "live", Store(tmp_path / "sources", VAULT))
    live = Live([ADDRESS], desk, tmp_path / "sources", DEADLINE, transport=court, resolve=lambda *_: ["1.1.1.1"])
    reader, writer, log = Reader(database), Writer(database), AccessLog(database)
    await reader.open()
    engine = Engine(reader, VAULT, performer(writer, VAULT, live), auditor=Auditor(log, VAULT))
    yield Hall(engine, court, database, live)
    await live.close()
    await reader.close()
    await writer.close()
    await log.close()


async def test_nobody_is_asked_without_need(hall: Hall) -> None:
    """Without `maxStaleness`, or where the last delivery is young enough, the court hears nothing."""
    assert await hall.one({"creditCode": FIRM}, stale=None) == ("HIT", None)
    assert await hall.one({"creditCode": FIRM}, stale="PT2H") == ("HIT", "CURRENT")
    assert hall.court.requests == []


async def test_the_court_confirms(hall: Hall) -> None:
    """What is listed and what is not: both are confirmed, nothing is written, and nobody but the asked are named."""
    person = {"idNumber": NUMBER, "name": NAME}
    before = hall.ask("select count(*), max(recorded_at) from listing")
    items = await hall.screen({"creditCode": FIRM}, {"creditCode": NEW}, person)

    assert [(item["outcome"], item["freshness"]) for item in items] == [
        ("HIT", "CONFIRMED"), ("NONE", "CONFIRMED"), ("HIT", "CONFIRMED"),
    ]  # fmt: skip
    assert hall.court.asked == [[{"creditCode": FIRM}, {"creditCode": NEW}, person]]
    assert hall.ask("select count(*), max(recorded_at) from listing") == before
    (request,) = hall.court.requests
    assert request.headers["authorization"] == "Bearer s3cret"
    assert (request.url.host, request.headers["host"]) == ("1.1.1.1", "proof.court.example.cn")
    assert request.extensions["sni_hostname"] == "proof.court.example.cn"
    assert NUMBER not in str(request.url)


async def test_a_new_entry_is_merged_and_hits(hall: Hall) -> None:
    """The court lists whom the hub does not know yet: CHANGED, a hit, and the fact leads back to its answer."""
    hall.court.lists[NEW] = [firm(NEW, 9)]
    assert await hall.one({"creditCode": NEW}) == ("HIT", "CHANGED")

    found = hall.ask(
        "select b.source_name, d.delivered_by, l.case_number from listing l join batch b on b.id = l.batch_id"
        " join delivery d on d.batch_id = b.id where b.file_name like '%.resent'"
    )
    assert found == [(SOURCE, "live", "(2024)浙0211执9号")]
    assert hall.ask("select count(*) from stored_file") == [(1,)]


async def test_an_entry_that_is_gone_is_a_candidate_again_and_again(hall: Hall) -> None:
    """The court does not name it any more: a suspect, no proven hit, also when the answer comes from the store of
    answers or the court is asked once more; named again, it hits again.
    """
    hall.court.lists[FIRM] = []
    assert await hall.one({"creditCode": FIRM}) == ("CANDIDATE", "CHANGED")
    assert hall.ask("select count(*) from listing where absent_since is not null and state = 'PUBLISHED'") == [(1,)]
    assert await hall.one({"creditCode": FIRM}, stale="600") == ("CANDIDATE", "CHANGED")
    assert await hall.one({"creditCode": FIRM}) == ("CANDIDATE", "CHANGED")
    hall.court.lists[FIRM] = [firm()]
    assert await hall.one({"creditCode": FIRM}) == ("HIT", "CONFIRMED")
    assert hall.ask("select count(*) from listing where absent_since is not null") == [(0,)]


async def test_what_the_caller_may_not_see_is_no_change(hall: Hall) -> None:
    """A changed field of an entry that hits as before is merged, and the outcome is confirmed."""
    newer = firm(performance="部分未履行", publishDate="2026年10月12日")
    hall.court.lists[FIRM] = [newer]
    assert await hall.one({"creditCode": FIRM}) == ("HIT", "CONFIRMED")
    assert hall.ask("select performance from listing where case_number like '%执1号'") == [("PARTIAL",)]


async def test_the_court_may_take_back_what_it_said(hall: Hall) -> None:
    """One state, another, the first again, in the very same rows: the hub follows each time."""
    first, second = firm(NEW, 9), firm(NEW, 9, performance="部分未履行")
    query = "select performance from listing where case_number like '%执9号'"
    for row, stands in ((first, "NONE"), (second, "PARTIAL"), (first, "NONE"), (second, "PARTIAL")):
        hall.court.lists[NEW] = [row]
        await hall.one({"creditCode": NEW})
        assert hall.ask(query) == [(stands,)]


def _stale(answer: Answer) -> Answer:
    return answer | {"asOf": "2024-01-01T00:00:00+08:00"}


def _tomorrow(answer: Answer) -> Answer:
    return answer | {"asOf": (datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=1)).isoformat()}


def _short(answer: Answer) -> Answer:
    return answer | {"answers": []}


def _about_another(answer: Answer) -> Answer:
    return answer | {"answers": [{"rows": [firm(OTHER, 2)]}]}


def _contradictory(answer: Answer) -> Answer:
    return answer | {"answers": [{"rows": [firm(), firm(performance="全部已履行")]}]}


def _twice(answer: Answer) -> Answer:
    return answer | {"answers": [{"rows": [firm(), firm()]}]}


def _bad_row(answer: Answer) -> Answer:
    return answer | {"answers": [{"rows": [firm(caseCode="见附件")]}]}


def _foreign_column(answer: Answer) -> Answer:
    return answer | {"answers": [{"rows": [firm() | {"secret": "1"}]}]}


def _no_rows(answer: Answer) -> Answer:
    return answer | {"answers": [{"rows": None}]}


def _garbage(_: Answer) -> bytes:
    return b"<html>"


def _endless(_: Answer) -> bytes:
    return b" " * (2 << 20)


@pytest.mark.parametrize(
    "twist",
    [_stale, _tomorrow, _short, _about_another, _contradictory, _twice, _bad_row, _foreign_column, _no_rows, _garbage,
     _endless],
)  # fmt: skip
async def test_no_whole_answer_is_no_answer(hall: Hall, twist: Callable[[Answer], Any]) -> None:
    """Late, of another time, about somebody else, contradicting itself, unreadable: STALE, and nothing is changed."""
    hall.court.twist = twist
    before = hall.ask("select count(*), max(recorded_at), count(absent_since) from listing")
    assert await hall.one({"creditCode": FIRM}) == ("HIT", "STALE")
    assert hall.ask("select count(*), max(recorded_at), count(absent_since) from listing") == before


async def test_silence_about_the_unknown_is_never_clean(hall: Hall) -> None:
    """Down, refusing or redirecting: NONE with STALE, never with CONFIRMED; and the hub says of when its copy is."""
    hall.court.down = True
    (item,) = await hall.screen({"creditCode": NEW})
    assert (item["outcome"], item["freshness"], item["checkedAt"]) == ("NONE", "STALE", None)
    assert item["asOf"] is not None
    hall.court.down = False
    for status in (500, 302, 401, 204):
        hall.court.status = status
        assert await hall.one({"creditCode": NEW}) == ("NONE", "STALE")


@pytest.mark.parametrize("address", ["10.0.0.1", "127.0.0.1", "169.254.169.254", "::ffff:10.0.0.1"])
async def test_no_number_goes_into_a_network_of_our_own(hall: Hall, address: str) -> None:
    """A name that leads to a private address is not connected to, and the answer is STALE."""
    (source,) = hall.live._sources
    source.client._resolve = lambda *_: ["1.1.1.1", address]
    assert await hall.one({"idNumber": NUMBER, "name": NAME}) == ("HIT", "STALE")
    assert hall.court.requests == []


async def test_a_slow_court_is_not_waited_for(hall: Hall) -> None:
    """The deadline passes: STALE, though an answer would have come."""
    hall.court.delay = 30.0
    hall.live._deadline = 0.3
    async with asyncio.timeout(10):
        assert await hall.one({"creditCode": FIRM}) == ("HIT", "STALE")


async def test_a_court_that_is_down_is_left_alone(hall: Hall) -> None:
    """After some failures in a row it is not asked for a while."""
    hall.court.down = True
    for _ in range(FAILURES + 4):
        assert await hall.one({"creditCode": FIRM}) == ("HIT", "STALE")
    assert len(hall.court.requests) == FAILURES


async def test_one_bad_answer_does_not_spoil_the_others(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of three in one question one is contradicted: it alone is STALE."""
    monkeypatch.setattr("loaders.live.prover.WINDOW", 0.5)  # a busy machine may take longer than a window to ask all
    hall.court.lists[OTHER] = [firm(OTHER, 2), firm(OTHER, 2, duty="交付货物")]
    hall.court.lists[NEW] = [firm(NEW, 9)]
    items = await hall.screen({"creditCode": FIRM}, {"creditCode": OTHER}, {"creditCode": NEW})

    assert [item["freshness"] for item in items] == ["CONFIRMED", "STALE", "CHANGED"]
    assert len(hall.court.requests) == 1


async def test_concurrent_screenings_share_questions(hall: Hall) -> None:
    """Twenty screenings at once, of two agencies, about two firms: few questions, each naming a firm once."""
    hall.court.delay = 0.05
    other = officer("FI", agency="AG330211-FI02")
    who = [FINANCE if number % 2 else other for number in range(20)]
    asked = [{"creditCode": FIRM if number % 3 else OTHER} for number in range(20)]
    found = await asyncio.gather(*(hall.screen(one, who=each, stale="1") for one, each in zip(asked, who, strict=True)))

    assert {items[0]["freshness"] for items in found} == {"CONFIRMED"}
    assert len(hall.court.requests) <= 10
    assert all(len({one["creditCode"] for one in each}) == len(each) for each in hall.court.asked)


async def test_what_one_agency_asked_serves_no_other(hall: Hall) -> None:
    """An answer is kept for the agency that asked: whether another has asked lately, nobody can tell by the time."""
    await hall.screen({"creditCode": FIRM}, stale="600")
    await hall.screen({"creditCode": FIRM}, stale="600")
    assert len(hall.court.requests) == 1
    await hall.screen({"creditCode": FIRM}, stale="600", who=officer("FI", agency="AG330211-FI02"))
    assert len(hall.court.requests) == 2
    await hall.screen({"idNumber": NUMBER, "name": NAME}, stale="5")
    (source,) = hall.live._sources
    assert len(source._kept._held) == 3
    assert NUMBER not in repr(source._kept._held)


async def test_the_access_log_says_that_a_source_was_asked(hall: Hall) -> None:
    """The entry of the screening names the source; without `maxStaleness` none."""
    await hall.screen({"creditCode": FIRM})
    await hall.screen({"creditCode": FIRM}, stale=None)
    entries = [json.loads(text) for (text,) in hall.ask("select content from audit.entry order by seq")]

    assert [each.get("asked") for each in entries if each["decision"] == "ANSWERED"] == [[SOURCE], None]


async def test_nobody_is_asked_for_whoever_may_not_screen(hall: Hall) -> None:
    """Refused before the court hears of it."""
    with pytest.raises(Forbidden):
        await hall.screen({"creditCode": FIRM}, who=officer("TL"))
    assert hall.court.requests == []


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("0", 0), ("900", 900), ("PT15M", 900), ("P1D", 86400), ("P1DT1H1M1S", 90061), ("PT0S", 0)],
)
def test_durations(text: str, seconds: int) -> None:
    """Seconds and ISO 8601."""
    assert duration(text).total_seconds() == seconds


@pytest.mark.parametrize("text", ["", "P", "PT", "-1", "1.5", "P1M", "P1Y", "P367D", "31708800", "１", "15M", "PT1H "])
def test_what_is_no_duration_is_refused(text: str) -> None:
    """No guessing: months have no length, and a year is enough."""
    with pytest.raises(InvalidArgument, match="maxStaleness"):
        duration(text)


GOOD = '[[source]]\nsource = "sx_court_json"\nurl = "https://proof.court.example.cn/ask"\n'


def test_sources_are_configured(tmp_path: Path) -> None:
    """Secrets come from a file or the environment, and stand in no trace."""
    (tmp_path / "token").write_text("abc\n")
    path = tmp_path / "live.toml"
    path.write_text(GOOD + f'secret_file = "{tmp_path / "token"}"\n' + GOOD + 'secret_env = "COURT"\n')
    found = live_sources(Settings.from_environment({"HUB_LIVE_SOURCES": str(path)}), {"COURT": "def"})

    assert [one.secret for one in found] == ["abc", "def"]
    assert "abc" not in repr(found)
    assert live_sources(Settings.from_environment({})) == []


@pytest.mark.parametrize(
    "text",
    ["", "source = 1", "[[source]]\n", GOOD + "port = 1", GOOD.replace("https", "http"),
     GOOD.replace("sx_court_json", "nothing"), GOOD.replace("sx_court_json", "areas"),
     GOOD.replace("https://", "https://u:p@"), GOOD + 'secret_env = "ABSENT"', GOOD + 'secret_file = "/absent"',
     GOOD + 'secret_env = "A"\nsecret_file = "b"', "["],
)  # fmt: skip
def test_what_is_wrong_in_the_configuration_stops_the_start(tmp_path: Path, text: str) -> None:
    """Refused with the setting's name."""
    path = tmp_path / "live.toml"
    path.write_text(text)
    with pytest.raises(SettingInvalid, match="HUB_LIVE_SOURCES"):
        live_sources(Settings.from_environment({"HUB_LIVE_SOURCES": str(path)}), {"A": "a"})
