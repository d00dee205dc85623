"""Who asked about somebody of whom there were two records: the entries of both are told of the one that stays."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from hub.database import Database
from hub.settings import Settings
from hub.vault import Vault
from tests.conftest import copied
from tests.hub.audit.reading import BANK, COURT, POLICE, Office, office

MERGE = """insert into identity_decision (kind, state, keep_id, merge_id, reason, agency_code, officer, facts, listings,
    cases, hits, agencies) values ('MERGE', 'PROPOSED', %s, %s, 'r', 'A', 'one', 0, 0, 0, 0, 0) returning id"""
BOTH = """query ($ids: [ID!]!) { nodes(ids: $ids) { ... on NaturalPerson { id name } } }"""


@pytest.fixture
def registry(server: str, template: str) -> Iterator[Database]:
    """A database of this test's own."""
    with contextmanager(copied)(server, template) as database:
        yield database


def join(asking: Office) -> None:
    """The second person is the first: his number was a source's mistake, and is taken from him."""
    keep, merge = asking.people
    asking.run("delete from subject_identifier where subject_id = %s", merge)
    asking.run("update subject set name = '张示例' where id = %s", merge)
    ((made,),) = asking.run(MERGE, keep, merge)
    asking.run("select merge_subjects(%s, 'two')", made)


@pytest.mark.parametrize("indexed", [False, True], ids=["not yet indexed", "indexed"])
async def test_told_of_both(registry: Database, settings: Settings, indexed: bool) -> None:
    """Entries from before, under either id, and from after, each once, also one that named both; gone with a split."""
    async with office(registry, Vault.from_settings(settings)) as asking:
        await asking.about(0, POLICE)
        await asking.about(1, BANK)
        await asking.ask(BOTH, COURT, ids=asking.people)
        assert (await asking.told(0))["totalCount"] == 2
        join(asking)
        await asking.about(1, BANK)
        if indexed:
            asking.index()

        for person in (0, 1):  # a token with the old id is the same person's
            told = await asking.told(person)
            assert sorted(one["agencyCode"] for one in told["nodes"]) == ["AG-BK", "AG-BK", "AG-CE", "AG-PS"]
            assert told["totalCount"] == 4

        asking.run("select split_subject(%s)", asking.people[1])
        assert [one["agencyCode"] for one in (await asking.told(1))["nodes"]] == ["AG-BK", "AG-CE"]
