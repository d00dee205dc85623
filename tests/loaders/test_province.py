"""The small province against the truth that its generator wrote down and no loader ever reads."""

from __future__ import annotations

from typing import Any

import pytest

from hub.database import Database
from tests.province import Province

#: count of the truth → the same count from the tables
COUNTS = {
    "agencies": "select count(*) from agency",
    "cases": "select count(*) from enforcement_case",
    "case_numbers": "select count(distinct case_number) from enforcement_case",
    "certificates": "select count(*) from performance_certificate",
    "certificates.revoked": "select count(*) from performance_certificate where is_revoked",
    "honest_entries": "select count(*) from honest_listing",
    "honest_entries.removed": "select count(*) from honest_listing where removed_on is not null",
    "listings.CONSUMPTION": "select count(*) from listing where kind = 'CONSUMPTION_RESTRICTION'",
    "listings.SERIOUS_DISHONESTY": "select count(*) from listing where kind = 'SERIOUS_DISHONESTY'",
    "listings.SERIOUS_DISHONESTY.removed": "select count(*) from listing where kind = 'SERIOUS_DISHONESTY'"
    " and state = 'REMOVED'",
    "listings.SX": "select count(*) from listing where kind = 'SX'",
    "listings.SX.removed": "select count(*) from listing where kind = 'SX' and state = 'REMOVED'",
    "subjects.ENTERPRISE": "select count(*) from subject where kind = 'ENTERPRISE'",
    "subjects.GOVERNMENT_BODY": "select count(*) from subject where kind = 'GOVERNMENT_BODY'",
    "subjects.NATURAL_PERSON": "select count(*) from subject where kind = 'NATURAL_PERSON'",
    "subjects.NATURAL_PERSON.provisional": "select count(*) from subject where kind = 'NATURAL_PERSON'"
    " and is_provisional",
    "subjects.OTHER_ORGANISATION": "select count(*) from subject where kind = 'OTHER_ORGANISATION'",
    "terminated": "select count(*) from terminated_case",
}


def test_each_file_is_accounted_for_as_the_generator_knows(province_build: Province, truth: dict[str, Any]) -> None:
    """accepted + quarantined + ignored = read, each of the four as written down beside the file."""
    receipts = {receipt["file"]: receipt for receipt in province_build.receipts}
    names = ("read", "accepted", "quarantined", "ignored")
    for path, account in truth["files"].items():
        receipt = receipts[path.rpartition("/")[2]]

        assert {name: receipt[name] for name in names} == {name: account[name] for name in names}, path
        assert receipt["accepted"] + receipt["quarantined"] + receipt["ignored"] == receipt["read"]


@pytest.mark.parametrize("name", COUNTS)
def test_facts_are_as_many_as_the_generator_knows(province: Database, truth: dict[str, Any], name: str) -> None:
    """Every subject, case and entry of the province is in the hub once: none lost, none doubled, none merged."""
    with province.connect("owner") as connection:
        found = connection.execute(COUNTS[name]).fetchone()

    assert found == (truth["counts"][name],)
