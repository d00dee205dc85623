"""Proof: every attack on the log is found and located with nothing but the export, the checkpoints and a public key."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from hub.audit.checkpoint import BEGINNING, Checkpoint, Signer, Verifier, opened
from hub.audit.tree import EMPTY, Tree
from hub.audit.verify import Finding, entry_hash, verify

SIGNER = Signer("hub.example/log", Ed25519PrivateKey.from_private_bytes(bytes(range(32))))
Log = list[dict[str, Any]]


def chained(contents: list[str], first: int = 0, before: bytes = BEGINNING) -> Log:
    """A log of these contents."""
    found = []
    for seq, content in enumerate(contents, first):
        at = f"2026-01-01T00:00:{seq % 60:02d}.000000Z"
        before = entry_hash(before, seq, at, content)
        found.append({"seq": seq, "at": at, "content": content, "hash": before.hex()})
    return found


def checkpoints(log: Log, sizes: set[int]) -> list[Checkpoint]:
    """The log's checkpoints after so many entries, signed and read again."""
    tree, notes = Tree(), []
    for entry in log:
        chain = bytes.fromhex(entry["hash"])
        tree.add(chain)
        if tree.size in sizes:
            notes.append(SIGNER.signed(Checkpoint.of(SIGNER.verifier.name, tree, chain)))
    return opened("".join(notes), Verifier.read(SIGNER.verifier.text))


def lines(log: Log) -> list[str]:
    """The export."""
    return [json.dumps(entry) for entry in log]


def rewritten(log: Log, start: int) -> Log:
    """The log with all numbers and hashes made anew from `start` on, as whoever owns the database can make them."""
    before = bytes.fromhex(log[start - 1]["hash"]) if start else BEGINNING
    return log[:start] + chained([entry["content"] for entry in log[start:]], start, before)


def edit(log: Log, at: int) -> Log:
    """Another content under the old hash."""
    return [*log[:at], log[at] | {"content": log[at]["content"] + " "}, *log[at + 1 :]]


def delete(log: Log, at: int) -> Log:
    """An entry less."""
    return log[:at] + log[at + 1 :]


def insert(log: Log, at: int) -> Log:
    """An entry more, with the number of the one before it."""
    return [*log[: at + 1], log[at] | {"content": "inserted"}, *log[at + 1 :]]


def reorder(log: Log, at: int) -> Log:
    """Two contents exchanged."""
    one, other = log[at], log[at + 1]
    return [*log[:at], one | {"content": other["content"]}, other | {"content": one["content"]}, *log[at + 2 :]]


ATTACKS: list[Callable[[Log, int], Log]] = [edit, delete, insert, reorder]


@given(st.integers(3, 40), st.data())
def test_every_attack_is_found_where_it_was_made(size: int, data: st.DataObject) -> None:
    """Edit, delete, insert, reorder: named with the number of the entry, wherever checkpoints lie."""
    log = chained([f"entry {n}" for n in range(size)])
    sizes = data.draw(st.sets(st.integers(1, size)))
    at = data.draw(st.integers(0, size - 2))
    attack = data.draw(st.sampled_from(ATTACKS))

    assert verify(lines(log), checkpoints(log, sizes)).findings == []
    found = verify(lines(attack(log, at)), checkpoints(log, sizes)).findings

    assert found
    assert at <= found[0].seq <= at + 1


@given(st.integers(3, 40), st.data())
def test_rewriting_everything_is_found_by_the_checkpoint(size: int, data: st.DataObject) -> None:
    """An administrator who makes all hashes anew is convicted by the first checkpoint after his change."""
    log = chained([f"entry {n}" for n in range(size)])
    sizes = sorted(data.draw(st.sets(st.integers(1, size), min_size=1)) | {size})
    at = data.draw(st.integers(0, size - 2))
    attack = data.draw(st.sampled_from(ATTACKS))
    forged = attack(log, at)
    for seq, entry in enumerate(forged):
        entry["seq"] = seq

    found = verify(lines(rewritten(forged, at)), checkpoints(log, set(sizes))).findings

    changed = forged[at]["content"] != log[at]["content"]
    begin = max((one for one in sizes if one <= (at if changed else at + 1)), default=0)
    assert found
    assert found[0] in (Finding("CHECKPOINT", begin), Finding("TRUNCATED", size - 1))


@given(st.integers(2, 40), st.data())
def test_a_log_cut_short_is_found(size: int, data: st.DataObject) -> None:
    """Entries that a checkpoint counts cannot be left away at the end; an empty export proves nothing either."""
    log = chained([f"entry {n}" for n in range(size)])
    kept = data.draw(st.integers(0, size - 1))

    assert verify(lines(log[:kept]), checkpoints(log, {size})).findings == [Finding("TRUNCATED", kept)]


@given(st.integers(2, 70), st.data())
def test_the_rest_is_proved_after_old_entries_are_dropped(size: int, data: st.DataObject) -> None:
    """From a checkpoint on, the log is proved without what stood before it; from anywhere else it is not."""
    log = chained([f"entry {n}" for n in range(size)])
    first = data.draw(st.integers(1, size - 1))

    report = verify(lines(log[first:]), checkpoints(log, {first, size}), first)
    assert (report.findings, report.proved) == ([], size)
    assert verify(lines(log[first:]), checkpoints(log, {first, size})).findings, "nobody said that they were dropped"
    with pytest.raises(ValueError, match="no checkpoint"):
        verify(lines(log[first:]), checkpoints(log, {size}), first)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda line: line.replace('"content"', '"content": "nothing", "content"', 1),
        lambda line: line[:-1] + ', "content": "nothing"}',
        lambda line: line[:-1] + ', "note": 1}',
        lambda line: line.replace('"seq": 1', '"seq": 1.0'),
        lambda line: line.replace('"seq": 1', '"seq": true'),
        lambda line: line.replace('"hash": "', '"hash": "0x'),
        lambda line: line.upper(),
        lambda line: f"[{line}]",
        lambda line: "",
    ],
)
def test_a_line_that_two_readers_would_read_differently_is_none(spoil: Callable[[str], str]) -> None:
    """A content that stands twice, a member that nobody hashed, another spelling of a number: the line is refused, so
    that what is proved is what everybody reads.
    """
    log = chained(["a", "b", "c"])
    spoilt = [spoil(line) if number == 1 else line for number, line in enumerate(lines(log))]

    assert verify(spoilt, checkpoints(log, {3})).findings[0] == Finding("MALFORMED", 1)


def test_nothing_proved_is_told() -> None:
    """No checkpoint, none beyond where the export begins, or no entry: nothing is wrong, and nothing is proved."""
    log = chained(["a", "b", "c"])

    assert verify(lines(log), []).is_empty
    assert verify([], []).is_empty
    assert verify(lines(log[2:]), checkpoints(log, {2}), 2).is_empty
    assert verify([], checkpoints(log, {2}), 2).is_empty
    assert not verify(lines(log), checkpoints(log, {1})).is_empty
    assert not verify([], checkpoints(log, {3})).is_empty, "entries are missing"


def test_a_checkpoint_is_a_signed_note_of_c2sp() -> None:
    """Origin, size and root stand where any witness looks for them, the signature as in c2sp.org/signed-note."""
    log = chained(["a", "b", "c"])
    (one,) = checkpoints(log, {3})
    note = SIGNER.signed(one)

    assert note.split("\n")[:2] == ["hub.example/log", "3"]
    assert note.split("\n\n")[1].startswith("— hub.example/log ")
    assert SIGNER.verifier.opened(note) == one


@pytest.mark.parametrize("change", [("\n3\n", "\n4\n"), ("hub.example/log\n3", "other/log\n3"), ("— hub", "- hub")])
def test_an_altered_checkpoint_is_refused(change: tuple[str, str]) -> None:
    """Nobody without the key can move a checkpoint."""
    log = chained(["a", "b", "c"])
    (one,) = checkpoints(log, {3})
    with pytest.raises(ValueError, match=r"signature|cut off"):
        opened(SIGNER.signed(one).replace(*change), SIGNER.verifier)


@given(st.integers(0, 200))
def test_the_tree_is_that_of_rfc_6962(size: int) -> None:
    """The root grown leaf by leaf is the one of the recursive definition."""
    from hashlib import sha256

    def root(leaves: list[bytes]) -> bytes:
        if len(leaves) == 1:
            return sha256(b"\0" + leaves[0]).digest()
        half = 1 << ((len(leaves) - 1).bit_length() - 1)
        return sha256(b"\1" + root(leaves[:half]) + root(leaves[half:])).digest()

    leaves = [str(n).encode() for n in range(size)]
    tree = Tree()
    for leaf in leaves:
        tree.add(leaf)
    assert tree.root() == (root(leaves) if leaves else EMPTY)
    assert Tree(tree.size, tree.peaks).root() == tree.root()
