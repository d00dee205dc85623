"""The vault: what it seals opens only as it was, and its key file is trusted only when nobody else can reach it."""

from __future__ import annotations

import base64
import hmac
import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.errors import KeyFileUnusable, SealBroken
from hub.settings import Settings
from hub.vault import Vault, new_key_file

_VAULT = Vault.from_key_file(new_key_file())
_OTHER = Vault.from_key_file(new_key_file())

_INFO = b"public-credit-hub blind "

texts = st.text(st.characters(codec="utf-8"), max_size=60)
kinds = st.sampled_from(["id_number", "cursor", "phone"])


def settings(directory: Path, environment: str = "production", path: Path | None = None) -> Settings:
    variables = {"HUB_DATA_DIR": str(directory), "HUB_ENVIRONMENT": environment}
    return Settings.from_environment({**variables, **({"HUB_VAULT_KEYS": str(path)} if path else {})})


def key_file(path: Path, mode: int = 0o600) -> Path:
    path.write_bytes(new_key_file())
    path.chmod(mode)
    return path


@given(kinds, texts)
def test_what_was_sealed_opens(kind: str, value: str) -> None:
    """Every text comes back, and the sealed form holds nothing of it."""
    sealed = _VAULT.seal(kind, value)

    assert _VAULT.open(kind, sealed) == value
    assert len(value) < 6 or value.encode() not in sealed


@given(texts, st.lists(kinds, min_size=2, max_size=2, unique=True))
def test_sealed_for_one_kind_does_not_open_as_another(value: str, two: list[str]) -> None:
    """An ID number cannot be handed back as a cursor, nor the other way round."""
    sealed = _VAULT.seal(two[0], value)

    with pytest.raises(SealBroken):
        _VAULT.open(two[1], sealed)


@given(texts, st.data())
def test_one_flipped_bit_is_noticed(value: str, data: st.DataObject) -> None:
    """Whichever bit changes, of header, nonce, text or tag, the value does not open."""
    sealed = bytearray(_VAULT.seal("id_number", value))
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[bit // 8] ^= 1 << bit % 8

    with pytest.raises(SealBroken):
        _VAULT.open("id_number", bytes(sealed))


@given(st.binary(max_size=80), st.integers(0, 40))
def test_anything_else_is_refused_alike(noise: bytes, length: int) -> None:
    """Noise, cut values and values of another key file end in the one refusal, which repeats nothing."""
    for wrong in (noise, _VAULT.seal("id_number", "33")[:length].ljust(length, b"\0"), _OTHER.seal("id_number", "33")):
        with pytest.raises(SealBroken) as caught:
            _VAULT.open("id_number", wrong[:34])
        assert caught.value.data == {}


@given(texts)
def test_two_seals_of_one_value_differ(value: str) -> None:
    """Equal values cannot be found by comparing what is stored."""
    one, two, *many = (
        _VAULT.seal("id_number", value),
        _VAULT.seal("id_number", value),
        *_VAULT.seal_many("id_number", [value, value]),
    )

    assert len({one, two, *many}) == 4


@given(kinds, kinds, texts, texts)
def test_blinds_are_equal_exactly_for_equal_values_of_one_kind(kind: str, other: str, value: str, second: str) -> None:
    """Exact look-up works, and one kind's index says nothing about another's."""
    one, two = _VAULT.blind(kind, value), _VAULT.blind(other, second)

    assert len(one) == 32
    assert (one == two) == ((kind, value) == (other, second))
    assert one != _OTHER.blind(kind, value)


@given(st.lists(st.none() | texts, max_size=20))
def test_columns_are_done_as_single_values_are(values: list[str | None]) -> None:
    """The batch forms keep order and None, and agree with the single forms."""
    sealed = _VAULT.seal_many("id_number", values)
    assert [None if one is None else _VAULT.open("id_number", one) for one in sealed] == values
    assert _VAULT.blind_many("id_number", values) == [
        None if value is None else _VAULT.blind("id_number", value) for value in values
    ]


def test_known_blind() -> None:
    """The index is HMAC-SHA256 under HKDF-SHA256 (RFC 5869); a change of either would orphan every stored blind."""
    content = json.loads(new_key_file())
    content["blind"]["secret"] = base64.b64encode(bytes(range(32))).decode()
    vault = Vault.from_key_file(json.dumps(content).encode())

    key = hmac.digest(hmac.digest(bytes(32), bytes(range(32)), "sha256"), _INFO + b"id_number\1", "sha256")
    assert vault.blind("id_number", "the value") == hmac.digest(key, b"the value", "sha256")


def test_rotated_keys_still_open_and_keep_the_index() -> None:
    """After a new current key is added, old values open, new ones carry its id, blinds and fingerprint stay."""
    content = json.loads(new_key_file())
    before = Vault.from_key_file(json.dumps(content).encode())
    added = json.loads(new_key_file())
    content["keys"] += added["keys"]
    after = Vault.from_key_file(json.dumps({**content, "current": added["current"]}).encode())
    sealed = before.seal("id_number", "33")

    assert after.open("id_number", sealed) == "33"
    assert after.seal("id_number", "33")[1:5].hex() == added["current"]
    assert after.blind("id_number", "33") == before.blind("id_number", "33")
    assert after.fingerprint() == before.fingerprint()


def test_fingerprint_shows_a_foreign_key_file() -> None:
    """Another key file has another fingerprint, and the fingerprint is no key and no blind."""
    assert _VAULT.fingerprint() != _OTHER.fingerprint()
    assert len(bytes.fromhex(_VAULT.fingerprint())) == 32


def test_development_makes_the_file_once_for_its_owner_alone(tmp_path: Path) -> None:
    """First use makes keys/vault.json with mode 0600 whatever the umask; the second use opens what the first sealed."""
    previous = os.umask(0)
    try:
        sealed = Vault.from_settings(settings(tmp_path, "development")).seal("id_number", "33")
    finally:
        os.umask(previous)
    path = tmp_path / "keys" / "vault.json"

    assert Vault.from_settings(settings(tmp_path, "development")).open("id_number", sealed) == "33"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert Vault.from_settings(settings(tmp_path)).open("id_number", sealed) == "33"


def test_production_makes_no_key_file(tmp_path: Path) -> None:
    """A missing file stops production in both languages: a new key would make all stored values unreadable."""
    with pytest.raises(KeyFileUnusable) as caught:
        Vault.from_settings(settings(tmp_path))

    assert "missing" in caught.value.english
    assert "不存在" in caught.value.chinese
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o602, 0o644, 0o610, 0o666, 0o777])
def test_production_refuses_a_file_within_reach_of_others(mode: int, tmp_path: Path) -> None:
    """One bit for group or others is enough; the sentence says what to run."""
    path = key_file(tmp_path / "vault.json", mode)

    with pytest.raises(KeyFileUnusable, match="chmod 600"):
        Vault.from_settings(settings(tmp_path, path=path))


def test_production_refuses_a_file_of_another_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever owns the file can change it."""
    path = key_file(tmp_path / "vault.json")
    monkeypatch.setattr(os, "geteuid", lambda: path.stat().st_uid + 1)

    with pytest.raises(KeyFileUnusable, match="another user"):
        Vault.from_settings(settings(tmp_path, path=path))


@pytest.mark.parametrize("kind", ["link", "directory", "pipe"])
def test_production_refuses_what_is_no_plain_file(kind: str, tmp_path: Path) -> None:
    """A link can be turned elsewhere; a directory or pipe is no key file and must not hang the start."""
    path = tmp_path / "vault.json"
    if kind == "link":
        path.symlink_to(key_file(tmp_path / "real.json"))
    elif kind == "directory":
        path.mkdir(mode=0o700)
    else:
        os.mkfifo(path, 0o600)

    with pytest.raises(KeyFileUnusable):
        Vault.from_settings(settings(tmp_path, path=path))


@pytest.mark.parametrize(
    "change",
    [
        {"current": "00000000"}, {"current": None}, {"keys": []}, {"keys": None}, {"blind": {}}, {"blind": None},
        {"keys": [{"id": "x", "suite": "AES-256-GCM", "secret": ""}]}, {"blind": {"suite": "MD5", "secret": ""}},
        {"blind": {"suite": "HMAC-SHA256", "secret": "AAAA"}},
    ],
)  # fmt: skip
def test_damaged_file_is_named_without_its_secrets(change: dict[str, object], tmp_path: Path) -> None:
    """Whatever is wrong inside, the operator learns which file it is, and no log learns a secret."""
    path = key_file(tmp_path / "vault.json")
    content = json.loads(path.read_bytes())
    path.write_text(json.dumps({**content, **change}))

    with pytest.raises(KeyFileUnusable, match="damaged") as caught:
        Vault.from_settings(settings(tmp_path, path=path))

    assert str(path) in str(caught.value)
    assert content["blind"]["secret"] not in str(caught.value)


def test_two_keys_of_one_id_are_refused(tmp_path: Path) -> None:
    """An ambiguous file would open values with the wrong key."""
    path = key_file(tmp_path / "vault.json")
    content = json.loads(path.read_bytes())
    path.write_text(json.dumps({**content, "keys": content["keys"] * 2}))

    with pytest.raises(KeyFileUnusable):
        Vault.from_settings(settings(tmp_path, path=path))


@given(kinds, texts)
def test_what_was_sealed_apart_opens_with_both_halves_alone(kind: str, value: str) -> None:
    """For one value and for a column; None stays None; and the key sealed anew opens the very same half."""
    halves, keys = _VAULT.seal_apart_many(kind, [value, None])
    half, key = halves[0], keys[0]

    assert half is not None
    assert key is not None
    assert (halves[1], keys[1]) == (None, None)
    assert _VAULT.open_apart(kind, half, key) == value
    anew = _VAULT.seal_key_anew(kind, half, key)
    assert anew != key
    assert _VAULT.open_apart(kind, half, anew) == value


@given(st.text(min_size=1, max_size=40), st.data())
def test_half_that_was_altered_or_exchanged_does_not_open(value: str, data: st.DataObject) -> None:
    """The key is tied to its half, to the kind and to the vault: a flipped bit or another's half is no other number."""
    (half, key), (other, foreign) = _VAULT.seal_apart("id_number", value), _OTHER.seal_apart("id_number", value)
    place = data.draw(st.integers(0, len(half) - 1))
    altered = half[:place] + bytes([half[place] ^ data.draw(st.integers(1, 255))]) + half[place + 1 :]

    for wrong in ((altered, key), (half[:-1], key), (half, foreign), (other, foreign), (half, key[:-1]), (half, b"")):
        with pytest.raises(SealBroken):
            _VAULT.open_apart("id_number", *wrong)
    with pytest.raises(SealBroken):
        _VAULT.open_apart("cursor", half, key)


def test_halves_of_one_value_have_nothing_in_common() -> None:
    """A key is used once: two halves of one value do not cancel out to anything that tells of it."""
    seen = {_VAULT.seal_apart("id_number", "330211199003079015") for _ in range(200)}
    assert len({half for half, _ in seen}) == len({key for _, key in seen}) == 200
    assert all(len(half) == 18 for half, _ in seen)
