"""Suites: the algorithms that the vault seals and blinds with, international (AES, SHA-256) and Chinese (SM4, SM3).

Both ciphers are GCM with 12 bytes of nonce and a tag of 16, so that sealed values have one form. SM4 is GB/T 32907-2016
(GCM as in RFC 8998), SM3 is GB/T 32905-2016. A build of OpenSSL may lack them: then a key file that names them is
refused with a sentence that says so, and nothing is sealed otherwise than asked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

from cryptography.hazmat.primitives.ciphers import Cipher as BlockCipher
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import SM4
from cryptography.hazmat.primitives.ciphers.modes import GCM
from cryptography.hazmat.primitives.hashes import SHA256, SM3, HashAlgorithm
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

TAG: Final = 16
_BLIND_KEY = 32


class Cipher(Protocol):
    """An AEAD with its key: 12 bytes of nonce, a tag of 16 bytes at the end, InvalidTag when it does not open."""

    def encrypt(self, nonce: bytes, data: bytes, associated_data: bytes | None) -> bytes:
        """Ciphertext and tag."""
        ...

    def decrypt(self, nonce: bytes, data: bytes, associated_data: bytes | None) -> bytes:
        """The plain bytes; raises InvalidTag."""
        ...


class Sm4Gcm:
    """SM4 in GCM with a key of 16 bytes. Raises UnsupportedAlgorithm where OpenSSL has no SM4."""

    def __init__(self, key: bytes) -> None:
        self._key = SM4(key)
        self.encrypt(bytes(12), b"", None)

    def encrypt(self, nonce: bytes, data: bytes, associated_data: bytes | None) -> bytes:
        """Ciphertext and tag."""
        encryptor = BlockCipher(self._key, GCM(nonce)).encryptor()
        encryptor.authenticate_additional_data(associated_data or b"")
        return encryptor.update(data) + encryptor.finalize() + encryptor.tag

    def decrypt(self, nonce: bytes, data: bytes, associated_data: bytes | None) -> bytes:
        """The plain bytes; raises InvalidTag."""
        decryptor = BlockCipher(self._key, GCM(nonce, data[-TAG:])).decryptor()
        decryptor.authenticate_additional_data(associated_data or b"")
        return decryptor.update(data[:-TAG]) + decryptor.finalize()


@dataclass(frozen=True, slots=True)
class Suite:
    """One algorithm for sealing."""

    #: first byte of every value sealed with it; never reused
    number: int
    #: as the key file names it
    name: str
    #: bytes of a key
    key: int
    cipher: Callable[[bytes], Cipher]


@dataclass(frozen=True, slots=True)
class BlindSuite:
    """One algorithm for blinding."""

    name: str
    #: (root secret, kind) -> key of that kind, 32 bytes
    derive: Callable[[bytes, str], bytes]
    #: name of the hash as OpenSSL knows it; 32 bytes long
    digest: str


def _hkdf(algorithm: Callable[[], HashAlgorithm]) -> Callable[[bytes, str], bytes]:
    def derive(secret: bytes, kind: str) -> bytes:
        info = b"public-credit-hub blind " + kind.encode()
        return HKDF(algorithm(), _BLIND_KEY, salt=None, info=info).derive(secret)

    return derive


SUITES: Final = (Suite(1, "AES-256-GCM", 32, AESGCM), Suite(2, "SM4-GCM", 16, Sm4Gcm))
BLIND_SUITES: Final = (
    BlindSuite("HMAC-SHA256", _hkdf(SHA256), "sha256"),
    BlindSuite("HMAC-SM3", _hkdf(SM3), "sm3"),
)
#: word of the command line → names of its suite for sealing and of its suite for blinding
FAMILIES: Final = {"aes": ("AES-256-GCM", "HMAC-SHA256"), "sm": ("SM4-GCM", "HMAC-SM3")}
