"""GraphiQL at /graphiql, served from the files of the folder `graphiql` beside this module and from nowhere else.

The page is static and the same for everybody: it holds no data and no token. What it asks of the hub goes through
POST /graphql like any other request. `tools/graphiql` builds its files; `graphiql/examples` holds the example
operations, one ``.graphql`` file each (first line Chinese title, second line English title) with its variables in a
``.json`` file of the same name.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Final, TypedDict

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

HOME: Final = Path(__file__).with_name("graphiql")

#: by file ending; a file of any other kind in the folder is never served
_CONTENT_TYPES: Final = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}

#: the editor's style sheet carries three small images as data: URLs; everything else comes from this origin
_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
_ALWAYS: Final = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


class Title(TypedDict):
    """What an example shows, in both languages."""

    zh: str
    en: str


class Example(TypedDict):
    """One entry of the page's menu; `query` and `variables` (JSON text) go into the editors as they are."""

    name: str
    title: Title
    query: str
    variables: str


def examples(folder: Path = HOME / "examples") -> list[Example]:
    """Return the example operations of a folder in the order of their file names.

    Raises ValueError for a file without its two title lines or with variables that are not a JSON object: a fault of
    the installation, found when the server starts.
    """
    return [_example(path) for path in sorted(folder.glob("*.graphql"))]


def _example(path: Path) -> Example:
    query = path.read_text(encoding="utf-8")
    zh, en, *_ = [*query.splitlines(), "", ""]
    if not (zh.startswith("# ") and en.startswith("# ")):
        raise ValueError(f"{path.name} must begin with a Chinese and an English title line")
    variables = path.with_suffix(".json").read_text(encoding="utf-8")
    if type(json.loads(variables)) is not dict:
        raise ValueError(f"the variables beside {path.name} must be a JSON object")
    return Example(name=path.stem, title=Title(zh=zh[2:], en=en[2:]), query=query, variables=variables)


def routes() -> list[BaseRoute]:
    """Return the routes of the page; every file is read once, now, so that a request can reach nothing else."""
    page = _file((HOME / "index.html").read_bytes(), "text/html; charset=utf-8", "no-store")
    menu = json.dumps(examples(), ensure_ascii=False).encode()
    assets = {path.name: _asset(path) for path in (HOME / "assets").iterdir() if path.suffix in _CONTENT_TYPES}
    assets["examples.json"] = _file(menu, "application/json", "no-cache")

    async def show_page(_request: Request) -> Response:
        return page

    async def show_asset(request: Request) -> Response:
        asset = assets.get(request.path_params["asset"])
        if asset is None:
            raise HTTPException(404)
        return _unless_known(asset, request)

    return [Route("/graphiql", show_page), Route("/graphiql/{asset}", show_asset)]


def _asset(path: Path) -> Response:
    # a hash in the name changes with the content, so such a file may be kept for ever
    hashed = "-" in path.stem
    age = "public, max-age=31536000, immutable" if hashed else "public, max-age=86400"
    return _file(path.read_bytes(), _CONTENT_TYPES[path.suffix], age)


def _file(content: bytes, content_type: str, cache: str) -> Response:
    headers = {**_ALWAYS, "content-type": content_type, "cache-control": cache}
    if cache != "no-store":
        headers["etag"] = f'"{sha256(content).hexdigest()[:32]}"'
    return Response(content, headers=headers)


def _unless_known(asset: Response, request: Request) -> Response:
    if asset.headers["etag"] not in request.headers.get("if-none-match", ""):
        return asset
    return Response(status_code=304, headers={name: asset.headers[name] for name in ("etag", "cache-control")})
