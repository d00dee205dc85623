"""The suites against official vectors, and through the vault: GB/T 32907 (SM4), GB/T 32905 (SM3), RFC 8998."""

from __future__ import annotations

import hmac
import json

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.hashes import SM3, Hash

from hub.errors import SealBroken
from hub.key_file import KeyFile
from hub.suites import BLIND_SUITES, FAMILIES, SUITES, Sm4Gcm
from hub.vault import Vault

KEY = bytes.fromhex("0123456789abcdeffedcba9876543210")


def test_sm4_block_of_the_standard() -> None:
    """GB/T 32907-2016, annex A, example 1: key and block alike."""
    encryptor = Cipher(algorithms.SM4(KEY), modes.ECB()).encryptor()

    assert encryptor.update(KEY).hex() == "681edf34d206965e86b3e94f536e4246"


@pytest.mark.parametrize(
    ("text", "digest"),
    [
        ("abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
        ("abcd" * 16, "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"),
    ],
)
def test_sm3_of_the_standard(text: str, digest: str) -> None:
    """GB/T 32905-2016, annex A, both examples; the hash that blinding uses is the same."""
    hashing = Hash(SM3())
    hashing.update(text.encode())

    assert hashing.finalize().hex() == digest


def test_blind_of_the_chinese_suite_is_hmac_over_that_sm3() -> None:
    """HMAC (RFC 2104) worked out by hand with SM3 equals what the suite's digest makes."""

    def sm3(data: bytes) -> bytes:
        hashing = Hash(SM3())
        hashing.update(data)
        return hashing.finalize()

    def by_hand(key: bytes, text: bytes) -> bytes:
        block = key.ljust(64, b"\0")
        inner = sm3(bytes(byte ^ 0x36 for byte in block) + text)
        return sm3(bytes(byte ^ 0x5C for byte in block) + inner)

    file = KeyFile.make("sm")
    key = by_hand(by_hand(bytes(32), file.blind_secret), b"public-credit-hub blind id_number\1")  # HKDF, RFC 5869
    assert Vault(file).blind("id_number", "33") == by_hand(key, b"33") == hmac.digest(key, b"33", "sm3")


def test_sm4_gcm_of_rfc_8998() -> None:
    """RFC 8998, appendix A.1."""
    cipher, nonce = Sm4Gcm(KEY), bytes.fromhex("00001234567800000000abcd")
    aad = bytes.fromhex("feedfacedeadbeeffeedfacedeadbeefabaddad2")
    plain = b"".join(bytes([byte]) * 8 for byte in bytes.fromhex("aabbccddeeffeeaa"))
    sealed = bytes.fromhex(
        "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
        "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
        "83de3541e4c2b58177e065a9bf7b62ec"
    )  # fmt: skip

    assert cipher.encrypt(nonce, plain, aad) == sealed
    assert cipher.decrypt(nonce, sealed, aad) == plain
    for place in (0, 40, len(sealed) - 1):
        broken = sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]
        with pytest.raises(InvalidTag):
            cipher.decrypt(nonce, broken, aad)
    with pytest.raises(InvalidTag):
        cipher.decrypt(nonce, sealed, aad + b"x")


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_every_family_seals_and_blinds(family: str) -> None:
    """A key file of any family, written and read again, opens what it sealed, for its kind alone, and blinds alike."""
    file = KeyFile.make(family)
    vault, again = Vault(file), Vault.from_key_file(file.written())
    sealed, *many = vault.seal("id_number", "证 33"), *vault.seal_many("id_number", ["a", None])

    assert [again.open("id_number", each) for each in (sealed, many[0] or b"")] == ["证 33", "a"]
    assert sealed[0] == file.current.suite.number
    assert len(again.blind("id_number", "33")) == 32
    assert again.blind("id_number", "33") == vault.blind("id_number", "33")
    assert (file.current.suite.name, file.blind.name) == FAMILIES[family]
    with pytest.raises(SealBroken):
        vault.open("cursor", sealed)


def test_families_may_follow_each_other() -> None:
    """What AES sealed opens after the change to SM4, and back; the index stays what it was."""
    first = KeyFile.make("aes")
    second = first.rotated("sm")
    third = second.rotated("aes")
    values = [Vault(file).seal("id_number", "33") for file in (first, second, third)]

    assert [value[0] for value in values] == [1, 2, 1]
    assert {Vault(third).open("id_number", value) for value in values} == {"33"}
    assert Vault(first).fingerprint() == Vault(third).fingerprint()
    assert json.loads(third.written())["keys"][0]["superseded"]


def test_numbers_and_names_of_suites_are_for_life() -> None:
    """Stored values begin with the number; another meaning of it would make them unreadable."""
    assert [(suite.number, suite.name, suite.key) for suite in SUITES] == [(1, "AES-256-GCM", 32), (2, "SM4-GCM", 16)]
    assert [suite.name for suite in BLIND_SUITES] == ["HMAC-SHA256", "HMAC-SM3"]
