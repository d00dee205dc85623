"""`hub documents`: sign, check and list the operations that agencies' programs may run."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from time import time
from typing import Annotated

import typer

from hub.errors import FolderNotWritable, InvalidArgument, KeyFileUnusable, SettingInvalid
from hub.private_file import read_private
from hub.settings import Settings
from hub.tokens import development_key, refuse_production
from hub.trusted import store
from hub.trusted.jws import SigningKey, read_signing_key
from hub.trusted.manifest import AGENCY, Manifest, Operation, read_manifest, signed, written

app = typer.Typer(help="Trusted documents of agencies. 机构可信查询语句。", no_args_is_help=True)


@app.callback()
def documents() -> None:
    """Trusted documents of agencies. 机构可信查询语句。"""


@app.command()
def sign(
    manifest: Annotated[
        list[Path], typer.Argument(help="Persisted-query manifests (Apollo's JSON); several become one. 清单文件。")
    ],
    agency: Annotated[str, typer.Option(help="Agency whose programs may run them. 机构标识。")],
    key: Annotated[
        Path | None, typer.Option(help="Private JWK, Ed25519 or P-256; none = development key. 签名私钥文件。")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Folder to write <agency>.jws into; none = print it. 输出目录。")
    ] = None,
) -> None:
    """Check manifests and sign them for one agency. 校验并为某机构签署清单。"""
    from hub.query.documents import check as fits

    settings = Settings.from_environment()
    if not AGENCY.fullmatch(agency):
        raise InvalidArgument(argument="--agency", reason="1 to 64 letters, digits, dots, dashes and underscores",
                              reason_zh="应为 1 至 64 个字母、数字、点、横线或下划线")  # fmt: skip
    operations: list[Operation] = []
    for path in manifest:
        operations += _plain(path)
        store.check_all(path, operations, fits)
    text = signed(written(operations), agency, _signing_key(settings, key), int(time()))
    if out is None:
        typer.echo(text.decode())
        return
    _write(out / f"{agency}.jws", text)
    typer.echo(f"{out / agency}.jws: {len({operation.id for operation in operations})} documents 条查询语句")


@app.command()
def check(
    file: Annotated[Path, typer.Argument(help="<agency>.jws, or a manifest that is not signed yet. 清单文件。")],
) -> None:
    """Check a manifest as the hub would when it starts. 按启动时的规则校验清单。"""
    from hub.query.documents import check as fits

    if file.suffix == ".jws":
        found = store.read_file(file, store.trusted_keys(Settings.from_environment()), fits)
        typer.echo(f"{_line(found)}")
        _print(found.operations)
        return
    operations = _plain(file)
    store.check_all(file, operations, fits)
    typer.echo(f"{file}: {len(operations)} documents, not signed 条查询语句，未签名")
    _print(operations)


@app.command(name="list")
def list_(
    as_json: Annotated[bool, typer.Option("--json", help="Machine-readable output. 输出 JSON。")] = False,
) -> None:
    """List the documents that a hub with these settings would trust. 列出可信查询语句。"""
    from hub.query.documents import check as fits

    trusted = store.load(Settings.from_environment(), fits)
    if trusted is None:
        raise SettingInvalid(name="HUB_TRUSTED_DOCUMENTS", reason="it is not set", reason_zh="未设置")
    if as_json:
        typer.echo(json.dumps([_as_json(found) for found in trusted.manifests], ensure_ascii=False))
        return
    for found in trusted.manifests:
        typer.echo(_line(found))
        _print(found.operations)


def _plain(path: Path) -> tuple[Operation, ...]:
    try:
        return read_manifest(store.content(path))
    except ValueError as error:
        raise store.unusable(path, str(error), "清单格式或内容不符合要求") from None


def _signing_key(settings: Settings, path: Path | None) -> SigningKey:
    """The given key, or the development key, which production neither makes nor accepts."""
    if path is None:
        refuse_production(settings, "The development key", "开发密钥")
        return SigningKey(*development_key(settings))
    try:
        return read_signing_key(read_private(path, strict=settings.production))
    except FileNotFoundError:
        raise KeyFileUnusable(path=path, reason="it does not exist", reason_zh="文件不存在") from None
    except ValueError as error:
        raise KeyFileUnusable(path=path, reason=str(error), reason_zh="不是 Ed25519 或 P-256 私钥 JWK") from None


def _write(path: Path, text: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
    except OSError as fault:
        raise FolderNotWritable(folder=path.parent) from fault


def _line(manifest: Manifest) -> str:
    day = datetime.fromtimestamp(manifest.issued, UTC).isoformat(timespec="minutes")
    return f"{manifest.agency}: {len(manifest.operations)} documents, signed 签署 {day} {manifest.kid}"


def _print(operations: tuple[Operation, ...]) -> None:
    for operation in operations:
        typer.echo(f"  sha256:{operation.id}  {operation.type} {operation.name}")


def _as_json(manifest: Manifest) -> dict[str, object]:
    operations = [{"id": one.id, "name": one.name, "type": one.type} for one in manifest.operations]
    return {"agency": manifest.agency, "kid": manifest.kid, "iat": manifest.issued, "operations": operations}
