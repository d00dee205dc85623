"""Refusals of requests."""

from __future__ import annotations

from hub.errors.base import HubError


class MalformedRequest(HubError):
    """The body is not one JSON object with a `query`."""

    code, status, exit_code = "MALFORMED_REQUEST", 400, 1
    en = "The request is not a GraphQL request: {reason}."
    zh = "请求不是有效的 GraphQL 请求：{reason_zh}。"


class MethodNotAllowed(HubError):
    """A method that the address does not know; only POST takes operations, because URLs are logged."""

    code, status, exit_code = "METHOD_NOT_ALLOWED", 405, 1
    en = "Use {methods} here; operations are sent with POST to /graphql."
    zh = "此地址请使用 {methods} 方法；查询操作以 POST 方法提交至 /graphql。"


class AddressUnknown(HubError):
    """Nothing is served at this address."""

    code, status, exit_code = "ADDRESS_UNKNOWN", 404, 1
    en = "There is nothing at this address; operations are sent with POST to /graphql."
    zh = "此地址不存在；查询操作以 POST 方法提交至 /graphql。"


class UnsupportedMediaType(HubError):
    """The body is not announced as JSON in UTF-8, or is compressed."""

    code, status, exit_code = "UNSUPPORTED_MEDIA_TYPE", 415, 1
    en = "Send the request as application/json in UTF-8, uncompressed."
    zh = "请以 UTF-8 编码、未压缩的 application/json 提交请求。"


class RequestTooLarge(HubError):
    """The body is longer than any operation needs."""

    code, status, exit_code = "REQUEST_TOO_LARGE", 413, 1
    en = "The request is larger than {limit} bytes."
    zh = "请求超过 {limit} 字节。"


class RequestTooSlow(HubError):
    """The request did not arrive whole in time; the connection is closed."""

    code, status, exit_code = "REQUEST_TOO_SLOW", 408, 1
    en = "The request did not arrive within {seconds} seconds; send it again, all at once."
    zh = "请求未在 {seconds} 秒内完整到达，请一次性重新提交。"


class BudgetSpent(HubError):
    """The officer or the agency has used up what may be used in a minute or a day; `retry_after` in seconds."""

    code, status, exit_code = "BUDGET_SPENT", 429, 1
    en = "The budget of {what} is spent; try again in {retry_after} seconds."
    zh = "{what_zh}已达限额，请在 {retry_after} 秒后重试。"


class TooManyRequests(HubError):
    """This caller has as many requests in flight as one caller may."""

    code, status, exit_code = "TOO_MANY_REQUESTS", 429, 20
    en = "You have {limit} requests in flight already; send the next when one is answered."
    zh = "您已有 {limit} 个请求正在处理，请在其中之一完成后再提交。"


class InvalidDocument(HubError):
    """The document does not parse or does not fit the schema; `faults` lists every finding."""

    code, status, exit_code = "INVALID_DOCUMENT", 400, 1
    en = "The document does not fit the schema."
    zh = "查询语句不符合接口定义。"


class InvalidVariables(HubError):
    """A variable is missing or of the wrong kind; `faults` lists every finding."""

    code, status, exit_code = "INVALID_VARIABLES", 400, 1
    en = "The variables do not fit the operation."
    zh = "变量不符合查询要求。"


class InvalidArgument(HubError):
    """An argument has a value that cannot be answered."""

    code, status, exit_code = "INVALID_ARGUMENT", 400, 1
    en = "Argument {argument}: {reason}."
    zh = "参数 {argument}：{reason_zh}。"


class UnknownOperation(HubError):
    """`operationName` names no operation of the document, or is missing among several."""

    code, status, exit_code = "UNKNOWN_OPERATION", 400, 1
    en = "Name exactly one operation of the document with operationName."
    zh = "请用 operationName 指明文档中的一个操作。"


class LimitExceeded(HubError):
    """The document or the page is larger than the hub answers."""

    code, status, exit_code = "LIMIT_EXCEEDED", 400, 1
    en = "Too much at once: more than {limit} {what}."
    zh = "一次请求过多：{what_zh}超过 {limit}。"


class CostExceeded(HubError):
    """The operation is expected to bring more than the caller's roles may ask for at once; see `extensions.cost`."""

    code, status, exit_code = "COST_EXCEEDED", 400, 1
    en = "The operation is expected to cost {estimated}; your role may spend {limit}. Ask for smaller pages or less."
    zh = "预计成本为 {estimated}，您的角色上限为 {limit}；请减小每页行数或减少查询内容。"


class IntrospectionMixed(HubError):
    """Introspection and data were asked for in one operation."""

    code, status, exit_code = "INTROSPECTION_MIXED", 400, 1
    en = "Ask for the schema and for data in separate operations."
    zh = "请将模式内省与数据查询分为两次请求。"


class InvalidCursor(HubError):
    """A cursor was altered, is too old, or belongs to another query or caller."""

    code, status, exit_code = "INVALID_CURSOR", 400, 1
    en = "The cursor is not valid here; start from the first page."
    zh = "游标无效，请从第一页重新查询。"


class NotFound(HubError):
    """There is no such thing, or none that the caller may touch; which of the two is never told."""

    code, status, exit_code = "NOT_FOUND", 400, 1
    en = "There is nothing with this id for your agency."
    zh = "您的单位名下没有该标识对应的记录。"


class PersistedQueryNotFound(HubError):
    """An automatic persisted query that your agency has not sent to this process lately; send its text once more."""

    code, status, exit_code = "PERSISTED_QUERY_NOT_FOUND", 400, 1
    spoken = "PersistedQueryNotFound"
    en = "The hub does not remember this document; send its text with the hash."
    zh = "系统未保存该查询语句，请连同哈希值一并提交全文。"


class PersistedQueryMismatch(HubError):
    """The hash beside a document is not the SHA-256 of its text."""

    code, status, exit_code = "PERSISTED_QUERY_MISMATCH", 400, 1
    en = "The hash is not the SHA-256 of the document."
    zh = "哈希值与查询语句不符。"


class UnknownDocument(HubError):
    """`documentId` names no document of the caller's agency; other agencies' documents do not count."""

    code, status, exit_code = "UNKNOWN_DOCUMENT", 400, 1
    en = "Your agency has no document with this id."
    zh = "您的单位没有该标识对应的查询语句。"


class DocumentNotTrusted(HubError):
    """The caller's roles may run only the documents that were signed for their agency."""

    code, status, exit_code = "DOCUMENT_NOT_TRUSTED", 403, 5
    en = "Your role may run only the documents registered for your agency."
    zh = "您的角色只能使用已为本单位登记的查询语句。"
