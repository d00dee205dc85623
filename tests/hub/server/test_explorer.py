"""GraphiQL: served from our own files, asking nobody but the hub, keeping nothing beyond the tab."""

from __future__ import annotations

import base64
import json
import re
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import uvicorn
from graphql import OperationDefinitionNode, build_schema, graphql_sync, parse, validate
from graphql.execution.values import VariableValues, get_variable_values
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from hub.server import explorer
from loaders.synthetic import cameos
from tests.hub.server.browser import CHROMIUM, Browser, browser

ROOT = Path(__file__).parents[3]
ASSETS = explorer.HOME / "assets"
EXAMPLES = explorer.HOME / "examples"

#: addresses that occur as text: XML namespaces, and sentences of React's, GraphQL.js's and yarn's error messages
INERT = (
    "http://www.w3.org/",
    "https://reactjs.org/docs/error-decoder.html",
    "https://yarnpkg.com/en/docs/selective-version-resolutions",
    "https://en.wikipedia.org/wiki/IEEE_floating_point",
    "https://commonmark.org/",
)

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")


SCHEMA = build_schema("""
    type Query {
      "法院 — courts. ![picture](https://pictures.invalid/court.png)"
      courts: String
    }
""")


class _Hub:
    """A tiny endpoint in place of the real one: it takes one token and remembers the headers of what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str | None, dict[str, str]]] = []
        listener = socket.create_server(("127.0.0.1", 0))
        self.origin = f"http://127.0.0.1:{listener.getsockname()[1]}"
        app = Starlette(routes=[*explorer.routes(), Route("/graphql", self._answer, methods=["POST"])])
        self._server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        self._thread = threading.Thread(target=self._server.run, args=([listener],))
        self._thread.start()
        while not self._server.started:
            time.sleep(0.02)

    async def _answer(self, request: Request) -> JSONResponse:
        body = await request.json()
        self.asked.append((body.get("operationName"), dict(request.headers)))
        if request.headers.get("authorization") != f"Bearer {TOKEN}":
            return JSONResponse({"errors": [{"message": "需要有效的访问令牌。"}]}, 401)
        answer = {"courts": "https://pictures.invalid/answer.png"}
        result = graphql_sync(SCHEMA, body["query"], answer, operation_name=body["operationName"])
        return JSONResponse({"data": result.data})

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(20)


TOKEN = ".".join(
    base64.urlsafe_b64encode(part).decode().rstrip("=")
    for part in (b'{"alg":"ES256"}', b'{"roles":["CP"],"exp":4102444800}', b"synthetic")
)


@pytest.fixture
def hub() -> Iterator[_Hub]:
    running = _Hub()
    yield running
    running.stop()


@pytest.fixture
def client(hub: _Hub) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=hub.origin, trust_env=False) as opened:
        yield opened


# ---------------------------------------------------------------------------------------------------- over HTTP


def test_page_and_everything_it_names_are_served(client: httpx.Client) -> None:
    """Whoever opens /graphiql gets a page whose script, style and icon exist, with the right content types."""
    page = client.get("/graphiql")
    named = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    types = {path.rsplit(".", 1)[1]: client.get(path).headers["content-type"].split(";")[0] for path in named}

    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert types == {"svg": "image/svg+xml", "css": "text/css", "js": "text/javascript"}


def test_page_is_locked_down(client: httpx.Client) -> None:
    """The page is not stored, not framed, not sniffed, and may load and ask only its own origin."""
    headers = client.get("/graphiql").headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))

    assert headers["cache-control"] == "no-store"
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert not re.search(r"unsafe|\*|https?:", headers["content-security-policy"])


def test_assets_are_kept_for_ever_only_when_their_name_changes(client: httpx.Client) -> None:
    """A hashed file is immutable; any other is asked for again, and an unchanged one is not sent twice."""
    for path in ASSETS.iterdir():
        answer = client.get(f"/graphiql/{path.name}")
        again = client.get(f"/graphiql/{path.name}", headers={"if-none-match": answer.headers["etag"]})

        assert answer.content == path.read_bytes()
        assert ("immutable" in answer.headers["cache-control"]) == path.name.startswith("explorer-")
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "path",
    ["..%2fexplorer.py", "%2e%2e/explorer.py", "index.html", "examples", "examples/09-batches.json", ".gitattributes"],
)
def test_nothing_else_is_served(client: httpx.Client, path: str) -> None:
    """Only the listed assets can be reached, whatever the path says."""
    assert client.get(f"/graphiql/{path}").status_code == 404


def test_only_get_is_answered(client: httpx.Client) -> None:
    """The page takes nothing: every method that could carry something is refused."""
    assert {client.request(method, "/graphiql").status_code for method in ("POST", "PUT", "DELETE", "PATCH")} == {405}


# ------------------------------------------------------------------------------------------------- the built files


def test_assets_name_no_other_origin() -> None:
    """No script, style, icon or page contains an address that a browser would fetch from elsewhere."""
    for path in [explorer.HOME / "index.html", *ASSETS.glob("explorer-*"), *ASSETS.glob("*.svg")]:
        text = path.read_text(encoding="utf-8")
        addresses = re.findall(r"(?:https?|wss?)://[\w.-]+[\w./?#=&%-]*", text)

        assert [address for address in addresses if not address.startswith(INERT)] == []
        if path.suffix != ".js":
            assert re.findall(r'(?:src|href)="//[^"]*|@import|url\((?!data:)[^)]*\)', text) == []


def test_script_has_no_door_but_fetch() -> None:
    """The script opens no worker, socket or beacon and evaluates no text; it fetches the endpoint and the examples."""
    (script,) = (path.read_text(encoding="utf-8") for path in ASSETS.glob("*.js"))
    doors = (
        r"\bnew (?:Worker|SharedWorker|WebSocket|EventSource|XMLHttpRequest|Image|Function)\b"
        r"|sendBeacon|importScripts|\bimport\(|\beval\("
    )

    assert re.findall(doors, script) == []
    assert sorted(re.findall(r"[^\w.$]fetch\(([^,)]*)", script)) == ['"/graphiql/examples.json"', '"/graphql"']


def test_licences_of_what_is_bundled_are_told(client: httpx.Client) -> None:
    """Script and style point to the licence file, which names every bundled package that matters."""
    licences = client.get("/graphiql/THIRD_PARTY_LICENSES.txt").text

    for path in ASSETS.glob("explorer-*"):
        assert path.read_text(encoding="utf-8").startswith("/* licences: /graphiql/THIRD_PARTY_LICENSES.txt */")
    for package in ("graphiql", "codemirror", "react", "react-dom", "graphql", "markdown-it"):
        assert re.search(rf"^{package} \d+\.\d+\.\d+ \(.+\)$", licences, re.MULTILINE)


def test_assets_stay_small() -> None:
    """What is committed for the page stays below 2.5 MB."""
    assert sum(path.stat().st_size for path in explorer.HOME.rglob("*") if path.is_file()) < 2_500_000


# -------------------------------------------------------------------------------------------------------- examples


def test_examples_are_served_in_both_languages(client: httpx.Client) -> None:
    """The menu holds the example operations in order, each with a title in both languages and variables that parse."""
    menu = client.get("/graphiql/examples.json").json()

    assert len(menu) >= 10
    assert [example["name"] for example in menu] == sorted(path.stem for path in EXAMPLES.glob("*.graphql"))
    for example in menu:
        assert re.search(r"[\u4e00-\u9fff]", example["title"]["zh"])
        assert example["title"]["en"].isascii()
        assert set(re.findall(r"\$(\w+):", example["query"])) == set(json.loads(example["variables"]))


@pytest.mark.parametrize(
    ("query", "variables"),
    [
        ("query A { a }\n", "{}"),
        ("# 仅中文\nquery A { a }\n", "{}"),
        ("# 中文\n# English\n{ a }\n", "[]"),
        ("# 中文\n# English\n{ a }\n", "{"),
    ],
)
def test_broken_example_is_found_at_start(tmp_path: Path, query: str, variables: str) -> None:
    """An example without both titles, or with variables that are no JSON object, stops the server from starting."""
    (tmp_path / "a.graphql").write_text(query, encoding="utf-8")
    (tmp_path / "a.json").write_text(variables, encoding="utf-8")

    with pytest.raises(ValueError, match=r"title line|JSON object|Expecting"):
        explorer.examples(tmp_path)


@pytest.mark.parametrize("example", explorer.examples(), ids=lambda example: example["name"])
def test_examples_are_operations_of_the_schema(example: explorer.Example) -> None:
    """Each example is valid against the printed schema, and its variables have the types that it declares."""
    schema = build_schema((ROOT / "schema/schema.graphql").read_text(encoding="utf-8"))
    document = parse(example["query"])
    (operation,) = document.definitions
    assert isinstance(operation, OperationDefinitionNode)
    variables = get_variable_values(schema, operation.variable_definitions or (), json.loads(example["variables"]))

    assert validate(schema, document) == []
    assert isinstance(variables, VariableValues), variables


def test_examples_ask_for_subjects_that_every_synthetic_province_has() -> None:
    """Whoever has loaded generated data gets an answer, not null, from the examples that look somebody up."""
    by_name = {example["name"]: json.loads(example["variables"]) for example in explorer.examples()}
    person, firm = cameos.LISTED_PERSON, cameos.LISTED_FIRM

    assert by_name["01-enterprise-by-credit-code"] == {"creditCode": firm.identifier}
    assert by_name["02-person-by-id-number"] == {"idNumber": person.identifier, "name": person.name}
    assert {"creditCode": firm.identifier} in by_name["07-screen"]["input"]["subjects"]
    assert {"idNumber": person.identifier, "name": person.name} in by_name["07-screen"]["input"]["subjects"]


# ------------------------------------------------------------------------------------------------ in a real browser


@pytest.fixture
def tab(hub: _Hub, tmp_path: Path) -> Iterator[Browser]:
    with browser(tmp_path / "profile") as opened:
        opened.call("Page.navigate", url=f"{hub.origin}/graphiql")
        opened.wait_until("document.querySelectorAll('.hub-examples option').length > 10")
        opened.wait_until("document.querySelectorAll('.CodeMirror').length >= 3")
        yield opened


def _use(tab: Browser, pasted: str) -> None:
    tab.evaluate("document.querySelector('.hub-token-input').select()")
    tab.type_into(".hub-token-input", pasted)
    tab.wait_until("!!document.querySelector('.hub-use:not(:disabled)')")
    tab.evaluate("document.querySelector('.hub-use').click()")


def _choose(tab: Browser, index: int) -> None:
    # React watches the property of the element itself, so the prototype's setter is what a user's choice looks like
    tab.evaluate(f"""(select => {{
        Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set.call(select, '{index}');
        select.dispatchEvent(new Event('change', {{ bubbles: true }}));
    }})(document.querySelector('.hub-examples select'))""")


@needs_chromium
def test_browser_asks_nobody_but_the_hub(hub: _Hub, tab: Browser) -> None:
    """From opening the page to an answer with a picture's address in it, every request goes to the same origin."""
    _use(tab, TOKEN)
    tab.wait_until("!document.querySelector('.hub-hint')")
    tab.evaluate("document.querySelector('.graphiql-sidebar button').click()")
    tab.evaluate("document.querySelector('.CodeMirror').CodeMirror.setValue('query Courts { courts }')")
    tab.wait_until("document.querySelector('.graphiql-tab-button')?.textContent === 'Courts'")
    tab.evaluate("document.querySelector('.graphiql-execute-button').click()")
    tab.wait_until("document.querySelector('.result-window').textContent.includes('pictures.invalid')")

    assert {url for url in tab.requested if not url.startswith((f"{hub.origin}/", "data:"))} == set()
    assert f"{hub.origin}/graphql" in tab.requested
    assert tab.refusals == []


@needs_chromium
def test_schema_follows_the_token(hub: _Hub, tab: Browser) -> None:
    """Without a token nothing is asked and both languages tell how to get one; a wrong one is told apart."""
    tab.wait_until("!!document.querySelector('.hub-hint-missing')")
    hint = tab.evaluate("document.querySelector('.hub-hint').textContent")
    asked_without = len(hub.asked)
    _use(tab, "Bearer wrong.wrong.wrong")
    tab.wait_until("!!document.querySelector('.hub-hint-refused')")
    _use(tab, json.dumps({"Authorization": f"Bearer {TOKEN}"}))
    tab.wait_until("!document.querySelector('.hub-hint')")

    assert asked_without == 0
    assert [words in hint for words in ("访问令牌", "needs a token", "hub token --role CP")] == [True] * 3
    assert [name for name, _ in hub.asked] == ["IntrospectionQuery", "IntrospectionQuery"]
    assert "CP" in tab.evaluate("document.querySelector('.hub-holder').textContent")


@needs_chromium
def test_requests_are_plain_json_posts(hub: _Hub, tab: Browser) -> None:
    """The page sends JSON and asks for JSON, without cookies, with the token in the one header meant for it."""
    _use(tab, TOKEN)
    tab.wait_until("!document.querySelector('.hub-hint')")
    ((_, headers),) = hub.asked

    assert headers["content-type"] == "application/json"
    assert headers["accept"] == "application/graphql-response+json, application/json"
    assert headers["authorization"] == f"Bearer {TOKEN}"
    assert headers.keys().isdisjoint({"cookie", "referer"})


@needs_chromium
def test_nothing_outlives_the_tab(tab: Browser) -> None:
    """Token, tabs and history (variables may hold ID numbers) never reach localStorage, cookies or a database."""
    _use(tab, TOKEN)
    tab.wait_until("!document.querySelector('.hub-hint')")
    _choose(tab, 1)
    tab.wait_until("JSON.stringify(sessionStorage).includes('PersonByIdNumber')")
    holders = tab.evaluate(f"Object.keys(sessionStorage).filter(key => sessionStorage[key].includes('{TOKEN}'))")
    tab.evaluate("document.querySelector('.hub-clear').click()")
    tab.wait_until(f"!JSON.stringify(sessionStorage).includes('{TOKEN}')")

    assert holders == ["hub:token"]
    assert tab.evaluate("localStorage.length") == 0
    assert tab.evaluate("document.cookie") == ""
    assert tab.evaluate("indexedDB.databases().then(all => all.length)") == 0


@needs_chromium
def test_example_fills_the_editors_in_a_new_tab(tab: Browser) -> None:
    """Choosing an example opens it beside what the user wrote, with its variables."""
    wanted = explorer.examples()[0]
    _choose(tab, 0)
    tab.wait_until("document.querySelectorAll('.graphiql-tab').length === 2")
    tab.wait_until("document.querySelectorAll('.CodeMirror')[1].CodeMirror.getValue() !== ''")

    assert tab.evaluate("document.querySelectorAll('.CodeMirror')[0].CodeMirror.getValue()") == wanted["query"]
    assert tab.evaluate("document.querySelectorAll('.CodeMirror')[1].CodeMirror.getValue()") == wanted["variables"]


@needs_chromium
def test_our_chrome_speaks_both_languages(tab: Browser) -> None:
    """The switch changes title, token box and examples at once, and the document says which language it is in."""
    seen = {}
    for position, language in enumerate(("zh-CN", "en")):
        tab.evaluate(f"document.querySelectorAll('.hub-languages button')[{position}].click()")
        tab.wait_until(f"document.documentElement.lang === '{language}'")
        seen[language] = tab.evaluate("document.title + document.querySelector('.hub-bar').innerText")

    assert "公共信用数据枢纽" in seen["zh-CN"]
    assert "访问令牌" in seen["zh-CN"]
    assert "Public-credit hub" in seen["en"]
    assert not re.search(r"[\u4e00-\u9fff]", seen["en"].replace("中文", ""))
