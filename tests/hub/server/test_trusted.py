"""A hub with trusted documents on the wire: who may send what, and what a refusal tells of other agencies."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from hub.settings import Settings
from hub.tokens import development_key
from hub.trusted.jws import SigningKey
from hub.trusted.manifest import signed
from tests.conftest import copied
from tests.hub.server.running import Hub, running
from tests.hub.server.test_persisted import digest, persisted
from tests.hub.server.wire import GRAPHQL, check_refusal, send
from tests.hub.trusted.manifests import manifest, operation

COUNT = "query Count($code: CourtCode) { courts(filter: {code: {eq: $code}}) { totalCount } }"
AREAS = "query Areas { areas { totalCount } }"
FREE = "{ areas { totalCount } }"


@pytest.fixture(scope="module")
def hub(server: str, template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    """A hub that trusts COUNT of agency one and AREAS of agency two."""
    folder = tmp_path_factory.mktemp("trusted")
    settings = Settings.from_environment(
        {"HUB_DATA_DIR": str(tmp_path_factory.mktemp("data")), "HUB_TRUSTED_DOCUMENTS": str(folder)}
    )
    key = SigningKey(*development_key(settings))
    for agency, name, body in (("one", "Count", COUNT), ("two", "Areas", AREAS)):
        (folder / f"{agency}.jws").write_bytes(signed(manifest(operation(body, name)), agency, key, 1))
    with contextmanager(copied)(server, template) as database, running(database, settings) as found:
        yield found


def ask(hub: Hub, role: str, agency: str, **members: Any) -> Any:
    """The answer to a body of these members."""
    token = hub.token(role, agency=agency)
    return send(hub, json.dumps(members), authorization=f"Bearer {token}", accept=GRAPHQL)


WAYS: list[dict[str, Any]] = [
    {"documentId": f"sha256:{digest(COUNT)}"},
    {"documentId": digest(COUNT)},
    {"extensions": persisted(COUNT)},
    {"documentId": digest(COUNT), "extensions": persisted(COUNT)},
    {"query": COUNT},
    {"query": COUNT, "extensions": persisted(COUNT)},
    {"query": COUNT, "documentId": f"sha256:{digest(COUNT)}"},
]


@pytest.mark.parametrize("members", WAYS, ids="+".join)
@pytest.mark.parametrize("role", ["BK", "CH"])
def test_trusted_document_runs_however_it_is_named(hub: Hub, role: str, members: dict[str, Any]) -> None:
    """By id, by hash, or by its very text; with variables and name of this request."""
    answer = ask(hub, role, "one", **members, variables={"code": "浙0211"}, operationName="Count")

    assert answer.json()["data"] == {"courts": {"totalCount": 0}}


def test_free_form_is_for_roles_that_may(hub: Hub) -> None:
    """One character more than the trusted text is another document; introspection is one, too."""
    for text in (FREE, COUNT + " ", "{ __schema { queryType { name } } }"):
        check_refusal(ask(hub, "BK", "one", query=text), 403, "DOCUMENT_NOT_TRUSTED")
        check_refusal(ask(hub, "BK", "none", query=text), 403, "DOCUMENT_NOT_TRUSTED")
        assert ask(hub, "CH", "one", query=text).status_code == 200
    assert ask(hub, "AU", "none", query=FREE).json()["data"] == {"areas": {"totalCount": 0}}


def test_several_roles_take_the_most_generous(hub: Hub) -> None:
    """An officer of a bank who also audits may send documents."""
    token = hub.token("BK", "AU", agency="one")
    answer = send(hub, json.dumps({"query": FREE}), authorization=f"Bearer {token}", accept=GRAPHQL)

    assert answer.status_code == 200


def test_others_documents_are_as_unknown_as_nobodys(hub: Hub) -> None:
    """The answers to another agency's document and to nobody's are the same bytes, however they are asked for."""
    nobody = "query Nobody { areas { totalCount } }"
    for role in ("BK", "CH"):
        for way in (
            lambda text: {"documentId": f"sha256:{digest(text)}"},
            lambda text: {"extensions": persisted(text)},
        ):
            theirs, none = (ask(hub, role, "one", **way(text)) for text in (AREAS, nobody))

            assert theirs.text == none.text
            assert theirs.status_code == none.status_code == 400
    for text in (AREAS, nobody):
        check_refusal(ask(hub, "BK", "one", query=text), 403, "DOCUMENT_NOT_TRUSTED")
    assert ask(hub, "BK", "two", query=AREAS).status_code == 200


def test_colleague_with_more_rights_teaches_nobody(hub: Hub) -> None:
    """What a free role of the agency had remembered does not become trusted for the others of the agency."""
    assert ask(hub, "CH", "one", query=FREE, extensions=persisted(FREE)).status_code == 200
    assert ask(hub, "CH", "one", extensions=persisted(FREE)).status_code == 200

    check_refusal(ask(hub, "BK", "one", extensions=persisted(FREE)), 400, "UNKNOWN_DOCUMENT")
    check_refusal(ask(hub, "BK", "one", documentId=digest(FREE)), 400, "UNKNOWN_DOCUMENT")
    check_refusal(ask(hub, "BK", "one", query=FREE, extensions=persisted(FREE)), 403, "DOCUMENT_NOT_TRUSTED")


def test_trusted_document_passes_the_policy_like_any(hub: Hub) -> None:
    """Being signed opens nothing: the scope and the policy decide as before."""
    token = hub.token("BK", agency="one", scope="act")
    sent = json.dumps({"documentId": digest(COUNT)})

    check_refusal(send(hub, sent, authorization=f"Bearer {token}", accept=GRAPHQL), 403, "SCOPE_MISSING")
