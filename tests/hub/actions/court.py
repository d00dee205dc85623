"""A court that can be asked: the API as a transport of httpx, which can be slow, down, wrong or contradict itself."""

from __future__ import annotations

import asyncio
import datetime
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx

Row = dict[str, Any]
Answer = dict[str, Any]


def entry(name: str, document: str, number: int, **changes: str) -> Row:
    """A row about a debtor, as the court delivers it."""
    row = {
        "iname": name, "caseCode": f"（2024）浙0211执{number}号", "regDate": "2024年05月20日", "cardNum": document,
        "age": "", "sexy": "", "businessEntity": "", "courtName": "宁波市镇海区人民法院", "areaName": "浙江",
        "partyTypeName": "580" if len(document) == 18 and document[:2] != "91" else "581",
        "gistId": f"（2023）浙0211民初{number}号", "gistUnit": "宁波市镇海区人民法院",
        "publishDate": "2026年06月12日", "duty": "支付货款", "performance": "全部未履行",
        "disruptTypeName": "违反财产报告制度", "performedPart": "", "unperformPart": "", "qysler": "",
    }  # fmt: skip
    return row | changes


def delivered(path: Path, rows: list[Row]) -> Path:
    """The rows as a file of the court."""
    listed = [{"iname": row["iname"], "jsonObject": json.dumps(row, ensure_ascii=False)} for row in rows]
    path.write_text(json.dumps([{"totalSize": len(rows), "result": listed}], ensure_ascii=False), "utf-8")
    return path


class Court(httpx.AsyncBaseTransport):
    """What stands in its list, by credit code or ID number; and how it behaves."""

    def __init__(self) -> None:
        self.lists: dict[str, list[Row]] = {}
        self.requests: list[httpx.Request] = []
        #: the subjects of each question
        self.asked: list[list[dict[str, str]]] = []
        self.delay = 0.0
        self.down = False
        #: last change to an answer
        self.twist: Callable[[Answer], Any] = lambda answer: answer
        self.status = 200

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer, or not."""
        self.requests.append(request)
        said = json.loads(await request.aread())
        self.asked.append(said["subjects"])
        await asyncio.sleep(self.delay)
        if self.down:
            raise httpx.ConnectError("refused")
        rows = [self.lists.get(one.get("creditCode") or one["idNumber"], []) for one in said["subjects"]]
        answer = {"asOf": datetime.datetime.now(datetime.UTC).isoformat(), "answers": [{"rows": each} for each in rows]}
        twisted = self.twist(answer)
        body = twisted if isinstance(twisted, bytes) else json.dumps(twisted, ensure_ascii=False).encode()
        return httpx.Response(self.status, stream=httpx.ByteStream(body))
