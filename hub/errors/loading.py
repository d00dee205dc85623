"""Refusals of deliveries."""

from __future__ import annotations

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
