"""Pulling page by page from an interface that is slow, busy, moving, lying, or leads elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from hub.errors import PullFailed, SourceAddressRefused
from loaders.pulls import fetch, pages
from tests.loaders.pulls.conftest import Hub, debtor
from tests.loaders.pulls.stub import Stub, serving


@pytest.fixture
def stub() -> Iterator[Stub]:
    """An interface with twelve rows on three pages."""
    with serving(Stub([_row(number) for number in range(1, 13)])) as found:
        yield found


@pytest.fixture(autouse=True)
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Waiting takes no time here, and is written down."""
    waits: list[float] = []
    original = fetch.Fetcher.__init__

    def quick(self: fetch.Fetcher, *given: Any, **named: Any) -> None:
        original(self, *given, **{**named, "sleep": waits.append})

    monkeypatch.setattr(fetch.Fetcher, "__init__", quick)
    return waits


def _row(number: int) -> dict[str, Any]:
    row = debtor(number)
    return {**row, "xyptmodify_date": str(row["xyptmodify_date"])}


def test_all_pages_become_facts(hub: Hub, stub: Stub) -> None:
    """Asked one after the other, with the page's size and what the address says besides; one delivery for all."""
    (receipt,) = hub.pull(stub.plan())

    assert (receipt.read, hub.cases()) == (12, set(range(1, 13)))
    assert [page for page, _ in stub.asked] == [1, 2, 3, 1]
    assert stub.asked[0][1][":path"] == "/api/list?kind=sx&page=1&rows=5"


def test_the_token_comes_from_its_file_and_shows_nowhere(hub: Hub, stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is sent to the configured host; neither book nor refusal repeats it."""
    monkeypatch.setenv("COURT_TOKEN", "sesame-open")
    hub.pull(stub.plan(token_env='"COURT_TOKEN"'))
    stub.mood = lambda number, page: (401, {})
    with pytest.raises(PullFailed, match="401") as caught:
        hub.pull(stub.plan(token_env='"COURT_TOKEN"'))

    assert stub.asked[0][1]["authorization"] == "Bearer sesame-open"
    assert "sesame" not in str(caught.value)


def test_a_busy_provider_is_waited_for_as_long_as_it_asks(hub: Hub, stub: Stub, slept: list[float]) -> None:
    """Retry-After counts, and at least a pause by chance; then the same page is asked for again."""
    stub.mood = lambda number, page: (503, {"retry-after": "17"}) if number == 2 else None
    hub.pull(stub.plan())

    assert hub.cases() == set(range(1, 13))
    assert slept == [17.0]
    assert [page for page, _ in stub.asked] == [1, 2, 2, 3, 1]


def test_pauses_grow_and_are_never_alike(hub: Hub, stub: Stub, slept: list[float]) -> None:
    """Six tries, each pause from a longer span, then a failure; a wait of days is cut to two minutes."""
    stub.mood = lambda number, page: (429, {})
    with pytest.raises(PullFailed):
        hub.pull(stub.plan())
    assert len(slept) == fetch.TRIES - 1
    assert all(0.5 <= wait <= 2.0**number + 0.5 for number, wait in enumerate(slept))
    assert len(set(slept)) == len(slept)
    assert fetch._told("864000") == 120.0
    assert fetch._told("Wed, 21 Oct 2015 07:28:00 GMT") == 0.0
    assert fetch._told("soon") == 0.0


def test_a_listing_that_moved_is_read_anew(hub: Hub, stub: Stub) -> None:
    """A row that is put before the others while page 2 is read would push another over the border, unseen."""

    def insert(page: int) -> None:
        if page == 3 and stub.rows[0]["id"] != 99:
            stub.rows.insert(0, _row(99))
            stub.rows.pop(6)

    stub.before = insert
    receipts = hub.pull(stub.plan())

    assert hub.cases() == set(range(1, 13)) - {6} | {99}
    assert [page for page, _ in stub.asked] == [1, 2, 3, 1, 1, 2, 3, 1]
    assert [one.read for one in receipts] == [12]


def test_a_listing_that_never_rests_is_given_up(hub: Hub, stub: Stub) -> None:
    """Its total is another one on each page: three readings, then a failure; nothing of a whole list is merged."""
    stub.before = lambda page: stub.rows.append(_row(len(stub.rows) + 1))
    with pytest.raises(PullFailed, match="moved"):
        hub.pull(stub.plan("FULL"))
    assert hub.cases() == set()


def test_an_unchanged_listing_is_asked_for_once(hub: Hub, stub: Stub) -> None:
    """By its ETag, as the first page's was at the end of the last pull; a change is pulled again."""
    stub.etag = True
    hub.pull(stub.plan())
    stub.asked.clear()
    assert hub.pull(stub.plan()) == []
    assert len(stub.asked) == 1
    stub.rows.append(_row(13))
    hub.pull(stub.plan())
    assert hub.cases() == set(range(1, 14))


def test_a_pull_goes_on_behind_its_last_delivery(hub: Hub, stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was delivered before the failure is there, and its pages are not asked for again."""
    monkeypatch.setattr(pages, "TOGETHER", 1)
    stub.mood = lambda number, page: (500, {}) if page == 3 else None
    with pytest.raises(PullFailed):
        hub.pull(stub.plan())
    assert hub.cases() == set(range(1, 11))
    stub.mood = lambda number, page: None
    stub.asked.clear()
    hub.pull(stub.plan())

    assert hub.cases() == set(range(1, 13))
    assert [page for page, _ in stub.asked] == [3, 1]


@pytest.mark.parametrize(
    "answer", [(200, {}), (302, {"location": "http://169.254.169.254/latest/"}), (302, {"location": "/api/list"})]
)
def test_a_false_answer_is_a_failure(hub: Hub, stub: Stub, answer: tuple[int, dict[str, str]]) -> None:
    """No rows where they should be, a way into a network of our own, a circle: a code, and nothing is merged."""
    stub.mood = lambda number, page: answer
    with pytest.raises((PullFailed, SourceAddressRefused)):
        hub.pull(stub.plan())
    assert hub.cases() == set()


@pytest.mark.parametrize(
    "url", ["http://example.com/a", "https://10.0.0.7/a", "https://localhost/a", "ftp://127.0.0.1/"]
)
def test_nothing_but_the_open_network_is_asked(hub: Hub, stub: Stub, url: str) -> None:
    """Without TLS, or at an address of a private network, not even when the operator has written it down."""
    host = url.split("/")[2]
    plan = stub.plan().replace(f"http://{stub.host}/api/list?kind=sx", url).replace(f'["{stub.host}"]', f'["{host}"]')
    with pytest.raises(SourceAddressRefused):
        hub.pull(plan)


def test_the_name_is_resolved_once_and_checked_by_tls(hub: Hub, stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    """The connection goes to the number that was allowed; Host header and TLS name are the provider's."""
    seen: list[tuple[str, str, str]] = []

    def look(self: Any, method: str, url: str, headers: dict[str, str], extensions: dict[str, str]) -> Any:
        seen.append((url, headers["host"], extensions["sni_hostname"]))
        raise httpx.ConnectError("no network here")

    monkeypatch.setattr(httpx.Client, "stream", look)
    monkeypatch.setattr("loaders.addresses._system", lambda host, port: ["203.0.113.9"] if not seen else ["10.0.0.7"])
    monkeypatch.setattr("loaders.addresses.is_public", lambda address: str(address) != "10.0.0.7")
    plan = stub.plan().replace(f"http://{stub.host}", "https://court.example.cn").replace(stub.host, "court.example.cn")
    with pytest.raises(SourceAddressRefused):
        hub.pull(plan)

    assert seen == [("https://203.0.113.9:443/api/list?kind=sx&page=1&rows=5", "court.example.cn", "court.example.cn")]
