"""The example operations of GraphiQL: each fits the printed schema and is answered on a generated province."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from graphql import build_schema, parse, validate

from hub.china import today
from hub.server.explorer import Example, examples
from tests.conftest import copied
from tests.hub.server.running import Hub, running
from tests.province import Province

SCHEMA = Path(__file__).parents[1] / "schema" / "schema.graphql"
EXAMPLES = {example["name"]: example for example in examples()}
_TOKEN = re.compile(r"^# 令牌 token: hub token (.+)$", re.MULTILINE)


@pytest.fixture(scope="module")
def hub(server: str, province_build: Province) -> Iterator[Hub]:
    """A hub over a copy of the province, since two of the examples write."""
    with (
        contextmanager(copied)(server, province_build.names[1]) as database,
        running(database, province_build.settings) as found,
    ):
        yield found


def token(hub: Hub, example: Example, subject: str = "") -> str:
    """The token that the example's third line tells the reader to make, of this subject."""
    stated = _TOKEN.search(example["query"])
    assert stated, f"{example['name']} does not say for which role it is"
    words = shlex.split(stated[1].replace("<subjectId>", subject))
    options = {name.removeprefix("--"): value for name, value in zip(words[::2], words[1::2], strict=True)}
    return hub.token(options.pop("role"), **options)


def run(hub: Hub, example: Example, variables: dict[str, Any], subject: str = "") -> dict[str, Any]:
    """`data` of the answer, which has no errors and nothing of it is null or an empty list at its root."""
    answer = hub.ask(example["query"], token(hub, example, subject), variables)

    assert "errors" not in answer, answer["errors"]
    for name, value in answer["data"].items():
        assert value, name
        assert not isinstance(value, dict) or value.get("nodes") != [], name
    data: dict[str, Any] = answer["data"]
    return data


@pytest.mark.parametrize("name", EXAMPLES)
def test_example_fits_the_printed_schema(name: str) -> None:
    """A newcomer's first operation never meets a validation error."""
    schema = build_schema(SCHEMA.read_text("utf-8"))

    assert validate(schema, parse(EXAMPLES[name]["query"])) == []


#: examples that need what another one has left
FOLLOWING = {"08-report-feedback", "15-access-log", "16-who-asked-about-me"}


@pytest.mark.parametrize("name", sorted(EXAMPLES.keys() - FOLLOWING))
def test_example_is_answered_for_its_role(hub: Hub, name: str) -> None:
    """With the token that it names and the variables beside it, on data that anybody can generate."""
    run(hub, EXAMPLES[name], json.loads(EXAMPLES[name]["variables"]))


def test_feedback_follows_the_screening(hub: Hub) -> None:
    """`screen` finds the firm, the body and the person; `reportFeedback` takes a hit, a measure of it, and today."""
    screening, report = EXAMPLES["07-screen"], EXAMPLES["08-report-feedback"]
    items = run(hub, screening, json.loads(screening["variables"]))["screen"]["screening"]["items"]["nodes"]
    assert {item["outcome"] for item in items} == {"HIT"}

    variables = json.loads(report["variables"])
    hits = [hit for item in items for hit in item["hits"]["nodes"]]
    wanted = variables["input"]["measureCode"]
    hit = next(hit for hit in hits if wanted in hit["instruction"]["measureCodes"])
    variables["input"] |= {"hitId": hit["id"], "actedOn": str(today())}

    assert run(hub, report, variables)["reportFeedback"]["feedback"]["measureCode"] == wanted


def test_log_tells_of_the_question_about_a_person(hub: Hub) -> None:
    """The look-up of a person is an entry that the auditor reads, and the person whom it names is told of it."""
    found: dict[str, Any] = {}
    for name in ("02-person-by-id-number", "15-access-log", "16-who-asked-about-me"):
        subject = found["15-access-log"]["subjects"]["nodes"][0]["subjectId"] if "15-access-log" in found else ""
        data = run(hub, EXAMPLES[name], json.loads(EXAMPLES[name]["variables"]), subject)
        (answer,) = data.values()
        found[name] = answer["nodes"][-1] if "nodes" in answer else answer

    entry, told = found["15-access-log"], found["16-who-asked-about-me"]
    assert (told["agencyCode"], told["at"]) == (entry["agencyCode"], entry["at"])
