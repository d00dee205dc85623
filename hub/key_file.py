"""The vault's key file: keys that seal, one of them current, and the one secret that blinds.

JSON: `{"current": id, "keys": [{"id", "suite", "secret", "made"?, "superseded"?, "staged"?}], "blind": {"suite",
"secret"}}`; ids are 8 hexadecimal digits, secrets base64, times ISO 8601 in UTC. A new key is added and made current in
one replacement of the file, so that whoever reads it finds either state whole.
"""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from hub.strict_json import read_object
from hub.suites import BLIND_SUITES, FAMILIES, SUITES, BlindSuite, Suite

KEY_ID = 4
_BLIND_SECRET = 32


@dataclass(frozen=True)
class Key:
    """One key that seals."""

    id: str
    suite: Suite
    secret: bytes
    #: when it was made, and when another became current in its place; unknown for files of before
    made: str | None = None
    superseded: str | None = None
    #: there only to be copied to every machine before it becomes current
    staged: bool = False

    @property
    def header(self) -> bytes:
        """First five bytes of every value sealed with it."""
        return bytes([self.suite.number]) + bytes.fromhex(self.id)


@dataclass(frozen=True)
class KeyFile:
    """The content of a key file."""

    current: Key
    keys: tuple[Key, ...]
    blind: BlindSuite
    blind_secret: bytes

    @classmethod
    def read(cls, content: bytes) -> KeyFile:
        """The key file in these bytes; raises ValueError, KeyError, TypeError or AttributeError when malformed."""
        file = read_object(content)
        keys = {entry["id"]: _key(entry) for entry in file["keys"]}
        if len(keys) != len(file["keys"]):
            raise ValueError("two keys of one id")
        blind = {suite.name: suite for suite in BLIND_SUITES}[file["blind"]["suite"]]
        return cls(keys[file["current"]], tuple(keys.values()), blind, _secret(file["blind"], _BLIND_SECRET))

    @classmethod
    def make(cls, family: str = "aes") -> KeyFile:
        """A fresh one of a family of suites, from the system's random source."""
        key, blind = _new(family), {suite.name: suite for suite in BLIND_SUITES}[FAMILIES[family][1]]
        return cls(key, (key,), blind, os.urandom(_BLIND_SECRET))

    @property
    def staged(self) -> Key | None:
        """The key that the next rotation makes current, if there is one."""
        return next((key for key in self.keys if key.staged), None)

    def prepared(self, family: str) -> KeyFile:
        """With a staged key, which seals nothing yet; as it is when there is one already."""
        return self if self.staged else replace(self, keys=(*self.keys, replace(_new(family), staged=True)))

    def rotated(self, family: str) -> KeyFile:
        """With a new current key, the staged one if there is one; the former one still opens what it sealed."""
        key, now = replace(self.staged or _new(family), staged=False), _now()
        others = [one for one in self.keys if not one.staged]
        old = [replace(one, superseded=now) if one.id == self.current.id else one for one in others]
        return replace(self, current=key, keys=(*old, key))

    def without(self, ids: set[str]) -> KeyFile:
        """Without these keys, the current one not among them."""
        return replace(self, keys=tuple(key for key in self.keys if key.id not in ids or key.id == self.current.id))

    def written(self) -> bytes:
        """The bytes of the file."""
        keys = [
            {"id": key.id, "suite": key.suite.name, "secret": _text(key.secret)}
            | {name: when for name in ("made", "superseded", "staged") if (when := getattr(key, name))}
            for key in self.keys
        ]
        blind = {"suite": self.blind.name, "secret": _text(self.blind_secret)}
        return json.dumps({"current": self.current.id, "keys": keys, "blind": blind}, indent=2).encode()


def _new(family: str) -> Key:
    suite = {suite.name: suite for suite in SUITES}[FAMILIES[family][0]]
    return Key(os.urandom(KEY_ID).hex(), suite, os.urandom(suite.key), _now())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _key(entry: Mapping[str, Any]) -> Key:
    key_id, suite = entry["id"], {suite.name: suite for suite in SUITES}[entry["suite"]]
    if len(bytes.fromhex(key_id)) != KEY_ID or bytes.fromhex(key_id).hex() != key_id:
        raise ValueError("a key id is not 8 hex digits")
    return Key(
        key_id, suite, _secret(entry, suite.key), entry.get("made"), entry.get("superseded"), bool(entry.get("staged"))
    )


def _secret(entry: Mapping[str, Any], size: int) -> bytes:
    secret = base64.b64decode(entry["secret"], validate=True)
    if len(secret) != size:
        raise ValueError(f"a secret is not {size} bytes long")
    return secret


def _text(secret: bytes) -> str:
    return base64.b64encode(secret).decode()
