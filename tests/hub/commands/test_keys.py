"""`hub keys`: a key file made, told about and renewed under a running hub, through kill -9, without a value lost."""

from __future__ import annotations

import base64
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from hub.audit.entry import entry
from hub.database import Database
from hub.keeping import hold
from hub.key_file import KeyFile
from hub.settings import Settings
from hub.vault import Vault
from tests.province import CallerOf

ROOT = Path(__file__).parents[3]
SUBJECTS, SET_ASIDE = 3000, 50

#: re-seals two pages at a time, and dies by kill -9 after the third batch
KILLED = """
import os, signal, sys
from hub import resealing
from hub.commands import keys
batches = 0
def tell(done):
    global batches
    batches += 1
    if batches == 3:
        os.kill(os.getpid(), signal.SIGKILL)
keys.reseal = lambda *given: resealing.reseal(*given[:3], tell, pages=2)
keys.rotate(suite=None, stage=False, retire=False, now=False)
"""


class Hub:
    """A database of sealed values, its key file, and the command line."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.database = database
        self.environment = {**os.environ, "HUB_DATA_DIR": str(folder), "HUB_DATABASE_URL": database.owner_connection,
                            "PYTHONPATH": str(ROOT)}  # fmt: skip
        self.settings = Settings.from_environment(self.environment)
        self.vault = Vault.from_settings(self.settings)
        hold(database, self.vault)
        self._fill()

    def _fill(self) -> None:
        numbers = [f"33021119900101{n:04d}" for n in range(SUBJECTS)]
        rows = self.vault.seal_many("quarantine_row", [f"row {n}" for n in range(SET_ASIDE)])
        halves, keys = self.vault.seal_apart_many("id_number", numbers[1::2])
        with self.database.connect("owner") as connection:
            connection.execute(
                "insert into subject (kind, name, id_number_masked, id_number_sealed, batch_id, row_no, content_hash)"
                " select 'NATURAL_PERSON', 'n', 'm', s, gen_random_uuid(), 1, 1 from unnest(%s::bytea[]) s",
                (self.vault.seal_many("id_number", numbers[::2]),))  # fmt: skip
            connection.execute(
                "with made as (insert into subject"
                " (kind, name, id_number_masked, id_number_sealed, batch_id, row_no, content_hash)"
                " select 'NATURAL_PERSON', 'n', 'm', s, gen_random_uuid(), 1, 1 from unnest(%(halves)s::bytea[]) s"
                " returning id, id_number_sealed)"
                " insert into person_key select m.id, n.key from made m"
                " join unnest(%(halves)s::bytea[], %(keys)s::bytea[]) n(half, key) on n.half = m.id_number_sealed",
                {"halves": halves, "keys": keys})  # fmt: skip
            batch = connection.execute(
                "insert into batch (source_name, file_name, sha256, encoding, mode, status, rows_read, rows_accepted,"
                " rows_quarantined, rows_ignored, rows_unchanged, facts_inserted, facts_updated, facts_unchanged)"
                " values ('s', 'f', 'x', 'utf-8', 'FULL', 'MERGED', 0, 0, 0, 0, 0, 0, 0, 0) returning id"
            ).fetchone()
            assert batch
            connection.execute(
                "insert into quarantine_row (batch_id, row_no, reason, raw_masked, raw_sealed)"
                " select %s, n, 'r', '{}', s from unnest(%s::bytea[]) with ordinality q(s, n)",
                (batch[0], rows),
            )

    def run(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """`hub keys …`."""
        command = [sys.executable, "-m", "hub", "keys", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=check, env=self.environment, cwd=ROOT)

    def values(self) -> list[tuple[str, bytes, bytes | None]]:
        """(kind, what the vault sealed, the half that it is the key of) of everything that is sealed."""
        with self.database.connect("owner") as connection:
            query = """select 'id_number', coalesce(k.key_sealed, s.id_number_sealed),
                    case when k.key_sealed is not null then s.id_number_sealed end
                from subject s left join person_key k on k.owner_id = s.id
                union all select 'quarantine_row', raw_sealed, null from quarantine_row"""
            return [(str(kind), bytes(sealed), half) for kind, sealed, half in connection.execute(query).fetchall()]

    def headers(self) -> dict[str, int]:
        """Key id → values sealed with it."""
        found: dict[str, int] = {}
        for _, sealed, _ in self.values():
            found[sealed[1:5].hex()] = found.get(sealed[1:5].hex(), 0) + 1
        return found

    def told(self) -> list[dict[str, Any]]:
        """What `hub keys show --json` tells."""
        told: list[dict[str, Any]] = json.loads(self.run("show", "--json").stdout)["keys"]
        return told


@pytest.fixture
def hub(database: Database, tmp_path: Path) -> Hub:
    return Hub(database, tmp_path)


def texts(hub: Hub, vault: Vault) -> list[str]:
    """Everything that is sealed, opened; raises SealBroken for the first value that does not open."""
    return sorted(
        vault.open(kind, sealed) if half is None else vault.open_apart(kind, half, sealed)
        for kind, sealed, half in hub.values()
    )


def test_killed_rotation_goes_on_where_it_stood(hub: Hub) -> None:
    """kill -9 in the middle leaves values of two keys, all of which open; run again, it makes no third key and ends."""
    before = texts(hub, hub.vault)
    (first,) = hub.told()

    killed = subprocess.run(
        [sys.executable, "-c", KILLED], env=hub.environment, cwd=ROOT, capture_output=True, check=False
    )

    assert killed.returncode == -signal.SIGKILL, killed.stderr
    _, second = hub.told()
    half = hub.headers()
    assert set(half) == {first["id"], second["id"]}
    assert texts(hub, hub.vault) == before  # the vault of a worker that was running all the time
    assert "interrupted" in hub.run("rotate").stdout
    assert [key["id"] for key in hub.told()] == [first["id"], second["id"]]
    assert hub.headers() == {second["id"]: SUBJECTS + SET_ASIDE}
    assert texts(hub, hub.vault) == before


def test_running_readers_never_meet_a_value_that_does_not_open(hub: Hub) -> None:
    """A worker that started before opens everything at every moment of a rotation, and seals with the new key after."""
    before, stop, faults = texts(hub, hub.vault), threading.Event(), list[BaseException]()

    def read() -> None:
        try:
            while not stop.is_set():
                assert texts(hub, hub.vault) == before
        except BaseException as error:  # noqa: BLE001 - told by the other thread
            faults.append(error)

    reading = threading.Thread(target=read)
    reading.start()
    hub.run("rotate", "--suite", "sm")
    stop.set()
    reading.join()

    assert faults == []
    assert hub.vault.seal("cursor", "x")[0] == 2
    assert [(key["suite"], key["current"]) for key in hub.told()] == [("AES-256-GCM", False), ("SM4-GCM", True)]


def test_staged_key_seals_nothing_until_the_rotation(hub: Hub) -> None:
    """On several machines the next key is on all of them before any seals with it; the rotation takes that very key."""
    (first,) = hub.told()
    hub.run("rotate", "--stage", "--suite", "sm")
    hub.run("rotate", "--stage")
    copied = Vault.from_key_file(hub.settings.vault_keys.read_bytes())  # the other machine's, never told again
    before = texts(hub, copied)
    _, staged = hub.told()
    assert (staged["staged"], staged["current"], copied.seal("id_number", "33")[1:5].hex()) == (
        True,
        False,
        first["id"],
    )
    assert hub.run("rotate", "--retire", "--now").returncode == 0
    assert len(hub.told()) == 2  # neither the current key nor the staged one is a former key

    hub.run("rotate")

    assert hub.headers() == {staged["id"]: SUBJECTS + SET_ASIDE}
    assert texts(hub, copied) == before
    assert [(key["current"], key["staged"]) for key in hub.told()] == [(False, False), (True, False)]


def test_key_goes_only_when_nothing_needs_it(hub: Hub) -> None:
    """A key that still seals one value stays, as does one superseded within the hour; nothing is lost by retiring."""
    before = texts(hub, hub.vault)
    (first,) = hub.told()
    stray = hub.vault.seal("id_number", "33")
    hub.run("rotate")

    refused = hub.run("rotate", "--retire", check=False)
    assert (refused.returncode, refused.stderr[:11]) == (2, "KEYS_IN_USE")  # an hour has not passed
    with hub.database.connect("owner") as connection:
        connection.execute("update quarantine_row set raw_sealed = %s where row_no = 1", (stray,))
    refused = hub.run("rotate", "--retire", "--now", check=False)
    assert f"{first['id']} (1)" in refused.stderr
    with hub.database.connect("owner") as connection:
        connection.execute("delete from quarantine_row where row_no = 1")
    hub.run("rotate", "--retire", "--now")

    assert [key["current"] for key in hub.told()] == [True]
    assert texts(hub, Vault.from_settings(hub.settings)) == [text for text in before if text != "row 0"]


def test_terms_of_the_log_are_sealed_anew(hub: Hub, caller: CallerOf) -> None:
    """They stand beside the entries, which are hashed: no key is kept for them, and they still open."""
    logged = entry(caller("CH"), {"decision": "answered"}, terms=[("name", "somebody")], vault=hub.vault)
    with hub.database.connect("owner") as connection:
        connection.execute("select audit.append(%s::text[], %s::text[])", [[each] for each in logged])

    hub.run("rotate")
    hub.run("rotate", "--retire", "--now")

    with hub.database.connect("owner") as connection:
        rows = connection.execute("select seq, ordinal, text_sealed from audit.term").fetchall()
    assert [(seq, ordinal) for seq, ordinal, _ in rows] == [(0, 1)]
    assert Vault.from_settings(hub.settings).open("audit_term", rows[0][2]) == "somebody"


def test_key_of_a_term_in_an_entry_stays(hub: Hub) -> None:
    """Entries of before hold their terms themselves and are never rewritten, so the key is kept, and told."""
    sealed = base64.b64encode(hub.vault.seal("audit_term", "somebody")).decode()
    (first,) = hub.told()
    with hub.database.connect("owner") as connection:
        connection.execute("select audit.append(array[%s])", (json.dumps({"terms": [{"sealed": sealed}]},
                                                                         separators=(",", ":")),))  # fmt: skip

    done = hub.run("rotate")
    refused = hub.run("rotate", "--retire", "--now", check=False)

    assert " 0 left" in done.stdout
    assert f"{first['id']} (1)" in refused.stderr
    assert "interrupted" not in hub.run("rotate").stdout


def test_value_that_no_key_opens_is_told_and_left(hub: Hub) -> None:
    """A damaged value is neither dropped nor overwritten; the run says so, and its key stays."""
    with hub.database.connect("owner") as connection:
        connection.execute(
            "update quarantine_row set raw_sealed = overlay(raw_sealed placing '\\x00' from 30) where row_no = 1"
        )
    damaged = [sealed for kind, sealed, _ in hub.values() if kind == "quarantine_row"]

    done = hub.run("rotate", check=False)

    assert (done.returncode, "1 values do not open" in done.stderr) == (1, True)
    assert len({sealed for _, sealed, _ in hub.values()} & set(damaged)) == 1
    assert sum(hub.headers().values()) == SUBJECTS + SET_ASIDE


@pytest.mark.parametrize(("suite", "names"), [("aes", "AES-256-GCM, HMAC-SHA256"), ("sm", "SM4-GCM, HMAC-SM3")])
def test_init_makes_the_file_once_and_tells_no_secret(suite: str, names: str, tmp_path: Path) -> None:
    """The file is its owner's alone; a second init refuses; neither it nor `show` prints a secret."""
    path = tmp_path / "keys" / "vault.json"
    environment = {**os.environ, "HUB_DATA_DIR": str(tmp_path), "PYTHONPATH": str(ROOT)}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "hub", "keys", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=ROOT)

    made, again, shown = run("init", "--suite", suite), run("init"), run("show")

    assert (made.returncode, again.returncode, shown.returncode) == (0, 2, 0)
    assert path.stat().st_mode & 0o777 == 0o600
    assert names in made.stdout
    file = json.loads(path.read_bytes())
    told = made.stdout + made.stderr + again.stderr + shown.stdout
    assert not any(secret in told for secret in (file["keys"][0]["secret"], file["blind"]["secret"]))


def test_foreign_or_damaged_file_is_not_taken_over(tmp_path: Path) -> None:
    """A running worker keeps its keys when the file is replaced by one of another database, or by nonsense."""
    settings = Settings.from_environment({"HUB_DATA_DIR": str(tmp_path)})
    vault = Vault.from_settings(settings)
    sealed, foreign = vault.seal("id_number", "33"), KeyFile.make()

    for content in (foreign.written(), b"{"):
        settings.vault_keys.write_bytes(content)
        vault._looked = 0.0
        assert vault.open("id_number", vault.seal("id_number", "33")) == "33"
        assert vault.open("id_number", sealed) == "33"
        assert vault.blind("id_number", "33") != Vault(foreign).blind("id_number", "33")


def test_rotation_gives_old_values_keys_and_leaves_the_others_where_they_are(hub: Hub) -> None:
    """Of a value with a key of its own the key alone is sealed anew; one from before there were keys is given one."""
    query = "select s.id, s.ctid::text, s.id_number_sealed from subject s join person_key k on k.owner_id = s.id"
    with hub.database.connect("owner") as connection:
        before = set(connection.execute(query).fetchall())
    hub.run("rotate")

    with hub.database.connect("owner") as connection:
        after = set(connection.execute(query).fetchall())
    assert (len(before), len(after)) == (SUBJECTS // 2, SUBJECTS)
    assert before <= after
