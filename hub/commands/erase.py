"""`hub erase`: a person's record is erased, when two persons say so, and stays so."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Annotated

import typer

from hub.china import said
from hub.erasure import store
from hub.erasure.basis import WORDS, Basis, against
from hub.erasure.erase import erase as carry_out
from hub.erasure.erase import erased_at, rehearse
from hub.erasure.wiping import Account
from hub.keeping import held
from hub.settings import Settings

app = typer.Typer(help="Erasing persons. 删除个人信息。", no_args_is_help=True)

Subject = Annotated[str, typer.Argument(metavar="SUBJECT", help="Id of a natural person. 自然人的主体标识。")]
AsJson = Annotated[bool, typer.Option("--json", help="Machine-readable output. 输出 JSON。")]


@app.callback()
def erase() -> None:
    """Erasing persons. 删除个人信息。"""


@app.command()
def show(subject: Subject, as_json: AsJson = False) -> None:
    """Print what an erasure would wipe, and what stands against it; changes nothing. 试运行：显示将删除的内容。"""
    wanted = store.identified(subject)
    with held(Settings.from_environment()) as (database, vault), database.connect("owner") as connection:
        done = erased_at(connection, wanted)
        listed, opened = against(connection, wanted)
        account = Account() if done else rehearse(connection, vault, wanted)
    if as_json:
        told = {"erasedAt": done and done.isoformat(), "rows": account.rows, "unreadable": account.unreadable,
                "listings": listed, "cases": opened}  # fmt: skip
        typer.echo(json.dumps(told))
        return
    if done:
        typer.echo(f"erased at 已删除 {said(done)}")
    _print(account, "rows would be wiped 行将删除")
    typer.echo(f"{listed} listings in force or on their way 条在列或待公布, {opened} open cases 件未结案")


@app.command()
def propose(
    subject: Subject,
    basis: Annotated[Basis, typer.Option(help="Ground of 个人信息保护法 art. 47. 法定事由。")],
    by: Annotated[str, typer.Option(metavar="NAME", help="Who proposes. 提出人。")],
    order: Annotated[
        str | None,
        typer.Option(
            metavar="NUMBER", help="A court's order, where the record has to be kept otherwise. 法院文书案号。"
        ),
    ] = None,
) -> None:
    """Put an erasure up for approval; nothing changes yet. 提出删除，待批准后执行。"""
    wanted = store.identified(subject)
    with held(Settings.from_environment()) as (database, _), database.connect("owner") as connection:
        done = store.propose(connection, wanted, basis, by, order)
    typer.echo(_line(done))


@app.command()
def approve(
    subject: Subject,
    by: Annotated[str, typer.Option(metavar="NAME", help="Who approves; not who proposed. 批准人，须非提出人。")],
) -> None:
    """Erase; cannot be undone. Finishes what was interrupted. 批准并执行删除，不可撤销；中断后可重新执行。"""
    wanted = store.identified(subject)
    with held(Settings.from_environment()) as (database, vault):
        account = carry_out(database, vault, wanted, by)
        with database.connect("owner") as connection:
            done = store.known(connection, wanted)
    if account is not None:
        _print(account, "rows wiped 行已删除")
    typer.echo(_line(done))


@app.command()
def withdraw(subject: Subject) -> None:
    """Take back a proposal that nobody approved. 撤回尚未批准的删除申请。"""
    with held(Settings.from_environment()) as (database, _), database.connect("owner") as connection:
        typer.echo(f"withdrawn 已撤回 {store.withdraw(connection, store.identified(subject)).subject_id}")


@app.command(name="list")
def list_(as_json: AsJson = False) -> None:
    """Print all erasures, proposed and done. 列出全部删除记录。"""
    with held(Settings.from_environment()) as (database, _), database.connect("owner") as connection:
        found = store.stored(connection)
    if as_json:
        typer.echo(json.dumps([vars(one) for one in found], ensure_ascii=False, default=datetime.isoformat))
        return
    for one in found:
        typer.echo(_line(one))


def _print(account: Account, word: str) -> None:
    for table, rows in sorted(account.rows.items()):
        typer.echo(f"{table}: {rows} {word}")
    if account.unreadable:
        typer.echo(f"{account.unreadable} rows set aside open with no key and were judged by what they show."
                   f" {account.unreadable} 条隔离行无法打开，仅按显示内容判断。", err=True)  # fmt: skip


def _line(one: store.Erasure) -> str:
    english, chinese = WORDS[Basis(one.basis)]
    order = f", order 文书 {one.order_number}" if one.order_number else ""
    by = f"approved 批准 {one.approved_by} {said(one.approved_at)}" if one.approved_at else "waits for approval 待批准"
    unfinished = (
        "" if one.finished_at or not one.approved_at else "; not cleaned up, approve again 未清理完毕，请重新批准"
    )
    return (
        f"{one.subject_id}  {one.basis} {english} {chinese}{order}  proposed 提出 {one.proposed_by}, {by}{unfinished}"
    )
