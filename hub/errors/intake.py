"""Refusals on the ways in: uploads, and pulls from where others keep their data."""

from __future__ import annotations

from hub.errors.base import HubError


class DeliveryNotAllowed(HubError):
    """The agency is not on the list of those that may deliver to this source, or there is no such source."""

    code, status, exit_code = "DELIVERY_NOT_ALLOWED", 403, 5
    en = "Your agency may not deliver to this source."
    zh = "您的单位无权向该数据源报送数据。"


class UploadInvalid(HubError):
    """A header of an upload is missing, contradicts another one, or means nothing."""

    code, status, exit_code = "UPLOAD_INVALID", 400, 2
    en = "The upload cannot be taken: {reason}."
    zh = "无法接收上传：{reason_zh}。"


class UploadUnknown(HubError):
    """There is no such upload, or it is another agency's; which of the two is never told."""

    code, status, exit_code = "UPLOAD_UNKNOWN", 404, 2
    en = "Your agency has no upload with this id."
    zh = "您的单位没有该标识对应的上传。"


class UploadOffsetWrong(HubError):
    """What is sent does not begin where the hub's copy ends; ask with HEAD and go on from `Upload-Offset`."""

    code, status, exit_code = "UPLOAD_OFFSET_WRONG", 409, 3
    en = "The hub holds {offset} bytes of this file; go on from there."
    zh = "系统已接收该文件 {offset} 字节，请从该处续传。"


class UploadBusy(HubError):
    """Another request is sending the same file; it ends, or is cut when nothing comes any more."""

    code, status, exit_code = "UPLOAD_BUSY", 409, 3
    en = "Another request is sending this file; go on when it has ended."
    zh = "该文件正由另一请求上传，请待其结束后继续。"


class UploadsOpen(HubError):
    """The agency has begun as many uploads as it may leave unfinished."""

    code, status, exit_code = "UPLOADS_OPEN", 429, 3
    en = "Your agency has {limit} unfinished uploads; finish or cancel one first."
    zh = "您的单位已有 {limit} 个未完成的上传，请先完成或取消其中之一。"


class UploadAltered(HubError):
    """The bytes that arrived are not those whose SHA-256 was announced; nothing of them was loaded."""

    code, status, exit_code = "UPLOAD_ALTERED", 422, 3
    en = "The bytes received do not have the announced SHA-256; send the file again."
    zh = "收到的内容与声明的 SHA-256 不符，请重新上传。"


class PullInvalid(HubError):
    """A file that describes a pull cannot be used."""

    code, status, exit_code = "PULL_INVALID", 500, 2
    en = "The pull {pull} cannot be used: {reason}."
    zh = "拉取任务 {pull} 无法使用：{reason_zh}。"


class PullFailed(HubError):
    """Where the data is kept could not be reached, or answered what cannot be understood."""

    code, status, exit_code = "PULL_FAILED", 503, 3
    en = "The pull {pull} failed: {reason}."
    zh = "拉取任务 {pull} 失败：{reason_zh}。"


class NotLeading(HubError):
    """Another process runs the pulls, or has taken them over meanwhile; this one wrote nothing after that."""

    code, status, exit_code = "NOT_LEADING", 409, 3
    en = "Another process runs the pulls."
    zh = "拉取任务正由另一进程执行。"
