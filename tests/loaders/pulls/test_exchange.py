"""Exchange databases, really used: what is pulled, what never gets lost, and what the provider is told."""

from __future__ import annotations

import json

import pytest
import sqlalchemy as sa

from hub.errors import NotLeading, PullFailed, PullInvalid
from loaders.load import Desk
from loaders.pulls.book import Leader
from loaders.pulls.office import Office
from loaders.pulls.plan import read
from loaders.pulls.run import run
from tests.loaders.fixtures import VAULT
from tests.loaders.pulls.conftest import Hub, Provider, debtor, later


def test_rows_are_pulled_and_answered_one_by_one(hub: Hub, provider: Provider) -> None:
    """Every row becomes a fact or goes into quarantine, and the provider reads which, with the reason's code."""
    provider.add(debtor(1), debtor(2, caseCode="案号不详"), debtor(3, later(5)))
    (receipt,) = hub.pull(provider.plan())

    assert (receipt.read, receipt.accepted, receipt.quarantined) == (3, 2, 1)
    assert hub.cases() == {1, 3}
    assert provider.answered() == {1: ("00", None), 2: ("01", "CASE_NUMBER_INVALID"), 3: ("00", None)}


def test_only_what_changed_is_pulled_again(hub: Hub, provider: Provider) -> None:
    """The second pull begins an overlap before the last row; what it meets once more changes nothing."""
    provider.add(*(debtor(number, later(60 * number)) for number in range(1, 7)))
    hub.pull(provider.plan())
    provider.change(2, duty="支付示例债权1号货款9万元", xyptmodify_date=later(600))
    provider.add(debtor(7, later(601)))
    (receipt,) = hub.pull(provider.plan())
    again = hub.pull(provider.plan())

    assert (receipt.read, receipt.inserted, receipt.rows_unchanged) == (3, receipt.inserted, 1)
    assert hub.cases() == set(range(1, 8))
    assert all(one.updated == one.inserted == 0 for one in again)


def test_rows_of_one_moment_are_all_pulled(hub: Hub, provider: Provider) -> None:
    """Far more rows with one time than fit into a slice: none is skipped at a border, and none is met twice."""
    provider.add(*(debtor(number) for number in range(1, 51)), *(debtor(number, None) for number in range(51, 72)))
    receipts = hub.pull(provider.plan(rows=7))

    assert hub.cases() == set(range(1, 72))
    assert sum(one.read for one in receipts) == 71
    assert len(provider.answered()) == 71


def test_a_row_that_was_committed_late_is_pulled(hub: Hub, provider: Provider) -> None:
    """Its time lies before the last one pulled, within the overlap; so does another row's with just that time."""
    provider.add(debtor(1), debtor(2, later(30)))
    hub.pull(provider.plan())
    provider.add(debtor(3, later(21)), debtor(4, later(30)))
    hub.pull(provider.plan())

    assert hub.cases() == {1, 2, 3, 4}


def test_rows_without_a_time_are_pulled_each_time(hub: Hub, provider: Provider) -> None:
    """Nobody can say that they have not changed."""
    provider.add(debtor(1), debtor(2, None))
    hub.pull(provider.plan())
    provider.add(debtor(3, None))
    hub.pull(provider.plan())

    assert hub.cases() == {1, 2, 3}


def test_a_batch_that_was_still_being_written_is_read_to_its_end(hub: Hub, provider: Provider) -> None:
    """By batch number, the last batch is read once more, with as many before it as the overlap says."""
    plan = provider.plan("xyptbatchno", "1")
    provider.add(debtor(1, batch=1), debtor(2, batch=2), debtor(3, batch=3))
    hub.pull(plan)
    provider.add(debtor(4, batch=3), debtor(5, batch=2), debtor(6, batch=4))
    (receipt,) = hub.pull(plan)

    assert hub.cases() == set(range(1, 7))
    assert receipt.read == 5


def test_a_table_without_a_column_of_changes_is_a_whole_list(hub: Hub, provider: Provider) -> None:
    """What it no longer holds is absent since then, and never removed."""
    provider.add(*(debtor(number) for number in range(1, 21)))
    hub.pull(provider.plan(None))
    with provider.engine.begin() as connection:
        connection.execute(provider.table.delete().where(provider.table.c.id == 20))
    (receipt,) = hub.pull(provider.plan(None))

    assert (receipt.read, len(hub.cases())) == (19, 20)
    with hub.database.connect("owner") as connection:
        query = "select case_number from listing where absent_since is not null"
        assert [text for (text,) in connection.execute(query).fetchall()] == ["(2023)浙0211执20号"]


def test_a_withdrawn_row_ends_its_listing(hub: Hub, provider: Provider) -> None:
    """The change flag d comes through as it does in a file."""
    provider.add(debtor(1))
    hub.pull(provider.plan())
    provider.change(1, data_state="D", xyptmodify_date=later(90))
    hub.pull(provider.plan())

    with hub.database.connect("owner") as connection:
        assert connection.execute("select state from listing").fetchall() == [("REMOVED",)]


def test_a_refused_delivery_does_not_move_the_book(hub: Hub, provider: Provider) -> None:
    """Where the file is refused, the same rows are pulled again; the book tells the code."""
    provider.add(*(debtor(number, caseCode="案号不详") for number in range(1, 121)))
    with pytest.raises(Exception, match="bad"):
        hub.pull(provider.plan())
    with hub.database.connect("owner") as connection:
        book = connection.execute("select position, code, failures from pull").fetchone()
    assert book == (None, "BATCH_REFUSED", 1)
    for number in range(1, 121):
        provider.change(number, caseCode=f"（2023）浙0211执{number}号")
    hub.pull(provider.plan())
    assert len(hub.cases()) == 120


def test_nothing_secret_is_said(hub: Hub, provider: Provider, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong password, a table or a column that is none: a sentence of ours, without address, secret or statement."""
    monkeypatch.setenv("EXCHANGE_SECRET", "sesame-open")
    url = provider.url.replace("://root@", "://nobody@")
    wrong = (
        provider.plan().replace(provider.url, url).replace("[database]", '[database]\npassword_env = "EXCHANGE_SECRET"')
    )
    if url != provider.url:
        with pytest.raises(PullFailed) as caught:
            hub.pull(wrong)
        assert "sesame" not in str(caught.value)
        assert "3306" not in str(caught.value)
    for given in (provider.plan().replace('"ex_sx"', '"ex_none"'), provider.plan("no_column")):
        with pytest.raises(PullInvalid):
            hub.pull(given)


def test_a_leader_that_was_followed_writes_nothing(hub: Hub, provider: Provider) -> None:
    """A process that lost its session without noticing merges nothing and moves no book, however far it had come."""
    provider.add(debtor(1))
    path = hub.folder / "court.toml"
    path.write_text(provider.plan(), "utf-8")
    old = Leader.of(hub.database)
    with pytest.raises(NotLeading):
        Leader.of(hub.database)
    with hub.database.connect("owner") as connection:
        connection.execute("update sync_leader set token = token + 1")
    with pytest.raises(NotLeading):
        list(run(Office(Desk(hub.database, VAULT), hub.store, old), read(path)))
    office = Office(Desk(hub.database, VAULT), hub.store, old)
    file = hub.folder / "late.ndjson"
    file.write_text(json.dumps(debtor(1), default=str) + "\n", "utf-8")
    with pytest.raises(NotLeading):
        office.deliver(read(path), file)
    old.connection.close()

    with hub.database.connect("owner") as connection:
        assert connection.execute("select count(*) from batch where source_name = 'sx_exchange'").fetchone() == (0,)
    assert len(hub.pull(provider.plan())) == 1


def test_a_batch_is_answered_as_a_whole(hub: Hub, provider: Provider) -> None:
    """One line for each delivery, with its counts; pulled once more, the line is replaced and not doubled."""
    with provider.engine.begin() as connection:
        columns = "batch varchar(36), code varchar(2), n_read int, n_good int, n_bad int, up_to varchar(30)"
        connection.execute(sa.text(f"create table ex_batch ({columns})"))
    provider.add(debtor(1), debtor(2, caseCode="案号不详"), debtor(3, later(5)))
    head = provider.plan().partition("[feedback]")[0]
    answers = ('[feedback]\ntable = "ex_batch"\neach = "batch"\n[feedback.columns]\nbatch = "batch"\ncode = "code"\n'
               'read = "n_read"\naccepted = "n_good"\nquarantined = "n_bad"\nmark = "up_to"\n')  # fmt: skip
    (receipt,) = hub.pull(head + answers)
    with hub.database.connect("owner") as connection:
        connection.execute("update pull set position = null")
    hub.pull(head + answers)

    with provider.engine.connect() as reading:
        lines = [tuple(line) for line in reading.execute(sa.text("select * from ex_batch"))]
    assert lines == [(receipt.batch_id, "01", 3, 2, 1, "2024-06-01 08:05:00")]


def test_a_driver_that_is_not_installed_is_said(hub: Hub, provider: Provider) -> None:
    """Oracle is spoken to by its driver's name; without the extra, a sentence says so."""
    plan = provider.plan().replace(provider.url, "oracle+oracledb://hub@127.0.0.1/exchange")
    with pytest.raises((PullInvalid, PullFailed)):
        hub.pull(plan)
