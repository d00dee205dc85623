"""The folder of signed manifests, read once at start: what runs is what was checked then.

A changed manifest is taken up by a restart. Looking at run time would mean to parse and validate hundreds of documents
beside requests that wait, and to decide alone what to do with a file that has gone bad.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from hub.errors import HubError, SettingInvalid, TrustedDocumentsUnusable
from hub.identity import development_keys, made_elsewhere, read_development_keys
from hub.key_set import VerificationKey, read_key_set
from hub.settings import Settings
from hub.trusted.jws import ALGORITHMS
from hub.trusted.manifest import Manifest, Operation, read_signed

#: bytes of one signed manifest
LARGEST = 16 * 1024 * 1024
_log = logging.getLogger(__name__)

#: raises HubError for a document that the hub would not run
Check = Callable[[Operation], None]


class Trusted:
    """The trusted documents of every agency."""

    def __init__(self, manifests: Iterable[Manifest]) -> None:
        self.manifests = tuple(manifests)
        self._texts = {
            manifest.agency: {bytes.fromhex(operation.id): operation.body for operation in manifest.operations}
            for manifest in self.manifests
        }

    def text(self, agency: str, digest: bytes) -> str | None:
        """The agency's document of this SHA-256, or None whosever it may otherwise be."""
        return self._texts.get(agency, {}).get(digest)


def load(settings: Settings, check: Check) -> Trusted | None:
    """The documents of the folder of the settings, every one checked; None when no folder is set.

    Raises TrustedDocumentsUnusable or SettingInvalid.
    """
    folder = settings.trusted_documents
    if folder is None:
        return None
    keys = trusted_keys(settings)
    if not folder.is_dir():
        raise unusable(folder, "there is no such folder", "没有该目录")
    trusted = Trusted(read_file(path, keys, check) for path in sorted(folder.glob("*.jws")))
    count = sum(len(manifest.operations) for manifest in trusted.manifests)
    _log.info("%d trusted documents of %d agencies", count, len(trusted.manifests))
    return trusted


def read_file(path: Path, keys: Mapping[str, VerificationKey], check: Check) -> Manifest:
    """The manifest in `<agency>.jws`, every document checked. Raises TrustedDocumentsUnusable."""
    try:
        manifest = read_signed(content(path), keys)
    except ValueError as error:
        raise unusable(path, str(error), "签名、格式或内容不符合要求") from None
    if path.name != f"{manifest.agency}.jws":
        raise unusable(path, f"it was signed for agency {manifest.agency}", f"签名对应的机构为 {manifest.agency}")
    check_all(path, manifest.operations, check)
    return manifest


def content(path: Path) -> bytes:
    """The bytes of a file of manifests or keys. Raises TrustedDocumentsUnusable."""
    try:
        with path.open("rb") as file:
            text = file.read(LARGEST + 1)
    except OSError as error:
        raise unusable(path, f"it cannot be read ({error.strerror})", f"无法读取（{error.strerror}）") from None
    if len(text) > LARGEST:
        raise unusable(path, "it is larger than 16 MB", "超过 16 MB")
    return text


def check_all(path: Path, operations: Iterable[Operation], check: Check) -> None:
    """Refuse the file for the first of its documents that the hub would not run. Raises TrustedDocumentsUnusable."""
    for operation in operations:
        try:
            check(operation)
        except HubError as error:
            fault = (error.data.get("faults") or [{}])[0]
            said, said_zh = fault.get("message") or error.english, fault.get("message_zh") or error.chinese
            name = f"{operation.name} ({operation.id[:12]})"
            raise unusable(path, f"document {name}: {said}", f"查询语句 {name}：{said_zh}") from None


def trusted_keys(settings: Settings) -> dict[str, VerificationKey]:
    """The keys that may sign manifests: the set of the settings, or in development that of the data directory.

    Raises TrustedDocumentsUnusable or SettingInvalid.
    """
    path = settings.trusted_keys
    if path is None and settings.production:
        raise SettingInvalid(
            name="HUB_TRUSTED_KEYS", reason="production needs the key set that signs trusted documents",
            reason_zh="生产环境必须配置签署可信查询语句的公钥集",
        )  # fmt: skip
    place = path or development_keys(settings)
    try:
        if path is None:
            keys = read_key_set(read_development_keys(place, strict=False))
        else:
            accept = made_elsewhere(settings)
            keys = {kid: key for kid, key in read_key_set(content(path)).items() if accept(key)}
    except OSError as error:
        raise unusable(place, f"it cannot be read ({error.strerror})", f"无法读取（{error.strerror}）") from None
    except ValueError as error:
        raise unusable(place, str(error), "内容不是有效的公钥集") from None
    return {kid: key for kid, key in keys.items() if key.algorithm in ALGORITHMS}


def unusable(path: Path, reason: str, reason_zh: str) -> TrustedDocumentsUnusable:
    """The refusal that names the file."""
    return TrustedDocumentsUnusable(path=path, reason=reason, reason_zh=reason_zh)
