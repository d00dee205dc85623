"""Spent budgets on the wire: 429 with the seconds to wait, whoever the caller is and however he accepts answers."""

from __future__ import annotations

import json

import pytest

from hub.budgets.misses import A_MINUTE
from tests.hub.server.running import Hub
from tests.hub.server.wire import GRAPHQL, JSON, NUMBER, check_refusal, send


@pytest.mark.parametrize("accept", [JSON, GRAPHQL])
@pytest.mark.parametrize("role", ["CH", "MR"])
def test_the_eleventh_miss_is_429(hub: Hub, role: str, accept: str) -> None:
    """Not 200 with an error, so that proxies and clients slow down; other questions are answered on."""
    token = hub.token(role, officer=f"{role} {accept}", agency=f"{role} {accept}")
    body = json.dumps({"query": f'{{ subject(idNumber: "{NUMBER}", name: "示例") {{ id }} }}'})
    headers = {"authorization": f"Bearer {token}", "accept": accept}
    for _ in range(A_MINUTE):
        assert send(hub, body, **headers).json()["data"] == {"subject": None}
    refused = send(hub, body, **headers)

    check_refusal(refused, 429, "BUDGET_SPENT")
    assert 50 <= int(refused.headers["retry-after"]) <= 60
    assert NUMBER not in refused.text
    assert send(hub, '{"query":"{ areas { totalCount } }"}', **headers).status_code == 200
