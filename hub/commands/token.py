"""`hub token`: print a development token and nothing else; `revoke` and `revoked`: refuse tokens before they end."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from typing import Annotated

import typer

from hub.database import check_migrated, open_database
from hub.errors import RevocationInvalid
from hub.revoking import Order, in_force, named_by
from hub.revoking import revoke as write
from hub.settings import Settings
from hub.tokens import TokenRequest, sign, state_matter

app = typer.Typer(
    help="Sign a development token and print it; revoke tokens. 签发并打印一个开发用访问令牌；吊销令牌。",
    invoke_without_command=True,
)

_JSON = typer.Option("--json", help="Machine-readable output. 输出 JSON。")


@app.callback()
def token(
    context: typer.Context,
    role: Annotated[list[str] | None, typer.Option(help="Role code such as BK; repeatable. 角色代码，可重复。")] = None,
    area: Annotated[
        list[str] | None, typer.Option(help="Area code such as 330211; repeatable. 区划代码，可重复。")
    ] = None,
    court: Annotated[list[str] | None, typer.Option(help="Court code such as 浙0211; repeatable. 法院代字。")] = None,
    agency: Annotated[str, typer.Option(help="Agency that answers for the caller. 所属机构标识。")] = "development",
    purpose: Annotated[str | None, typer.Option(help="The one purpose of the token. 查询用途。")] = None,
    matter: Annotated[str | None, typer.Option(help="Matter or file number. 事项编号。")] = None,
    subject: Annotated[
        str | None, typer.Option(help="UUID of the subject, with role SE. 主体标识（角色 SE）。")
    ] = None,
    hours: Annotated[int, typer.Option(help="Hours that the token lives, 1 to 24. 有效小时数。")] = 12,
    scope: Annotated[str, typer.Option(help="Words parted by one blank. 权限范围，以空格分隔。")] = "read act",
    officer: Annotated[
        str, typer.Option(help="Who asks: limits are counted for each. 经办人标识，限额按人计。")
    ] = "hub-token",
) -> None:
    """Sign a development token and print it; revoke tokens. 签发并打印一个开发用访问令牌；吊销令牌。"""
    if context.invoked_subcommand is not None:
        return
    if not role:
        raise typer.BadParameter("give at least one role / 至少指定一个角色", param_hint="--role")
    request = TokenRequest(
        roles=tuple(role),
        areas=tuple(area or ()),
        courts=tuple(court or ()),
        agency=agency,
        purpose=purpose,
        matter=matter,
        subject=subject,
        hours=hours,
        scope=scope,
        officer=officer,
    )
    typer.echo(sign(Settings.from_environment(), request))


@app.command()
def matter(
    number: Annotated[str, typer.Argument(help="Matter or file number. 事项编号。")],
    token: Annotated[str, typer.Option(help="The token it goes with, or - for standard input. 令牌全文。")],
    seconds: Annotated[int, typer.Option(help="Seconds that it lives, 1 to 300. 有效秒数。")] = 300,
) -> None:
    """Print the header x-hub-matter for a development token. 打印与开发令牌一并发送的 x-hub-matter 标头。"""
    _, jti = named_by(sys.stdin.readline() if token == "-" else token)  # noqa: S105  a dash is no password
    typer.echo(state_matter(Settings.from_environment(), jti, number, seconds))


@app.command()
def revoke(
    jti: Annotated[str | None, typer.Option(help="`jti` of one token. 令牌编号（jti）。")] = None,
    token: Annotated[str | None, typer.Option(help="The token itself, or - for standard input. 令牌全文。")] = None,
    subject: Annotated[
        str | None, typer.Option(help="`sub` whose tokens end, with --issuer. 持有人（sub），须同时指定签发者。")
    ] = None,
    agency: Annotated[str | None, typer.Option(help="Agency whose tokens end. 机构标识，吊销其全部令牌。")] = None,
    issuer: Annotated[
        str | None, typer.Option(help="`iss`; for --jti and --agency, none = every issuer. 签发者（iss）。")
    ] = None,
    issued_before: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S"],
            help="End only tokens issued before; none = now. 仅吊销此刻之前签发的令牌，默认为现在。",
        ),
    ] = None,
    reason: Annotated[str | None, typer.Option(help="A note for the list. 事由，见于清单。")] = None,
) -> None:
    """Refuse tokens from now on, in every worker within 5 seconds. 吊销令牌，5 秒内对全部进程生效。"""
    order = _order(jti, token, subject, agency, issuer, issued_before, reason)
    with open_database(Settings.from_environment()) as database:
        check_migrated(database)
        with database.connect("owner") as connection:
            write(connection, order)
    typer.echo(f"revoked within 5 seconds 将在 5 秒内吊销: {order.kind} {order.value}")


@app.command()
def revoked(as_json: Annotated[bool, _JSON] = False) -> None:
    """List what is revoked and might still be alive. 列出生效中的吊销记录。"""
    with open_database(Settings.from_environment()) as database:
        check_migrated(database)
        with database.connect("owner") as connection:
            found = in_force(connection)
    if as_json:
        typer.echo(json.dumps([dict(one.fields()) for one in found], ensure_ascii=False))
        return
    for one in found:
        typer.echo("  ".join(value for _, value in one.fields() if value))


def _order(
    jti: str | None, token: str | None, subject: str | None, agency: str | None, issuer: str | None,
    before: datetime | None, reason: str | None,
) -> Order:  # fmt: skip
    if sum(value is not None for value in (jti, token, subject, agency)) != 1:
        raise RevocationInvalid(
            reason="give exactly one of --jti, --token, --subject and --agency",
            reason_zh="须且仅须指定 --jti、--token、--subject、--agency 之一",
        )
    instant = before.astimezone() if before is not None else None  # without a zone: the machine's own
    if token is not None:
        issuer, jti = named_by(sys.stdin.readline() if token == "-" else token)  # noqa: S105  a dash is no password
    if jti is not None:
        return Order("TOKEN", jti, issuer or "", instant, reason)
    if subject is None:
        return Order("AGENCY", agency or "", issuer or "", instant, reason)
    if not issuer:  # two issuers may call two people by one name
        raise RevocationInvalid(reason="--subject needs --issuer", reason_zh="--subject 须同时指定 --issuer")
    return Order("SUBJECT", subject, issuer, instant, reason)
