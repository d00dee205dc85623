"""A hub that really listens: the application under uvicorn in a thread, with the server's own settings."""

from __future__ import annotations

import gc
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
import uvicorn

from hub import serving
from hub.database import Database
from hub.server.app import Application, build
from hub.settings import Settings
from hub.tokens import TokenRequest, sign


@dataclass
class Hub:
    """Where it listens, how to get tokens for it, and a client without a token."""

    url: str
    settings: Settings
    client: httpx.Client
    #: what listens there
    app: Application | None = None
    _tokens: dict[TokenRequest, str] = field(default_factory=dict)

    def token(self, *roles: str, **claims: Any) -> str:
        """A development token."""
        request = TokenRequest(roles=roles, **claims)
        if request not in self._tokens:
            self._tokens[request] = sign(self.settings, request)
        return self._tokens[request]

    def ask(self, query: str, token: str, variables: dict[str, Any] | None = None) -> dict[str, Any]:
        """The answer to one operation, decoded."""
        answer = self.client.post(
            "/graphql", json={"query": query, "variables": variables}, headers={"authorization": f"Bearer {token}"}
        )
        decoded: dict[str, Any] = answer.json()
        return decoded


@contextmanager
def running(database: Database, settings: Settings) -> Iterator[Hub]:
    """A hub over the database, until the block ends."""
    sign(settings, TokenRequest(roles=("PU",)))  # makes the development keys before the hub looks for them
    like = serving._configuration(settings)
    app = build(settings, database)
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            log_config=None,
            access_log=like.access_log,
            server_header=like.server_header,
            http=like.http,
            ws=like.ws,
        )
    )
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.01)
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        with httpx.Client(base_url=url, timeout=20) as client:
            yield Hub(url, settings, client, app)
        server.should_exit = True
        thread.join(20)
        gc.unfreeze()  # a worker freezes what it starts with; a test process goes on
