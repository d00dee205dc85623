"""`hub token`: print a development token and nothing else."""

from __future__ import annotations

from typing import Annotated

import typer

from hub.settings import Settings
from hub.tokens import TokenRequest, sign


def token(
    role: Annotated[list[str], typer.Option(help="Role code such as BK; repeatable. 角色代码，可重复。")],
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
    """Sign a development token and print it. 签发并打印一个开发用访问令牌。"""
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
