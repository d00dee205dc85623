"""The vault: seals values that must never lie readable in a table, and blinds them for exact look-up.

A sealed value is `suite (1 byte) | key id (4) | nonce (12) | ciphertext and tag`, authenticated together with its kind,
so that a sealed ID number cannot be passed off as a cursor. Old keys of the key file still open; the current one seals.
A blind is a keyed hash under a key of its own per kind: equal exactly for equal values, and worthless without the key
file, where a plain hash of an ID number is guessed within a second. The blind key is for life; sealing keys rotate
(`hub.resealing`). Algorithms are in `hub.suites`.

What is a person's own is sealed *apart*, in two halves that lie in different tables: the value under a random key as
long as itself that is used once, and that key, sealed by the vault together with the other half. Either half alone is
noise, for whoever holds the vault's keys, too: destroying the key destroys the value, in every copy of the other half.
It takes no more calls of the cipher than sealing the value itself would.
"""

from __future__ import annotations

import hmac
import logging
import os
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag, UnsupportedAlgorithm

from hub.errors import HubError, KeyFileUnusable, SealBroken
from hub.key_file import KEY_ID, KeyFile
from hub.private_file import create_private, read_private
from hub.settings import Settings
from hub.suites import SUITES, TAG, Cipher

_NONCE = 12
_HEADER = 1 + KEY_ID
#: shortest sealed value: header, nonce and tag
_SHORTEST = _HEADER + _NONCE + TAG
#: seconds between two looks at whether the key file was replaced
_LOOK: Final = 1.0

_SUITES: Final = {suite.number: suite for suite in SUITES}

_log = logging.getLogger("hub.vault")


class Vault:
    """Seals, opens and blinds with the keys of one key file. Safe to share between threads."""

    def __init__(self, keys: KeyFile) -> None:
        self._header = keys.current.header
        self._ciphers: Mapping[bytes, Cipher] = {key.header: key.suite.cipher(key.secret) for key in keys.keys}
        self._blind, self._root = keys.blind, keys.blind_secret
        self._blind_keys: dict[str, bytes] = {}
        self._blind_key("")  # an algorithm that this machine lacks shows now
        self.blind("", "")
        self._file: _Watched | None = None
        self._looked = 0.0

    @classmethod
    def from_settings(cls, settings: Settings) -> Vault:
        """The vault of `settings.vault_keys`; development makes the file, mode 0600, when it is missing.

        A file that is replaced later, by `hub keys rotate`, is read again within a second of the next seal, and before
        a value is called broken. Raises KeyFileUnusable when it is damaged or, in production, missing or within reach
        of other users.
        """
        path = settings.vault_keys
        if not settings.production and not path.exists():
            create_private(path, new_key_file())
        file = _Watched(path, settings.production)
        vault = cls(file.read())
        vault._file = file
        return vault

    @classmethod
    def from_key_file(cls, content: bytes) -> Vault:
        """The vault of a key file's bytes; raises ValueError, KeyError, TypeError or AttributeError when malformed."""
        return cls(KeyFile.read(content))

    def _refresh(self) -> bool:
        """Take over a key file that was replaced; whether there was one. A file that cannot be used changes nothing."""
        self._looked = time.monotonic()
        if self._file is None or not self._file.is_replaced():
            return False
        try:
            keys = self._file.read()
            ciphers = {key.header: key.suite.cipher(key.secret) for key in keys.keys}
        except HubError as error:
            _log.error("the key file was replaced by one that is not used: %s", error.english)
            return False
        if keys.blind_secret != self._root:
            _log.error("the key file was replaced by one of another database; it is not used")
            return False
        self._ciphers = {**self._ciphers, **ciphers}  # first the keys, then what seals with them: threads share this
        self._header = keys.current.header
        return True

    @property
    def sealing_key(self) -> str:
        """Suite and id of the key that seals now, hexadecimal."""
        return self._current().hex()

    def _current(self) -> bytes:
        if time.monotonic() - self._looked > _LOOK:
            self._refresh()
        return self._header

    def seal(self, kind: str, value: str) -> bytes:
        """`value` sealed for `kind` with the current key; twice the same value gives two different results."""
        header, nonce = self._current(), os.urandom(_NONCE)
        return header + nonce + self._ciphers[header].encrypt(nonce, value.encode(), kind.encode())

    def open(self, kind: str, sealed: bytes) -> str:
        """The value that was sealed for `kind`, with whichever key; raises SealBroken."""
        return self._open(sealed, kind.encode()).decode()

    def _open(self, sealed: bytes, tied: bytes) -> bytes:
        if len(sealed) < _SHORTEST:
            raise SealBroken
        cipher = self._ciphers.get(sealed[:_HEADER])
        if cipher is None and self._refresh():
            cipher = self._ciphers.get(sealed[:_HEADER])
        if cipher is None:
            raise SealBroken
        nonce, text = sealed[_HEADER : _HEADER + _NONCE], sealed[_HEADER + _NONCE :]
        try:
            return cipher.decrypt(nonce, text, tied)
        except InvalidTag:
            raise SealBroken from None

    def new_box(self, kind: str) -> tuple[bytes, Box]:
        """A box with a fresh key of the current suite, and that key sealed for `kind`."""
        suite = _SUITES[self._current()[0]]
        key = os.urandom(suite.key)
        return self.seal(kind, f"{suite.number} {key.hex()}"), Box(suite.cipher(key))

    def open_box(self, kind: str, sealed: bytes) -> Box:
        """The box whose key was sealed for `kind`; raises SealBroken."""
        number, key = self.open(kind, sealed).split()
        return Box(_SUITES[int(number)].cipher(bytes.fromhex(key)))

    def seal_apart(self, kind: str, value: str) -> tuple[bytes, bytes]:
        """`value` under a key of its own, and that key sealed: two halves of which neither tells anything alone."""
        [half], [key] = self.seal_apart_many(kind, [value])
        assert half is not None and key is not None  # noqa: PT018 - nothing but None gives None
        return half, key

    def open_apart(self, kind: str, half: bytes, key: bytes) -> str:
        """The value of which these are the halves. Raises SealBroken."""
        try:
            return _crossed(self._open(key, _tied(kind, half)), half).decode()
        except (OverflowError, UnicodeDecodeError):
            raise SealBroken from None

    def seal_key_anew(self, kind: str, half: bytes, key: bytes) -> bytes:
        """The key of `half` sealed with the current key; the half stays as it is. Raises SealBroken."""
        header, nonce, tied = self._current(), os.urandom(_NONCE), _tied(kind, half)
        return header + nonce + self._ciphers[header].encrypt(nonce, self._open(key, tied), tied)

    def blind(self, kind: str, value: str) -> bytes:
        """32 bytes that are equal exactly for equal values of one kind; the value must be in its canonical form."""
        return hmac.digest(self._blind_key(kind), value.encode(), self._blind.digest)

    def seal_many(self, kind: str, values: Sequence[str | None]) -> list[bytes | None]:
        """`seal` for a column; None stays None. About 2 µs a value."""
        header, aad = self._current(), kind.encode()
        encrypt = self._ciphers[header].encrypt
        nonces = _pieces(os.urandom(_NONCE * len(values)), _NONCE)
        return [
            None if value is None else header + nonce + encrypt(nonce, value.encode(), aad)
            for nonce, value in zip(nonces, values, strict=True)
        ]

    def seal_apart_many(self, kind: str, values: Sequence[str | None]) -> tuple[list[bytes | None], list[bytes | None]]:
        """`seal_apart` for a column: the halves and their keys; None stays None in both. About 3 µs a value."""
        header, tied = self._current(), _tied(kind, b"")
        encrypt, noise = self._ciphers[header].encrypt, os.urandom
        halves: list[bytes | None] = []
        keys: list[bytes | None] = []
        for value in values:
            if value is None:
                halves.append(None)
                keys.append(None)
                continue
            plain = value.encode()
            drawn = noise(_NONCE + len(plain))
            nonce, once = drawn[:_NONCE], drawn[_NONCE:]
            half = _crossed(plain, once)
            halves.append(half)
            keys.append(header + nonce + encrypt(nonce, once, tied + half))
        return halves, keys

    def blind_many(self, kind: str, values: Iterable[str | None]) -> list[bytes | None]:
        """`blind` for a column; None stays None. About 1 µs a value."""
        key, digest, mac = self._blind_key(kind), self._blind.digest, hmac.digest
        return [None if value is None else mac(key, value.encode(), digest) for value in values]

    def blind_key(self, kind: str) -> tuple[str, bytes]:
        """(hash algorithm, key) of one kind, for whoever has to make its blinds elsewhere; no other kind follows."""
        return self._blind.digest, self._blind_key(kind)

    def fingerprint(self) -> str:
        """64 hex digits that name the blind key without telling it; stored beside the data, it shows a foreign file."""
        return hmac.digest(self._root, b"public-credit-hub vault fingerprint", self._blind.digest).hex()

    def _blind_key(self, kind: str) -> bytes:
        key = self._blind_keys.get(kind)
        if key is None:
            key = self._blind_keys[kind] = self._blind.derive(self._root, kind)
        return key


class Box:
    """Seals and opens blocks of bytes under a key of its own, which lies sealed elsewhere (`Vault.new_box`)."""

    def __init__(self, cipher: Cipher) -> None:
        self._cipher = cipher

    def seal(self, place: bytes, block: bytes) -> bytes:
        """A block sealed for its place: nonce, ciphertext, tag."""
        nonce = os.urandom(_NONCE)
        return nonce + self._cipher.encrypt(nonce, block, place)

    def open(self, place: bytes, sealed: bytes) -> bytes:
        """The block that was sealed for this place; raises SealBroken."""
        try:
            return self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], place)
        except (InvalidTag, ValueError):
            raise SealBroken from None


class _Watched:
    """A key file that may be replaced while it is in use."""

    def __init__(self, path: Path, strict: bool) -> None:
        self._path, self._strict = path, strict
        self._seen: tuple[int, int, int] | None = None

    def read(self) -> KeyFile:
        """What it holds now. Raises KeyFileUnusable."""
        return read_key_file(self._path, strict=self._strict, seen=self._see)

    def is_replaced(self) -> bool:
        """Whether it is another file than the one that was read last."""
        before = self._seen
        self._see()
        return self._seen != before

    def _see(self) -> None:
        try:
            status = self._path.stat()
        except OSError:
            return  # between two states, or gone: what was read stays good
        self._seen = (status.st_ino, status.st_mtime_ns, status.st_size)


def read_key_file(path: Path, *, strict: bool, seen: Callable[[], None] = lambda: None) -> KeyFile:
    """The key file at `path`, its suites tried; `seen` is called before it is read. Raises KeyFileUnusable."""
    seen()
    try:
        keys = KeyFile.read(read_private(path, strict=strict))
        Vault(keys)
    except FileNotFoundError:
        raise KeyFileUnusable(path=path, reason="it is missing", reason_zh="文件不存在") from None
    except UnsupportedAlgorithm:
        raise KeyFileUnusable(
            path=path, reason="OpenSSL on this machine lacks its suite", reason_zh="本机 OpenSSL 不支持其算法套件"
        ) from None
    except (AttributeError, KeyError, TypeError, ValueError):
        raise KeyFileUnusable(path=path, reason="it is damaged", reason_zh="内容已损坏") from None
    return keys


def new_key_file() -> bytes:
    """The content of a fresh key file: one sealing key and one blind key from the system's random source."""
    return KeyFile.make().written()


def _tied(kind: str, half: bytes) -> bytes:
    """What the key of a half is authenticated with."""
    return b"%b\0%b" % (kind.encode(), half)


def _crossed(one: bytes, other: bytes) -> bytes:
    """The exclusive or of two texts of one length. Raises OverflowError where the second is shorter."""
    return (int.from_bytes(one) ^ int.from_bytes(other)).to_bytes(len(other))


def _pieces(whole: bytes, size: int) -> Iterable[bytes]:
    return (whole[start : start + size] for start in range(0, len(whole), size))
