"""The vault: seals values that must never lie readable in a table, and blinds them for exact look-up.

A sealed value is `suite (1 byte) | key id (4) | nonce (12) | ciphertext and tag`, authenticated together with its kind,
so that a sealed ID number cannot be passed off as a cursor. Old keys of the key file still open; the current one seals.
A blind is a keyed hash under a key of its own per kind: equal exactly for equal values, and worthless without the key
file, where a plain hash of an ID number is guessed within a second. The blind key is for life; sealing keys rotate.
"""

from __future__ import annotations

import base64
import hmac
import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from hub.errors import KeyFileUnusable, SealBroken
from hub.private_file import create_private, read_private
from hub.settings import Settings
from hub.strict_json import read_object

_KEY_ID, _NONCE, _SECRET = 4, 12, 32
_HEADER = 1 + _KEY_ID
#: shortest sealed value: header, nonce and the 16 bytes of the tag
_SHORTEST = _HEADER + _NONCE + 16


class Cipher(Protocol):
    """An AEAD with its key: 12 bytes of nonce, a tag of 16 bytes at the end, InvalidTag when it does not open."""

    def encrypt(self, nonce: bytes, data: bytes, associated_data: bytes | None) -> bytes:
        """Ciphertext and tag."""
        ...

    def decrypt(self, nonce: bytes, data: bytes, associated_data: bytes | None) -> bytes:
        """The plain bytes; raises InvalidTag."""
        ...


@dataclass(frozen=True, slots=True)
class Suite:
    """One algorithm for sealing; SM4-GCM would be the next line of `SUITES`."""

    #: first byte of every value sealed with it; never reused
    number: int
    #: as the key file names it
    name: str
    cipher: Callable[[bytes], Cipher]


@dataclass(frozen=True, slots=True)
class BlindSuite:
    """One algorithm for blinding; HMAC-SM3 would be the next line of `BLIND_SUITES`."""

    name: str
    #: (root secret, kind) -> key of that kind, 32 bytes
    derive: Callable[[bytes, str], bytes]
    #: name of the hash as OpenSSL knows it; 32 bytes long
    digest: str


def _hkdf_sha256(secret: bytes, kind: str) -> bytes:
    return HKDF(SHA256(), _SECRET, salt=None, info=b"public-credit-hub blind " + kind.encode()).derive(secret)


SUITES: tuple[Suite, ...] = (Suite(1, "AES-256-GCM", AESGCM),)
BLIND_SUITES: tuple[BlindSuite, ...] = (BlindSuite("HMAC-SHA256", _hkdf_sha256, "sha256"),)


class Vault:
    """Seals, opens and blinds with the keys of one key file. Safe to share between threads."""

    def __init__(self, current: bytes, ciphers: Mapping[bytes, Cipher], blind: BlindSuite, root: bytes) -> None:
        self._header = current
        self._ciphers = dict(ciphers)
        self._blind, self._root = blind, root
        self._blind_keys: dict[str, bytes] = {}

    @classmethod
    def from_settings(cls, settings: Settings) -> Vault:
        """The vault of `settings.vault_keys`; development makes the file, mode 0600, when it is missing.

        Raises KeyFileUnusable when it is damaged or, in production, missing or within reach of other users.
        """
        path = settings.vault_keys
        if not settings.production and not path.exists():
            create_private(path, new_key_file())
        try:
            return cls.from_key_file(read_private(path, strict=settings.production))
        except FileNotFoundError:
            raise KeyFileUnusable(path=path, reason="it is missing", reason_zh="文件不存在") from None
        except (AttributeError, KeyError, TypeError, ValueError):
            raise KeyFileUnusable(path=path, reason="it is damaged", reason_zh="内容已损坏") from None

    @classmethod
    def from_key_file(cls, content: bytes) -> Vault:
        """The vault of a key file's bytes; raises ValueError, KeyError, TypeError or AttributeError when malformed."""
        file = read_object(content)
        suites = {suite.name: suite for suite in SUITES}
        ciphers: dict[bytes, Cipher] = {}
        headers: dict[str, bytes] = {}
        for entry in file["keys"]:
            suite = suites[entry["suite"]]
            header = bytes([suite.number]) + _key_id(entry["id"])
            if entry["id"] in headers:
                raise ValueError("two keys of one id")
            headers[entry["id"]] = header
            ciphers[header] = suite.cipher(_secret(entry))
        blind = {suite.name: suite for suite in BLIND_SUITES}[file["blind"]["suite"]]
        return cls(headers[file["current"]], ciphers, blind, _secret(file["blind"]))

    def seal(self, kind: str, value: str) -> bytes:
        """`value` sealed for `kind` with the current key; twice the same value gives two different results."""
        nonce = os.urandom(_NONCE)
        return self._header + nonce + self._ciphers[self._header].encrypt(nonce, value.encode(), kind.encode())

    def open(self, kind: str, sealed: bytes) -> str:
        """The value that was sealed for `kind`, with whichever key; raises SealBroken."""
        cipher = self._ciphers.get(sealed[:_HEADER])
        if cipher is None or len(sealed) < _SHORTEST:
            raise SealBroken
        nonce, text = sealed[_HEADER : _HEADER + _NONCE], sealed[_HEADER + _NONCE :]
        try:
            return cipher.decrypt(nonce, text, kind.encode()).decode()
        except InvalidTag:
            raise SealBroken from None

    def blind(self, kind: str, value: str) -> bytes:
        """32 bytes that are equal exactly for equal values of one kind; the value must be in its canonical form."""
        return hmac.digest(self._blind_key(kind), value.encode(), self._blind.digest)

    def seal_many(self, kind: str, values: Sequence[str | None]) -> list[bytes | None]:
        """`seal` for a column; None stays None. About 2 µs a value."""
        header, aad = self._header, kind.encode()
        encrypt = self._ciphers[header].encrypt
        nonces = _pieces(os.urandom(_NONCE * len(values)), _NONCE)
        return [
            None if value is None else header + nonce + encrypt(nonce, value.encode(), aad)
            for nonce, value in zip(nonces, values, strict=True)
        ]

    def blind_many(self, kind: str, values: Iterable[str | None]) -> list[bytes | None]:
        """`blind` for a column; None stays None. About 1 µs a value."""
        key, digest, mac = self._blind_key(kind), self._blind.digest, hmac.digest
        return [None if value is None else mac(key, value.encode(), digest) for value in values]

    def fingerprint(self) -> str:
        """64 hex digits that name the blind key without telling it; stored beside the data, it shows a foreign file."""
        return hmac.digest(self._root, b"public-credit-hub vault fingerprint", self._blind.digest).hex()

    def _blind_key(self, kind: str) -> bytes:
        key = self._blind_keys.get(kind)
        if key is None:
            key = self._blind_keys[kind] = self._blind.derive(self._root, kind)
        return key


def new_key_file() -> bytes:
    """The content of a fresh key file: one sealing key and one blind key from the system's random source."""
    key_id = os.urandom(_KEY_ID).hex()
    return json.dumps(
        {
            "current": key_id,
            "keys": [{"id": key_id, "suite": SUITES[0].name, "secret": _random_secret()}],
            "blind": {"suite": BLIND_SUITES[0].name, "secret": _random_secret()},
        },
        indent=2,
    ).encode()


def _random_secret() -> str:
    return base64.b64encode(os.urandom(_SECRET)).decode()


def _secret(entry: Mapping[str, Any]) -> bytes:
    secret = base64.b64decode(entry["secret"], validate=True)
    if len(secret) != _SECRET:
        raise ValueError("a secret is not 32 bytes long")
    return secret


def _key_id(text: str) -> bytes:
    key_id = bytes.fromhex(text)
    if len(key_id) != _KEY_ID or key_id.hex() != text:
        raise ValueError("a key id is not 8 hex digits")
    return key_id


def _pieces(whole: bytes, size: int) -> Iterable[bytes]:
    return (whole[start : start + size] for start in range(0, len(whole), size))
