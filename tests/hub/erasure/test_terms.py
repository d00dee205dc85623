"""What an erasure does to the access log: search terms that are the person's go, and the log is proved as before."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import AsyncIterator
from typing import Any

import psycopg
import pytest

from hub.audit.checkpoint import Signer, checkpoints_file, opened
from hub.audit.examine import Ends, examine
from hub.audit.keeper import Keeper
from hub.audit.verify import Finding, verify
from hub.commands.audit import _EXPORT
from hub.database import Database
from hub.erasure import store
from hub.erasure.basis import Basis
from hub.erasure.erase import erase, rehearse
from hub.errors import SealBroken
from hub.settings import Settings
from hub.vault import Vault
from tests.hub.audit.reading import INSPECTOR, Office, office
from tests.province import officer

LOOKED_UP = "query($i: IdNumber!, $n: String!) { subject(idNumber: $i, name: $n) { id } }"
FILTERED = "query($n: String!) { subjects(filter: {name: {eq: $n}}) { nodes { id } } }"
HIGHER = officer("CH", agency="AG-PS", courts=("浙0211",))
NAMES = ("张示例", "李示例")


@pytest.fixture
def vault(settings: Settings) -> Vault:
    """The vault of this test's data directory."""
    return Vault.from_settings(settings)


@pytest.fixture
async def asking(database: Database, vault: Vault) -> AsyncIterator[Office]:
    """Officers who have looked two persons up by number, by name, and with one's number in words of their own."""
    async with office(database, vault) as found:
        for name, number in zip(NAMES, found.numbers, strict=True):
            await found.ask(LOOKED_UP, HIGHER, i=number, n=name)
            await found.ask(FILTERED, HIGHER, n=name)
        await found.ask(LOOKED_UP.replace("query", f"query q{found.numbers[0]}", 1), HIGHER, i=found.numbers[1], n="某")
        await found.ask(FILTERED, HIGHER, n="查无此人")
        yield found


def erased(asking: Office, vault: Vault) -> None:
    """The erasure of the first person."""
    with asking.database.connect("owner") as connection:
        store.propose(connection, asking.people[0], Basis.consent_withdrawn, "Li Yi", "(2026)浙0211行初1号")
    erase(asking.database, vault, asking.people[0], "Wang Er")


def terms(asking: Office, vault: Vault) -> list[tuple[int, str | None]]:
    """(entry, text) of every term, None where nothing is left to open."""
    rows = asking.run("select seq, text_sealed from audit.term order by seq, ordinal")
    return [(seq, sealed and vault.open("audit_term", sealed)) for seq, sealed in rows]


async def test_terms_of_the_erased_person_are_destroyed_and_no_others(asking: Office, vault: Vault) -> None:
    """His number wherever it was asked for, his name where the entry is about him, a document named after his number;
    what others were searched by still opens.
    """
    one, other = asking.numbers
    assert terms(asking, vault) == [
        (0, one), (0, NAMES[0]), (1, NAMES[0]), (2, other), (2, NAMES[1]), (3, NAMES[1]), (4, other), (4, "某"),
        (4, f"q{one}"), (5, "查无此人"),
    ]  # fmt: skip
    with asking.database.connect("owner") as connection:
        assert rehearse(connection, vault, asking.people[0]).rows["audit.term"] == 4
    assert terms(asking, vault)[0] == (0, one), "a dry run destroys nothing"
    erased(asking, vault)

    assert terms(asking, vault) == [
        (0, None), (0, None), (1, None), (2, other), (2, NAMES[1]), (3, NAMES[1]), (4, other), (4, "某"), (4, None),
        (5, "查无此人"),
    ]  # fmt: skip


async def test_the_log_is_proved_after_an_erasure_as_before(asking: Office, vault: Vault, settings: Settings) -> None:
    """No byte that is hashed changes: the export, checkpoints of before and the public key still agree, and so does
    the log where it lies; what an export of before holds opens nothing.
    """
    keeper = Keeper(asking.database, settings)
    assert await keeper.sign()
    before = [line for (line,) in asking.run(_EXPORT.replace("%s", "0"))]
    erased(asking, vault)

    exported = [line for (line,) in asking.run(_EXPORT.replace("%s", "0"))]
    signer = Signer.from_settings(settings)
    report = verify(exported, opened(checkpoints_file(settings).read_text("utf-8"), signer.verifier))
    assert (exported, report.findings, report.proved) == (before, [], 6)
    with asking.database.connect("owner") as connection:
        ends = Ends(connection)
        walk = list(examine(connection, 0, ends.beyond, indexed=ends.indexed, chains={}))
    assert walk == [(6, [])]
    assert await keeper.sign() is None, "nothing to contradict"
    await keeper.close()
    for piece in set(re.findall(r"[A-Za-z0-9+/]{40,}", "".join(before))):
        with pytest.raises(SealBroken):
            vault.open("audit_term", base64.b64decode(piece[: len(piece) // 4 * 4]))


async def test_inspectors_read_that_a_term_was_erased(asking: Office, vault: Vault) -> None:
    """What was destroyed reads `ERASED`, and its keyed hash still says whether two entries were about one term."""
    query = "query($n: Position!) { accessEntry(sequence: $n) { terms { nodes { argument digest text } } } }"

    async def told(entry: int) -> Any:
        return (await asking.ask(query, INSPECTOR, n=str(entry)))["accessEntry"]["terms"]["nodes"]

    before = await told(0)
    assert [term["text"] for term in before] == [asking.numbers[0], NAMES[0]]
    erased(asking, vault)
    assert await told(0) == [{**term, "text": "ERASED"} for term in before]
    assert [term["text"] for term in await told(2)] == [asking.numbers[1], NAMES[1]]


async def test_terms_of_before_are_hidden_though_they_cannot_be_destroyed(asking: Office, vault: Vault) -> None:
    """Entries that hold their terms themselves cannot change; the hub shows these to nobody any more."""
    number = asking.numbers[0]
    term = {"argument": "idNumber", "hmac": vault.blind("audit_term", number).hex(),
            "sealed": base64.b64encode(vault.seal("audit_term", number)).decode()}  # fmt: skip
    old = {"id": "0" * 32, "agency": "AG-PS", "decision": "MISSED", "terms": [term], "subjects": []}
    asking.run("select audit.append(array[%s])", json.dumps(old))
    shown = "select text_masked, text_sealed is null from access_term where position = 6"
    assert asking.run(shown) == [("******", False)]
    erased(asking, vault)
    assert asking.run(shown) == [("ERASED", True)]


async def test_a_term_that_somebody_took_away_is_found(asking: Office) -> None:
    """Whoever deletes a sealed text beside the log, instead of erasing it, is told of by the entry that names it."""
    asking.run("delete from audit.term where seq = 3")
    with asking.database.connect("owner") as connection:
        ends = Ends(connection)
        walk = list(examine(connection, 0, ends.beyond, indexed=ends.indexed, chains={}))
    assert walk == [(6, [Finding("UNSEALED", 3)])]


@pytest.mark.parametrize("role", ["reader", "writer", "loader", "logger"])
def test_no_role_reads_or_destroys_sealed_terms(database: Database, role: Any) -> None:
    """They are shown by the view alone, and go with an erasure alone."""
    for statement in ("select * from audit.term", "delete from audit.term", "update audit.term set text_sealed = null"):
        refusals = (psycopg.errors.InsufficientPrivilege, psycopg.errors.ReadOnlySqlTransaction)
        with database.connect(role) as connection, pytest.raises(refusals):
            connection.execute(statement.encode())
