"""Faults: what graphql-core says of a document or a variable, as a caller may be told it, in English and in Chinese.

Values are taken out, since a value may be a person's number or name; names of fields, types and variables stay.
"""

from __future__ import annotations

import re
from typing import Any

from graphql import GraphQLError

#: a run of digits long enough to be part of an identity number never leaves in an error text
_DIGITS = re.compile(r"\d{6,}[\dXx]*")
#: where graphql-core repeats what was sent
_FOUND = re.compile(r"[,;] found: .*", re.DOTALL)
_REPRESENTED = re.compile(r"(cannot represent [^:]*): .*", re.DOTALL)
_TOKEN = re.compile(r"(Syntax Error: .*?(?:found|Unexpected) (?:String|BlockString|Int|Float)) .*", re.DOTALL)
_MEMBER = re.compile(r"Value '.*' does not exist in '(\w+)' enum", re.DOTALL)
_VARIABLE = re.compile(r"Variable '(\$\w+)' has invalid value(?: at (\S+))?: (.*)", re.DOTALL)

#: sentence of graphql-core → the same in Chinese; `{0}` … are its names
_SENTENCES: tuple[tuple[str, str], ...] = (
    (r"Cannot query field '(.+)' on type '(.+)'", "类型 {1} 没有字段 {0}"),
    (r"Unknown argument '(.+)' on (?:field|directive) '(.+)'", "{1} 没有参数 {0}"),
    (r"Unknown type '(.+)'", "没有类型 {0}"),
    (r"Unknown fragment '(.+)'", "没有片段 {0}"),
    (r"Unknown directive '(.+)'", "没有指令 {0}"),
    (r"Syntax Error: Expected (.+), found (.+)\.", "语法错误：此处应为 {0}，实际为 {1}"),
    (r"Syntax Error", "语法错误"),
    (r"Variable '(.+?)' is not defined", "变量 {0} 未声明"),
    (r"Variable '(.+?)' is never used", "变量 {0} 未使用"),
    (r"Variable '(.+)' of type '(.+)' used in position expecting type '(.+)'", "变量 {0} 的类型为 {1}，此处应为 {2}"),
    (r"Variable '(.+)' cannot be non-input type '(.+)'", "变量 {0} 的类型 {1} 不是输入类型"),
    (r"Fragment '(.+)' is never used", "片段 {0} 未使用"),
    (r"Fragment cannot be spread here as objects of type '(.+)' can never be of type '(.+)'", "类型 {0} 不可能是 {1}"),
    (r"Field '(.+)' must not have a selection since type '(.+)' has no subfields", "字段 {0} 的类型 {1} 没有下级字段"),
    (r"Field '(.+)' of type '(.+)' must have a selection", "字段 {0} 的类型为 {1}，须选择下级字段"),
    (r"Argument '(.+)' of type '(.+)' is required", "缺少参数 {0}（类型 {1}）"),
    (r"Expected value of type '(.+)' to include required field '(.+?)'", "类型 {0} 缺少必填字段 {1}"),
    (r"Expected value of type '(.+)' not to include unknown field '(.+?)'", "类型 {0} 没有字段 {1}"),
    (r"Within OneOf Input Object type '(.+)', exactly one field must be specified", "类型 {0} 须且仅须给出一个字段"),
    (
        r"Variable '(.+?)' .*must be non-nullable to be used for OneOf Input Object '(.+)'",
        "变量 {0} 用于 {1}，须为非空",
    ),
    (r"Expected value of type '(.+)' to be an object", "此处应为 {0} 类型的对象"),
    (r"Expected a? ?value of non-null type '(.+)' (?:to be provided|not to be None)", "缺少 {0} 类型的值"),
    (r"Expected value of type '(.+)', but encountered error '.*/ (.+)'", "类型 {0}：{1}"),
    (r"The value does not exist in '(.+)' enum", "枚举 {0} 没有该值"),
    (r"Enum '(.+)' cannot represent", "此处应为枚举 {0} 的值"),
    (r"(\w+) cannot represent", "此处应为 {0} 类型的值"),
    (r"There can be only one (\w+) named '(.+)'", "{1} 重复"),
    (r"Fields '(.+?)' conflict", "响应名 {0} 指向不同的字段，请使用不同的别名"),
    (r"The (\w+) operation is not supported", "不支持 {0} 操作"),
    (r"Maximum introspection depth exceeded", "内省查询嵌套过深"),
)
_PATTERNS = tuple((re.compile(english), chinese) for english, chinese in _SENTENCES)


def describe(error: GraphQLError) -> dict[str, Any]:
    """`message`, `message_zh` (empty where no sentence is at hand) and, in a document, `locations`."""
    message = _without_values(error.message)
    fault: dict[str, Any] = {"message": message, "message_zh": chinese(message)}
    if error.locations:
        fault["locations"] = [{"line": place.line, "column": place.column} for place in error.locations]
    return fault


def chinese(message: str) -> str:
    """The sentence for one of graphql-core's, or nothing."""
    variable = _VARIABLE.fullmatch(message)
    if variable:
        name, place, rest = variable.groups()
        return f"变量 {name}{f'（{place}）' if place else ' '}的值无效：{chinese(rest) or '类型不符。'}"
    for pattern, sentence in _PATTERNS:
        found = pattern.match(message)
        if found:
            return f"{sentence.format(*found.groups())}。"
    return ""


def _without_values(message: str) -> str:
    if "int_max_str_digits" in message:
        return "A number is too long."
    shown = _MEMBER.sub(r"The value does not exist in '\1' enum", message)
    for pattern, rest in ((_FOUND, "."), (_REPRESENTED, r"\1."), (_TOKEN, r"\1.")):
        shown = pattern.sub(rest, shown)
    return _DIGITS.sub("…", shown)
