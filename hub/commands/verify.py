"""`hub verify provenance`: hold facts against the files that they came from."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from hub.commands.batches import checked
from hub.database import check_migrated, open_database
from hub.errors import InvalidArgument, ProvenanceBroken
from hub.settings import Settings
from hub.vault import Vault
from loaders.provenance import fact_tables, origin
from loaders.provenance import verify as hold_against
from loaders.store import store_of

app = typer.Typer(help="Proofs. 核验。", no_args_is_help=True)


@app.callback()
def verify() -> None:
    """Proofs. 核验。"""


@app.command()
def provenance(
    batch: Annotated[str | None, typer.Option(help="Of one batch; none = all. 批次；不填为全部。")] = None,
    fact: Annotated[str | None, typer.Option(metavar="TABLE/ID", help="Of one fact. 单条记录。")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Machine-readable output. 输出 JSON。")] = False,
) -> None:
    """Hold facts against the rows of the stored files, by their keyed hashes. 将入库数据与留存原始文件逐行核对。

    Ends with an error where a fact says what its row does not, or a file is missing.
    如有数据与原始行不符或原始文件缺失，则以错误结束。
    """
    settings = Settings.from_environment()
    with open_database(settings) as database:
        check_migrated(database)
        store = store_of(settings.data_dir, Vault.from_settings(settings))
        with database.connect("loader") as connection, connection.cursor() as cursor:
            if fact is not None:
                table, _, identifier = fact.partition("/")
                if table not in fact_tables():
                    raise InvalidArgument(argument="--fact", reason=f"the table is none of {', '.join(fact_tables())}",
                                          reason_zh="表名未知")  # fmt: skip
                typer.echo(json.dumps(asdict(origin(cursor, store, table, checked(identifier))), ensure_ascii=False))
                return
            proofs = []
            for proof in hold_against(cursor, store, batch and checked(batch)):
                proofs.append(proof)
                typer.echo(
                    json.dumps(proof.as_json(), ensure_ascii=False) if as_json
                    else f"{proof.batch} {proof.source} {proof.file}: {proof.proved} proved 相符, {proof.altered} "
                         f"altered 不符, {proof.outdated} read otherwise 映射已变, {proof.erased} "
                         f"of erased persons 已删除个人"
                         f"{', file missing 文件缺失' if proof.missing else ''}"
                )  # fmt: skip
    altered, missing = sum(proof.altered for proof in proofs), sum(proof.missing for proof in proofs)
    if altered or missing:
        raise ProvenanceBroken(altered=altered, missing=missing)
