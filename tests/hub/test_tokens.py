"""`hub token`: prints what a development hub accepts, explains what it cannot sign, and is silent in production."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from uuid import UUID

import pytest
from typer.testing import CliRunner

from hub.commands.token import app
from hub.errors import DevelopmentOnly, KeyFileUnusable, TokenRequestInvalid
from hub.identity import Authenticator, development_keys
from hub.settings import Settings
from hub.tokens import TokenRequest, sign
from schema.policy import policy

_SUBJECT = "7c9e6679-7425-40de-944b-e07fc1f90ae7"


@pytest.fixture
def here(tmp_path: Path) -> Settings:
    """Settings of a development hub with an empty data directory."""
    return Settings.from_environment({"HUB_DATA_DIR": str(tmp_path)})


async def test_printed_token_is_accepted_and_says_what_was_asked(here: Settings) -> None:
    """`hub token` prints one token and nothing else; the hub reads from it every option that was given."""
    options = "--role SE --role BK --area 330200 --area 330211Z01 --court 浙0211 --agency bank-1"
    options += " --purpose CREDIT_REVIEW"
    result = CliRunner().invoke(
        app,
        [*options.split(), "--matter", "M 1", "--subject", _SUBJECT, "--hours", "24"],
        env={"HUB_DATA_DIR": str(here.data_dir), "HUB_ENVIRONMENT": "development"},
    )
    authenticator = Authenticator.from_settings(here)
    await authenticator.open()

    caller = await authenticator.authenticate([b"Bearer " + result.stdout.removesuffix("\n").encode()])

    assert caller.roles == {"SE", "BK"}
    assert (caller.areas, caller.courts) == (("3302", "330211Z01"), ("浙0211",))
    assert (caller.agency, caller.purpose, caller.matter) == ("bank-1", "CREDIT_REVIEW", "M 1")
    assert caller.subject_id == UUID(_SUBJECT)
    assert caller.scopes == {"read", "act"}


@pytest.mark.parametrize("role", [role for role in policy().roles if role != "SE"])
async def test_every_role_of_the_policy_can_be_signed_for(role: str, here: Settings) -> None:
    """A role that stands in the policy table needs no second registration for tokens."""
    authenticator = Authenticator.from_settings(here)

    caller = await authenticator.authenticate([b"Bearer " + sign(here, TokenRequest((role,))).encode()])

    assert caller.roles == {role}


@pytest.mark.parametrize(
    ("request_", "english", "chinese"),
    [
        (TokenRequest(("XX",)), " ".join(policy().roles), "角色代码"),
        (TokenRequest(("bk",)), " ".join(policy().roles), "角色代码"),
        (TokenRequest(()), "roles are", "角色代码"),
        (TokenRequest(("BK", "BK")), "at most once", "不得重复"),
        (TokenRequest(("BK",), areas=("33021",)), "330211Z01", "区划代码"),
        (TokenRequest(("BK",), courts=("X0211",)), "浙0211", "法院代字"),
        (TokenRequest(("BK",), purpose="A,B"), "the purpose must", "用途"),
        (TokenRequest(("BK",), matter="x" * 65), "a matter number is", "事项编号"),
        (TokenRequest(("BK",), agency=""), "an agency is", "机构标识"),
        (TokenRequest(("SE",)), "role SE", "角色 SE"),
        (TokenRequest(("BK",), subject=_SUBJECT), "role SE", "角色 SE"),
        (TokenRequest(("SE",), subject="x"), "not a UUID", "UUID"),
        (TokenRequest(("BK",), hours=0), "1 to 24", "1 至 24"),
        (TokenRequest(("BK",), hours=25), "1 to 24", "1 至 24"),
        (TokenRequest(("BK",), scope="read  act"), "one blank", "空格"),
        (TokenRequest(("BK",), areas=tuple(f"33{n:04}" for n in range(1, 500) if n % 100)), "4 KB", "4 KB"),
    ],
)
def test_impossible_requests_are_explained(request_: TokenRequest, english: str, chinese: str, here: Settings) -> None:
    """What the hub would refuse without a reason is refused here with one, in both languages, naming what exists."""
    with pytest.raises(TokenRequestInvalid) as caught:
        sign(here, request_)

    assert english in caught.value.english
    assert chinese in caught.value.chinese


def test_production_signs_nothing_and_makes_no_key(tmp_path: Path) -> None:
    """In production `hub token` refuses in both languages and leaves the data directory as it is."""
    there = Settings.from_environment({"HUB_DATA_DIR": str(tmp_path), "HUB_ENVIRONMENT": "production"})

    with pytest.raises(DevelopmentOnly) as caught:
        sign(there, TokenRequest(("BK",)))

    assert "production" in caught.value.english
    assert "仅供开发" in caught.value.chinese
    assert list(tmp_path.iterdir()) == []


def test_key_is_made_once_and_for_its_owner_alone(here: Settings) -> None:
    """The key file is 0600 in a directory of 0700, and a second token is signed with the same key."""
    previous = os.umask(0)
    try:
        sign(here, TokenRequest(("BK",)))
    finally:
        os.umask(previous)
    path = development_keys(here)
    before = path.read_bytes()

    sign(here, TokenRequest(("CE",)))

    assert path.read_bytes() == before
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b'{"keys": []}', b'{"keys": [{"kid": "dev-1"}]}', b'{"keys": 1}']
)
async def test_damaged_key_file_is_named(content: bytes, here: Settings) -> None:
    """A key file that cannot be read stops `hub token` with its path; a hub that runs does not stumble over it."""
    path = development_keys(here)
    path.parent.mkdir(parents=True)
    path.write_bytes(content)

    with pytest.raises(KeyFileUnusable, match=str(path)):
        sign(here, TokenRequest(("BK",)))
    await Authenticator.from_settings(here).open()


async def test_two_first_tokens_at_once_end_with_one_key(here: Settings) -> None:
    """When two processes start on an empty data directory, the loser signs with the winner's key."""
    path = development_keys(here)
    path.parent.mkdir(parents=True)
    exists = Path.exists
    first = sign(here, TokenRequest(("BK",)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "exists", lambda self: False if self == path else exists(self))
        second = sign(here, TokenRequest(("BK",)))
    authenticator = Authenticator.from_settings(here)

    callers = [await authenticator.authenticate([b"Bearer " + text.encode()]) for text in (first, second)]

    assert len(callers) == 2
    assert len(json.loads(path.read_bytes())["keys"]) == 1
