"""Signed manifests: what is whole, signed by the operator and meant for its agency is read, and nothing else."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes, hmac
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from hub import serving
from hub.diagnosis import diagnose
from hub.errors import SettingInvalid, TrustedDocumentsUnusable
from hub.query.documents import check
from hub.settings import Settings
from hub.tokens import TokenRequest, development_key
from hub.tokens import sign as sign_token
from hub.trusted import store
from hub.trusted.jws import SigningKey, read_signing_key, sign
from tests.hub.signers import b64, compact
from tests.hub.trusted.manifests import Signer, header, manifest, operation, write_key_set, write_signed

COUNT = operation("query Count { areas { totalCount } }")
COURTS = operation("query Courts { courts { totalCount } }", "Courts")
SIGNER = Signer("EdDSA", "operator-1")


def settings(directory: Path, *signers: Signer, **variables: str) -> Settings:
    """Settings with a folder of manifests and a set of keys."""
    keys = write_key_set(directory / "operators.json", *(signers or (SIGNER,)))
    return Settings.from_environment(
        {
            "HUB_DATA_DIR": str(directory / "data"),
            "HUB_TRUSTED_DOCUMENTS": str(directory / "trusted"),
            "HUB_TRUSTED_KEYS": str(keys),
            **variables,
        }
    )


def refused(given: Settings) -> str:
    """The sentence with which the folder is refused."""
    with pytest.raises(TrustedDocumentsUnusable) as caught:
        store.load(given, check)
    return caught.value.english


@pytest.mark.parametrize("algorithm", ["EdDSA", "ES256"])
def test_reads_what_each_agency_may_run(tmp_path: Path, algorithm: str) -> None:
    """Two agencies, two manifests: each finds its own documents and not the other's."""
    signer = Signer(algorithm)
    for agency, found in (("AG1", COUNT), ("AG2", COURTS)):
        write_signed(tmp_path / "trusted", signer, agency, manifest(found))
    trusted = store.load(settings(tmp_path, signer), check)

    assert trusted is not None
    digests = {name: bytes.fromhex(found["id"]) for name, found in (("AG1", COUNT), ("AG2", COURTS))}
    assert {(a, b): trusted.text(a, digests[b]) for a in digests for b in digests} == {
        ("AG1", "AG1"): COUNT["body"], ("AG1", "AG2"): None, ("AG2", "AG1"): None, ("AG2", "AG2"): COURTS["body"],
    }  # fmt: skip
    assert trusted.text("AG3", digests["AG1"]) is None


def test_without_a_folder_nothing_is_demanded(tmp_path: Path) -> None:
    """Trusted documents are an operator's choice."""
    assert store.load(Settings.from_environment({"HUB_DATA_DIR": str(tmp_path)}), check) is None


def test_one_agency_cannot_be_served_anothers(tmp_path: Path) -> None:
    """A good manifest under another's name is refused: whoever can copy files must not give rights away."""
    path = write_signed(tmp_path / "trusted", SIGNER, "AG1", manifest(COUNT))
    path.rename(path.with_name("AG2.jws"))

    assert "signed for agency AG1" in refused(settings(tmp_path))


def test_every_flipped_character_is_found(tmp_path: Path) -> None:
    """Whatever single character of the file is another, the file is refused."""
    path = write_signed(tmp_path / "trusted", SIGNER, "AG1", manifest(COUNT))
    good, given = path.read_bytes(), settings(tmp_path)
    for place in range(0, len(good), 7):
        other = b"A" if good[place : place + 1] != b"A" else b"B"
        path.write_bytes(good[:place] + other + good[place + 1 :])
        refused(given)
    path.write_bytes(good + b"\n")  # as editors end files
    assert store.load(given, check)


HEADERS: dict[str, dict[str, Any]] = {
    "an access token's type": {"typ": "JWT"},
    "no type": {"typ": None},
    "no algorithm at all": {"alg": "none"},
    "another algorithm": {"alg": "ES256"},
    "a secret's algorithm": {"alg": "HS256"},
    "an unknown key": {"kid": "operator-2"},
    "a key id that is no text": {"kid": ["operator-1"]},
    "a key of its own": {"jwk": SIGNER.jwk},
    "critical members": {"crit": ["b64"], "b64": False},
    "a place to fetch keys": {"jku": "https://example.com/"},
    "no agency": {"agency": None},
    "an agency that is a path": {"agency": "../AG1"},
    "no time": {"iat": None},
    "a time that is no number": {"iat": "1"},
}


@pytest.mark.parametrize("name", HEADERS)
def test_only_one_form_of_header_is_known(tmp_path: Path, name: str) -> None:
    """Each is rightly signed with the operator's key and refused nevertheless."""
    write_signed(tmp_path / "trusted", SIGNER, "AG1", manifest(COUNT), **HEADERS[name])

    refused(settings(tmp_path))


def test_signatures_of_others_are_refused(tmp_path: Path) -> None:
    """A stranger's key under the operator's name, a public key used as a secret, no signature, a DER signature."""
    given, path = settings(tmp_path), tmp_path / "trusted" / "AG1.jws"
    stranger = Signer("EdDSA", "operator-1")
    write_signed(tmp_path / "trusted", stranger, "AG1", manifest(COUNT))
    assert "signature is wrong" in refused(given)

    text = b64(compact(header(SIGNER, "AG1", alg="HS256"))) + b"." + b64(manifest(COUNT))
    secret = hmac.HMAC(SIGNER.pem, hashes.SHA256())
    secret.update(text)
    for forged in (text + b"." + b64(secret.finalize()), text + b".", text):
        path.write_bytes(forged)
        refused(given)


def test_es256_signature_is_two_numbers(tmp_path: Path) -> None:
    """DER, or numbers with a byte more, would be a second spelling of one signature."""
    signer = Signer("ES256")
    path = write_signed(tmp_path / "trusted", signer, "AG1", manifest(COUNT))
    signed, _, signature = path.read_bytes().rpartition(b".")
    value = base64.urlsafe_b64decode(signature + b"==")
    assert len(value) == 64
    for other in (b"\0" + value, value + b"\0", value[:63], value[::-1]):
        path.write_bytes(signed + b"." + b64(other))
        refused(settings(tmp_path, signer))


def test_rsa_key_in_the_set_signs_no_manifests(tmp_path: Path) -> None:
    """Two algorithms are enough."""
    signer = Signer("RS256")
    write_key_set(tmp_path / "operators.json", signer)
    (tmp_path / "trusted").mkdir()
    text = b64(compact(header(signer, "AG1"))) + b"." + b64(manifest(COUNT))
    token = signer.raw(*text.split(b"."))
    (tmp_path / "trusted" / "AG1.jws").write_bytes(token)

    assert "not in HUB_TRUSTED_KEYS" in refused(settings(tmp_path, signer))


PAYLOADS: dict[str, bytes] = {
    "no JSON": b"{",
    "a list": b"[]",
    "nested": b"[" * 100_000,
    "duplicate key": b'{"format":1,"format":2}',
    "another format": manifest(COUNT, format="relay"),
    "another version": manifest(COUNT, version=2),
    "no operations": compact({"format": "apollo-persisted-query-manifest", "version": 1}),
    "operation is a text": manifest("query Count { areas { totalCount } }"),
    "body missing": manifest({name: COUNT[name] for name in ("id", "name", "type")}),
    "name is a number": manifest({**COUNT, "name": 1}),
    "id of another body": manifest({**COUNT, "id": COURTS["id"]}),
    "id in capitals": manifest({**COUNT, "id": COUNT["id"].upper()}),
    "twice": manifest(COUNT, COUNT),
    "half a character": manifest({**COUNT, "body": "\ud800"}),
    "subscription": manifest(operation("subscription S { x }", "S", "subscription")),
    "too many": manifest(*[COUNT] * 5001),
}


@pytest.mark.parametrize("name", PAYLOADS)
def test_malformed_manifest_is_refused(tmp_path: Path, name: str) -> None:
    """Signed by the operator, and still not a manifest."""
    write_signed(tmp_path / "trusted", SIGNER, "AG1", PAYLOADS[name])

    refused(settings(tmp_path))


BODIES: dict[str, tuple[dict[str, Any], str]] = {
    "unknown field": (operation("query Count { arias { totalCount } }"), "arias"),
    "syntax": (operation("query Count {"), "Syntax Error"),
    "too deep": (operation("query Count { areas { nodes {" + "parent {" * 40 + "code" + "}" * 43), "nested levels"),
    "another name": (operation("query Other { areas { totalCount } }"), "named Count"),
    "no name": (operation("{ areas { totalCount } }"), "named Count"),
    "another type": (operation("query Count { areas { totalCount } }", kind="mutation"), "one mutation"),
    "two operations": (operation("query Count { areas { totalCount } } query B { __typename }"), "named Count"),
    "NUL": (operation('query Count { subject(id: "\\u0000") { id } }'), "not text"),
}


@pytest.mark.parametrize("name", BODIES)
def test_document_that_cannot_run_is_named(tmp_path: Path, name: str) -> None:
    """At start and not when an officer waits: file, document and what is wrong."""
    found, said = BODIES[name]
    write_signed(tmp_path / "trusted", SIGNER, "AG1", manifest(COURTS, found))
    sentence = refused(settings(tmp_path))

    assert "AG1.jws" in sentence
    assert f"Count ({found['id'][:12]})" in sentence
    assert said in sentence


@pytest.mark.parametrize("wrong", ["folder", "keys", "key set"])
def test_missing_places_are_named(tmp_path: Path, wrong: str) -> None:
    """A path that leads nowhere must not mean "nothing is trusted", nor "everything is"."""
    given = settings(tmp_path)
    if wrong != "folder":
        write_signed(tmp_path / "trusted", SIGNER, "AG1", manifest(COUNT))
        (tmp_path / "operators.json").unlink() if wrong == "keys" else (tmp_path / "operators.json").write_text("{}")

    assert str(tmp_path) in refused(given)


def test_development_key_signs_in_development_alone(tmp_path: Path) -> None:
    """Production wants a set of its own, and takes no development key in it under whatever name."""
    env = {"HUB_DATA_DIR": str(tmp_path / "data"), "HUB_TRUSTED_DOCUMENTS": str(tmp_path / "trusted")}
    development = Settings.from_environment(env)
    kid, private = development_key(development)
    (tmp_path / "trusted").mkdir()
    path = tmp_path / "trusted" / "AG1.jws"

    def write(name: str) -> None:
        key = SigningKey(name, private)
        members = {"alg": "EdDSA", "kid": name, "typ": "trusted-documents", "agency": "AG1", "iat": 1}
        path.write_bytes(sign(manifest(COUNT), compact(members), key))

    write(kid)
    assert store.load(development, check)
    with pytest.raises(SettingInvalid, match="HUB_TRUSTED_KEYS"):
        store.load(Settings.from_environment({**env, "HUB_ENVIRONMENT": "production"}), check)
    public = json.loads((tmp_path / "data" / "keys" / "tokens.json").read_text())["keys"][0]
    renamed = {name: value for name, value in public.items() if name in ("kty", "crv", "x")} | {"kid": "operator-9"}
    (tmp_path / "operators.json").write_bytes(compact({"keys": [renamed]}))
    write("operator-9")
    production = {**env, "HUB_ENVIRONMENT": "production", "HUB_TRUSTED_KEYS": str(tmp_path / "operators.json")}
    assert "not in HUB_TRUSTED_KEYS" in refused(Settings.from_environment(production))


def test_access_token_is_no_manifest(tmp_path: Path) -> None:
    """The same key may sign both, and neither passes for the other."""
    env = {"HUB_DATA_DIR": str(tmp_path / "data"), "HUB_TRUSTED_DOCUMENTS": str(tmp_path / "trusted")}
    given = Settings.from_environment(env)
    (tmp_path / "trusted").mkdir()
    (tmp_path / "trusted" / "AG1.jws").write_text(sign_token(given, TokenRequest(roles=("BK",))))

    assert "header" in refused(given)


def test_hub_does_not_start_with_a_bad_manifest(tmp_path: Path) -> None:
    """Told before anything is started, and by `hub doctor` beforehand."""
    path = write_signed(tmp_path / "trusted", SIGNER, "AG1", manifest(COUNT))
    path.write_bytes(path.read_bytes()[:-4] + b"AAAA")
    given = settings(tmp_path)
    with pytest.raises(TrustedDocumentsUnusable), serving.prepared(given):
        pytest.fail("it started")

    env = {name: str(getattr(given, name)) for name in ("data_dir", "trusted_documents", "trusted_keys")}
    found = {one.check: one for one in diagnose({f"HUB_{name.upper()}": value for name, value in env.items()})}
    assert found["documents"].level == "broken"
    assert "AG1.jws" in found["documents"].en


def _jwk(signer: Signer) -> dict[str, Any]:
    raw: Callable[..., bytes] = signer.private.private_bytes
    if signer.algorithm == "EdDSA":
        return {**signer.jwk, "d": b64(raw(Encoding.Raw, PrivateFormat.Raw, NoEncryption())).decode()}
    return {**signer.jwk, "d": b64(signer.private.private_numbers().private_value.to_bytes(32, "big")).decode()}


@pytest.mark.parametrize("algorithm", ["EdDSA", "ES256"])
def test_private_jwk_signs_for_its_public_half(tmp_path: Path, algorithm: str) -> None:
    """What `hub documents sign --key` reads is what the set of public keys verifies."""
    signer = Signer(algorithm)
    key = read_signing_key(compact(_jwk(signer)))
    (tmp_path / "trusted").mkdir()
    text = sign(manifest(COUNT), compact(header(signer, "AG1")), key)
    (tmp_path / "trusted" / "AG1.jws").write_bytes(text)

    assert (key.kid, key.algorithm) == (signer.kid, algorithm)
    assert store.load(settings(tmp_path, signer), check)


@pytest.mark.parametrize("name", ["public", "RSA", "short", "set"])
def test_other_keys_do_not_sign(name: str) -> None:
    """A public key, a key of another kind, one cut short, a whole set."""
    whole = _jwk(Signer("EdDSA"))
    wrong: dict[str, Any] = {
        "public": {key: value for key, value in whole.items() if key != "d"},
        "RSA": {**whole, "kty": "RSA"},
        "short": {**whole, "d": whole["d"][:40]},
        "set": {"keys": [whole]},
    }
    with pytest.raises(ValueError, match=r"key|JWK|base64url"):
        read_signing_key(compact(wrong[name]))
