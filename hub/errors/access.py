"""Refusals about who asks and what the policy opens."""

from __future__ import annotations

from hub.errors.base import HubError


class Unauthenticated(HubError):
    """No token, or one that is malformed, forged, expired or not meant for this hub; which of these is never told."""

    code, status, exit_code = "UNAUTHENTICATED", 401, 4
    en = "A valid bearer token is required."
    zh = "需要有效的访问令牌。"


class RevocationsUnknown(HubError):
    """The list of revoked tokens could not be read for a minute, so no token is trusted."""

    code, status, exit_code = "REVOCATIONS_UNKNOWN", 503, 15
    en = "The hub cannot tell which tokens were revoked; try again in a moment."
    zh = "系统暂时无法核实令牌是否已被吊销，请稍后重试。"


class PolicyUnknown(HubError):
    """The policy table in force could not be read for a minute, so nothing is decided."""

    code, status, exit_code = "POLICY_UNKNOWN", 503, 15
    en = "The hub cannot tell which policy is in force; try again in a moment."
    zh = "系统暂时无法核实现行权限策略，请稍后重试。"


class RevocationInvalid(HubError):
    """What should be revoked was not named, or named in a way that means nothing."""

    code, status, exit_code = "REVOCATION_INVALID", 400, 2
    en = "Nothing was revoked: {reason}."
    zh = "未吊销任何令牌：{reason_zh}。"


class KeySetUnusable(HubError):
    """The set of keys that tokens are checked with cannot be fetched, read or trusted."""

    code, status, exit_code = "KEY_SET_UNUSABLE", 500, 2
    en = "The key set {source} is not usable: {reason}."
    zh = "密钥集 {source} 无法使用：{reason_zh}。"


class KeyFileUnusable(HubError):
    """A file of secret keys is missing, damaged or within reach of others."""

    code, status, exit_code = "KEY_FILE_UNUSABLE", 500, 2
    en = "The key file {path} is not usable: {reason}."
    zh = "密钥文件 {path} 无法使用：{reason_zh}。"


class DevelopmentOnly(HubError):
    """Something made for development was asked of a hub in production."""

    code, status, exit_code = "DEVELOPMENT_ONLY", 500, 2
    en = "{what} exists for development only; HUB_ENVIRONMENT says production."
    zh = "{what_zh}仅供开发使用；HUB_ENVIRONMENT 当前为 production。"


class TokenRequestInvalid(HubError):
    """A development token was asked for with a role, area, court or other claim that does not exist."""

    code, status, exit_code = "TOKEN_REQUEST_INVALID", 400, 2
    en = "This token cannot be signed: {reason}."
    zh = "无法签发该令牌：{reason_zh}。"


class VaultForeign(HubError):
    """The key file is not the one that the numbers in this database were indexed with."""

    code, status, exit_code = "VAULT_FOREIGN", 500, 2
    en = "The vault's key file does not belong to this database; restore the one it was filled with (HUB_VAULT_KEYS)."
    zh = "密钥文件与该数据库不匹配；请恢复建库时使用的密钥文件（HUB_VAULT_KEYS）。"


class KeysInUse(HubError):
    """A former key cannot be removed: values are still sealed with it, or it was superseded less than an hour ago."""

    code, status, exit_code = "KEYS_IN_USE", 500, 2
    en = "Still needed, with the number of values: {keys}. Run `hub keys rotate`, and wait an hour after it."
    zh = "仍需保留的密钥及其密封的项数：{keys}。请先执行 hub keys rotate，并在其后等待一小时。"


class MergeRefused(HubError):
    """Two subjects cannot be joined, or are not joined; the sentence says why."""

    code, status, exit_code = "MERGE_REFUSED", 409, 1
    en = "The subjects stay as they are: {reason}."
    zh = "主体维持原状：{reason_zh}。"


class ErasureRefused(HubError):
    """A person cannot be erased now: the law has the record kept, or nobody of that kind is there."""

    code, status, exit_code = "ERASURE_REFUSED", 409, 25
    en = "Not erased: {reason}."
    zh = "未删除：{reason_zh}。"


class SealBroken(HubError):
    """A sealed value does not open: altered, of another kind, or sealed with a key that this hub does not hold."""

    code, status, exit_code = "SEAL_BROKEN", 500, 1
    en = "A sealed value could not be opened with the keys of this hub."
    zh = "密封值无法用本系统的密钥打开。"


class Forbidden(HubError):
    """The caller's roles do not open what was asked; `refused` names every coordinate and what would open it."""

    code, status, exit_code = "FORBIDDEN", 403, 5
    en = "Your role may not use: {coordinates}.{hint}"
    zh = "您的角色无权使用：{coordinates}。{hint_zh}"


class ScopeMissing(HubError):
    """The token lacks the scope for this kind of operation."""

    code, status, exit_code = "SCOPE_MISSING", 403, 5
    en = "The token lacks the scope {scope}."
    zh = "令牌缺少权限范围 {scope}。"


class TrustedDocumentsUnusable(HubError):
    """A manifest of trusted documents is unsigned, altered, another agency's, or holds a document that cannot run."""

    code, status, exit_code = "TRUSTED_DOCUMENTS_UNUSABLE", 500, 2
    en = "The trusted documents in {path} are not usable: {reason}."
    zh = "{path} 中的可信查询语句无法使用：{reason_zh}。"
