"""Refusals of deliveries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from hub.errors.base import HubError


class SourceUnknown(HubError):
    """No folder under loaders/sources has this name."""

    code, status, exit_code = "SOURCE_UNKNOWN", 404, 2
    en = "There is no source called {source}; `hub sources list` names them."
    zh = "没有名为 {source} 的数据源；可用 hub sources list 查看。"


class SourceAddressRefused(HubError):
    """The address of a source is not configured, or leads into a network of the hub's own."""

    code, status, exit_code = "SOURCE_ADDRESS_REFUSED", 422, 3
    en = "The hub does not connect to {host}: {reason}."
    zh = "系统不会连接 {host}：{reason_zh}。"


class SourceInvalid(HubError):
    """The folder of a source is not whole: its mapping, its words or its sample."""

    code, status, exit_code = "SOURCE_INVALID", 422, 3
    en = "{count} of the sources are not whole; what is wrong stands above."
    zh = "有 {count} 个数据源不完整，问题见上文。"


class FolderTaken(HubError):
    """The folder to fill holds files that `hub generate` did not make, or is a file."""

    code, status, exit_code = "FOLDER_TAKEN", 409, 2
    en = "{folder} holds other files; give a new or empty folder."
    zh = "目录 {folder} 中已有其他文件；请指定新的或空的目录。"


class FolderNotWritable(HubError):
    """The folder to fill cannot be made or written: rights, a full disk."""

    code, status, exit_code = "FOLDER_NOT_WRITABLE", 500, 3
    en = "{folder} cannot be written; check its rights and the free space."
    zh = "无法写入目录 {folder}；请检查权限与磁盘空间。"


class FileMissing(HubError):
    """The file to load does not exist or is not a file."""

    code, status, exit_code = "FILE_MISSING", 404, 3
    en = "There is no file {file}."
    zh = "文件 {file} 不存在。"


class FileTooLarge(HubError):
    """The file, or what it unpacks to, is over the cap."""

    code, status, exit_code = "FILE_TOO_LARGE", 413, 3
    en = "{file} is larger than allowed ({limit} bytes, unpacked)."
    zh = "文件 {file} 超出允许的大小（解压后 {limit} 字节）。"


class FileEncoding(HubError):
    """The bytes are neither strict UTF-8 nor strict GB18030."""

    code, status, exit_code = "FILE_ENCODING", 422, 3
    en = "{file} is neither UTF-8 nor GB18030; nothing was loaded."
    zh = "文件 {file} 既不是 UTF-8 也不是 GB18030 编码，未加载任何数据。"


class FileFormat(HubError):
    """The file does not have the layout of its source."""

    code, status, exit_code = "FILE_FORMAT", 422, 3
    en = "{file} cannot be read: {reason}; nothing was loaded."
    zh = "文件 {file} 无法读取：{reason_zh}；未加载任何数据。"


class ColumnUnknown(HubError):
    """The file has columns that the source neither maps nor ignores."""

    code, status, exit_code = "COLUMN_UNKNOWN", 422, 3
    en = "{file} has columns that source {source} does not know: {columns}; nothing was loaded."
    zh = "文件 {file} 含有数据源 {source} 未登记的列：{columns}；未加载任何数据。"


class ColumnMissing(HubError):
    """A mandatory column of the source is absent."""

    code, status, exit_code = "COLUMN_MISSING", 422, 3
    en = "{file} lacks columns that source {source} must have: {columns}; nothing was loaded."
    zh = "文件 {file} 缺少数据源 {source} 必需的列：{columns}；未加载任何数据。"


class BatchRefused(HubError):
    """A file is far from what its source normally delivers: too few rows, too many bad ones, a column run dry."""

    code, status, exit_code = "BATCH_REFUSED", 422, 3
    en = "{file} was not merged: {reason}."
    zh = "文件 {file} 未合并：{reason_zh}。"


class BatchParked(HubError):
    """A whole list would make too many entries vanish, or was cut short: nothing is merged until it is released."""

    code, status, exit_code = "BATCH_PARKED", 409, 3
    en = (
        "{file} is parked and not merged: {reason}; a second person releases it with `hub batches release {batch} --by "
        "NAME` or rejects it."
    )
    zh = (
        "文件 {file} 已暂存待复核，未合并：{reason_zh}；"
        "由另一人执行 hub batches release {batch} --by 姓名 放行，或予以拒收。"
    )

    def __init__(self, losses: Sequence[Mapping[str, Any]], **values: Any) -> None:
        super().__init__(**values)
        #: what would vanish: court, list, entries before, entries missing
        self.losses = losses


class BatchNotParked(HubError):
    """The batch to release or to reject is unknown, or does not wait for a decision."""

    code, status, exit_code = "BATCH_NOT_PARKED", 404, 2
    en = "No batch {batch} waits for a decision; `hub batches list --status PARKED` names them."
    zh = "没有等待复核的批次 {batch}；可用 hub batches list --status PARKED 查看。"


class SamePerson(HubError):
    """Who delivered a batch may not release it."""

    code, status, exit_code = "SAME_PERSON", 409, 2
    en = "{person} delivered this batch; another person must release it."
    zh = "该批次由 {person} 报送，须由另一人放行。"


class StoredFileMissing(HubError):
    """A delivered file is not in the store of this machine, or its bytes are not those that were delivered."""

    code, status, exit_code = "STORED_FILE_MISSING", 404, 3
    en = "The file with SHA-256 {sha256} is not in the store {folder}, or was altered there; give the file again."
    zh = "文件库 {folder} 中没有 SHA-256 为 {sha256} 的文件，或文件已被改动；请重新提供该文件。"


class QuarantineRowUnknown(HubError):
    """No such row was set aside."""

    code, status, exit_code = "QUARANTINE_ROW_UNKNOWN", 404, 2
    en = "Row {row} of batch {batch} was not set aside."
    zh = "批次 {batch} 的第 {row} 行不在隔离区。"


class ProvenanceBroken(HubError):
    """Facts say what the rows they name do not, or delivered files are missing."""

    code, status, exit_code = "PROVENANCE_BROKEN", 500, 4
    en = "{altered} facts differ from the rows that they name, and {missing} files are not in the store."
    zh = "有 {altered} 条数据与其来源行不符，{missing} 个原始文件不在文件库中。"


class DigestUnusable(HubError):
    """A digest, or a list of wanted rows, that was altered or belongs to another source, key or version."""

    code, status, exit_code = "DIGEST_UNUSABLE", 422, 3
    en = "{file} cannot be compared: {reason}."
    zh = "文件 {file} 无法用于对账：{reason_zh}。"


class DigestTooSmall(HubError):
    """Two lists differ in more rows than a digest of this size can tell apart."""

    code, status, exit_code = "DIGEST_TOO_SMALL", 409, 3
    en = (
        "{file} and the hub differ in more rows than it can tell apart; make it with --cells {cells}, or load the list."
    )
    zh = "{file} 与系统的差异超出摘要可分辨的数量；请以 --cells {cells} 重新生成，或重新加载全量名单。"
