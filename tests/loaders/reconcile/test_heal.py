"""Reconciliation: what the hub lacks, has in an older state or has alone is found exactly, and healed by its rules."""

from __future__ import annotations

import datetime
import random
from dataclasses import dataclass
from pathlib import Path

import pytest

from hub.database import Database
from hub.errors import BatchRefused, DigestTooSmall, DigestUnusable, KeyFileUnusable
from hub.vault import Vault, new_key_file
from loaders.load import Desk, take_in
from loaders.prepare import Delivery
from loaders.provenance import verify
from loaders.reconcile.cells import CELLS
from loaders.reconcile.heal import Healing, compare, heal
from loaders.reconcile.key import RowKey
from loaders.reconcile.papers import Digest, read_wanted, write_wanted
from loaders.reconcile.sender import digest_of, write_rows
from loaders.source import RESENT, source_of, sources
from loaders.store import Store
from tests.loaders.fixtures import VAULT, load_reference, sample_of
from tests.loaders.test_load import ask, row, written

NAME = "sx_warehouse"
Row = dict[str, str]


def entry(number: int, **changes: str) -> Row:
    return row(case_no=f"(2024)浙0211执{number}号", **changes)


@dataclass
class Parties:
    """A sender with a list, and a hub; what they exchange is files, which are counted."""

    folder: Path
    desk: Desk
    key: RowKey
    exchanged: int = 0
    loads: int = 0

    def load(self, rows: list[Row]) -> None:
        self.loads += 1
        path = written(self.folder / f"{self.loads}.csv", rows)
        list(take_in(self.desk, [Delivery.of(NAME, path, "DELTA")]))

    def listed(self, rows: list[Row]) -> Path:
        return written(self.folder / "list.csv", rows)

    def digest(self, path: Path, cells: int = CELLS) -> Digest:
        out = self.folder / "list.digest"
        self.exchanged += digest_of(path, self.key, cells).write(out, self.key)
        return Digest.read(out, RowKey.of(source_of(NAME), VAULT))

    def wanted(self, digest: Digest) -> Path:
        out = self.folder / "list.wanted"
        own = RowKey.of(source_of(NAME), VAULT)
        self.exchanged += write_wanted(out, own, compare(self.desk, NAME, digest).lacking)
        return out

    def reconcile(self, rows: list[Row]) -> Healing:
        """All four steps."""
        path = self.listed(rows)
        digest = self.digest(path)
        wanted = read_wanted(self.wanted(digest), self.key)
        resent = self.folder / f"list{RESENT}"
        write_rows(path, self.key, wanted, resent)
        self.exchanged += resent.stat().st_size
        return heal(self.desk, NAME, digest, resent)


@pytest.fixture
def parties(database: Database, tmp_path: Path) -> Parties:
    load_reference(database)
    key_file = tmp_path / "sx.key"
    RowKey.of(source_of(NAME), VAULT).write(key_file)
    desk = Desk(database, VAULT, "王一", Store(tmp_path / "sources", VAULT))
    return Parties(tmp_path, desk, RowKey.read(key_file))


def standing(parties: Parties) -> list[tuple[object, ...]]:
    """Case, performance, state and whether suspected, of every listing."""
    query = "select case_number, performance, state, absent_since is not null from listing order by case_number"
    return ask(parties.desk.database, query)


def test_one_lost_one_stale_and_one_extra_row_are_found_and_healed(parties: Parties) -> None:
    """The three are put right and nothing else is touched; what was exchanged is a digest and two rows."""
    parties.load([entry(number) for number in range(3, 503)])
    stale = entry(100, executed_perfor="部分未履行", 更新时间="2024-08-01 00:00:00")
    there = [entry(2), *(entry(number) for number in range(3, 502) if number != 100), stale]
    before = ask(parties.desk.database, "select id, recorded_at, xmin::text from listing order by id")
    done = parties.reconcile(there)

    assert (done.asked, done.restored, done.overruled, done.missing) == (2, 2, 0, 0)
    assert (done.replaced, done.suspected, done.cleared) == (1, 1, 0)
    found = {case: (performance, suspected) for case, performance, _, suspected in standing(parties)}
    assert found["(2024)浙0211执2号"] == ("NONE", False)
    assert found["(2024)浙0211执100号"] == ("PARTIAL", False)
    assert found["(2024)浙0211执502号"] == ("NONE", True)
    assert len(found) == 501
    after = ask(parties.desk.database, "select id, recorded_at, xmin::text from listing order by id")
    assert len(set(before) - set(after)) == 2
    assert parties.exchanged < 28_000
    again = parties.reconcile(there)
    assert (again.asked, again.suspected, again.replaced) == (0, 0, 0)


@pytest.mark.parametrize("seed", range(6))
def test_any_differences_are_healed(parties: Parties, seed: int) -> None:
    """Random losses, old states, additions and bad rows: afterwards hub and list agree, row by row."""
    dice = random.Random(seed)
    every = range(1, 401)
    stand = {number: entry(number, executed_perfor="全部未履行") for number in every}
    newer = {
        number: entry(number, executed_perfor="部分未履行", 更新时间="2024-08-01 00:00:00") for number in every
    }  # fmt: skip
    fate = {number: dice.choices(("same", "lost", "stale", "extra"), (85, 5, 5, 2))[0] for number in every}
    parties.load([stand[number] for number in every if fate[number] != "lost"])
    there = [newer[n] if fate[n] == "stale" else stand[n] for n in every if fate[n] != "extra"]
    bad = [row(case_no=f"见附件{number}") for number in range(dice.randrange(4))]
    dice.shuffle(there)
    done = parties.reconcile([*there, *bad])

    counts = {word: sum(one == word for one in fate.values()) for word in ("lost", "stale", "extra")}
    assert done.asked == counts["lost"] + counts["stale"] + len(bad)
    assert (done.restored, done.missing) == (done.asked, 0)
    assert (done.replaced, done.suspected) == (counts["stale"], counts["extra"])
    expected = {
        f"(2024)浙0211执{n}号": ("PARTIAL" if fate[n] == "stale" else "NONE", fate[n] == "extra") for n in every
    }
    assert {case: (performance, gone) for case, performance, _, gone in standing(parties)} == expected
    left = compare(parties.desk, NAME, parties.digest(parties.folder / "list.csv"))
    assert (left.lacking, left.extra["listing"]) == (set(), [])


def test_a_row_that_is_lost_twice_is_healed_twice(parties: Parties) -> None:
    """The same rows sent once more are a delivery of their own, not a file that was merged before."""
    there = [entry(1), entry(2)]
    parties.load(there)
    for _ in range(2):
        with parties.desk.database.connect("owner") as connection:
            connection.execute("delete from listing where case_number = '(2024)浙0211执2号'")
        done = parties.reconcile(there)
        assert (done.asked, done.restored) == (1, 1)
        assert len(standing(parties)) == 2


def test_what_is_healed_leads_back_to_its_row(parties: Parties) -> None:
    """Rows that were sent once more are kept like any delivery, and prove the facts that they made."""
    parties.load([entry(1)])
    parties.reconcile([entry(1), entry(2), entry(3)])
    store = parties.desk.store
    assert store is not None
    with parties.desk.database.connect("loader") as connection, connection.cursor() as cursor:
        proofs = [proof for proof in verify(cursor, store) if proof.source == NAME]

    assert [(proof.altered, proof.outdated, proof.missing) for proof in proofs] == [(0, 0, False)] * 2
    assert f"list{RESENT}" in {proof.file for proof in proofs}


def test_an_older_row_of_the_same_list_does_not_win_by_being_sent_again(parties: Parties) -> None:
    """Two rows of a list for one entry: the later one stands; the earlier is asked for, loses, and changes nothing."""
    first, second = entry(1, effect_doc_obli="付款"), entry(1, effect_doc_obli="交付")
    parties.load([first, second])
    query = "select obligation from listing"
    for _ in range(2):
        done = parties.reconcile([first, second])
        assert (done.asked, done.restored, done.overruled, done.suspected) == (1, 0, 1, 0)
        assert ask(parties.desk.database, query) == [("交付",)]


def test_another_source_that_knows_better_is_not_overruled(parties: Parties) -> None:
    """A fact that a newer row of another source states stays, and the list's row is counted as overruled."""
    parties.load([entry(1)])
    with parties.desk.database.connect("owner") as connection:
        connection.execute("insert into source (name, title, title_en, provider, precedence)"
                           " values ('other', '其他', 'other', '法院', 1)")  # fmt: skip
        connection.execute("insert into batch (source_name, file_name, sha256, encoding, mode, status, rows_read,"
                           " rows_accepted, rows_quarantined, rows_ignored, rows_unchanged, facts_inserted,"
                           " facts_updated, facts_unchanged) values ('other', 'f', 'f', 'utf-8', 'DELTA', 'MERGED',"
                           " 0, 0, 0, 0, 0, 0, 0, 0)")  # fmt: skip
        connection.execute("update listing set batch_id = (select id from batch where source_name = 'other'),"
                           " content_hash = 5, source_time = '2025-01-01', performance = 'FULL'")  # fmt: skip
    done = parties.reconcile([entry(1)])

    assert (done.asked, done.overruled) == (1, 1)
    assert [found[1] for found in standing(parties)] == ["FULL"]


def test_removed_entries_need_no_row_and_suspects_come_back(parties: Parties) -> None:
    """What was removed is in no list any more, so it is no difference; a suspect that the list names is cleared."""
    gone = {"更新时间": "2024-09-01 10:00:00", "数据记录的增删改标志": "d"}
    parties.load([entry(1), entry(2), entry(3), entry(3, **gone)])
    parties.reconcile([entry(1)])
    assert [found[2:] for found in standing(parties)] == [("PUBLISHED", False), ("PUBLISHED", True), ("REMOVED", False)]
    done = parties.reconcile([entry(1), entry(2)])

    assert (done.asked, done.cleared, done.suspected) == (0, 1, 0)
    assert [found[3] for found in standing(parties)] == [False, False, False]


def test_what_came_after_the_list_is_not_missed_in_it(parties: Parties) -> None:
    """A list of yesterday says nothing of an entry of today."""
    parties.load([entry(1), entry(2)])
    digest = parties.digest(parties.listed([entry(1)]))
    digest.made_at -= datetime.timedelta(days=1)
    found = compare(parties.desk, NAME, digest)

    assert (found.newer, found.extra["listing"]) == (1, [])
    assert heal(parties.desk, NAME, digest).suspected == 0


def test_nothing_is_suspected_while_rows_are_out(parties: Parties) -> None:
    """An entry that the list does not name in this form may be what a row that did not come replaces."""
    parties.load([entry(1), entry(2)])
    newer = entry(1, executed_perfor="部分未履行", 更新时间="2024-08-01 00:00:00")
    digest = parties.digest(parties.listed([newer, entry(2)]))
    done = heal(parties.desk, NAME, digest)

    assert (done.asked, done.missing, done.suspected) == (1, 1, 0)
    assert [found[3] for found in standing(parties)] == [False, False]


def test_a_list_that_names_far_too_few_suspects_nobody(parties: Parties) -> None:
    """Half a list is a broken export: refused whole, like half a delivery."""
    parties.load([entry(number) for number in range(1, 101)])
    digest = parties.digest(parties.listed([entry(number) for number in range(1, 51)]))
    with pytest.raises(BatchRefused):
        heal(parties.desk, NAME, digest)

    assert not any(found[3] for found in standing(parties))


def test_too_many_differences_are_said_and_a_larger_digest_tells_them(parties: Parties) -> None:
    """A digest never guesses: it names the size to try, and that one works."""
    parties.load([entry(number) for number in range(1, 201)])
    path = parties.listed([entry(number) for number in range(101, 401)])
    with pytest.raises(DigestTooSmall) as fault:
        compare(parties.desk, NAME, parties.digest(path, cells=96))
    found = compare(parties.desk, NAME, parties.digest(path, cells=fault.value.data["cells"]))

    assert (len(found.lacking), len(found.extra["listing"])) == (200, 100)


def test_altered_files_and_foreign_keys_are_refused(parties: Parties) -> None:
    """A digest that was touched, or made by another hub's key, is compared with nothing."""
    parties.load([entry(1)])
    parties.digest(parties.listed([entry(1)]))
    out, own = parties.folder / "list.digest", RowKey.of(source_of(NAME), VAULT)
    content = bytearray(out.read_bytes())
    for place in (20, len(content) // 2, len(content) - 1):
        content[place] ^= 1
        out.write_bytes(content)
        with pytest.raises(DigestUnusable):
            Digest.read(out, own)
        content[place] ^= 1
    foreign = RowKey.of(source_of(NAME), Vault.from_key_file(new_key_file()))
    digest_of(parties.folder / "list.csv", foreign).write(out, foreign)
    with pytest.raises(DigestUnusable):
        Digest.read(out, own)
    with pytest.raises(DigestUnusable):
        read_wanted(parties.wanted(parties.digest(parties.folder / "list.csv")).parent / "list.digest", own)
    (parties.folder / "broken.key").write_bytes(b"{}")
    (parties.folder / "broken.key").chmod(0o600)
    with pytest.raises(KeyFileUnusable):
        RowKey.read(parties.folder / "broken.key")


def test_no_number_and_no_unkeyed_hash_is_exchanged(parties: Parties) -> None:
    """Digest and wanted rows hold neither number nor name, and another key makes another digest of the same list."""
    parties.load([entry(1)])
    path = parties.listed([entry(1), entry(2)])
    digest = parties.digest(path)
    wanted = parties.wanted(digest)
    other = Vault.from_key_file(new_key_file())
    elsewhere = digest_of(path, RowKey.of(source_of(NAME), other))
    said = (parties.folder / "list.digest").read_bytes() + wanted.read_bytes()

    assert b"330211199003079015" not in said
    assert "赵甲子".encode() not in said
    assert not set(elsewhere.cells.xors) & set(digest.cells.xors) - {0}


@pytest.mark.parametrize("name", sorted(sources()))
def test_rows_keep_their_hash_when_they_are_sent_again(name: str, tmp_path: Path) -> None:
    """Whatever the layout of a source, a row in the form for sending again is the same row to the hub."""
    source = source_of(name)
    key = RowKey.of(source, VAULT)
    digest = digest_of(sample_of(name), key, 1536)
    wanted = digest.cells.apart()
    assert wanted is not None
    out = tmp_path / f"rows{RESENT}"
    count = write_rows(sample_of(name), key, wanted[0], out)
    again = digest_of(out, key, 1536)

    assert count == len(wanted[0]) == digest.distinct == again.distinct
    assert again.cells.apart() == (wanted[0], set())
