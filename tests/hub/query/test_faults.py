"""What graphql-core finds is told in both languages, with names and without values."""

from __future__ import annotations

import json
from typing import Any

import pytest

from hub.errors import HubError
from hub.query.answer import refused
from hub.query.operation import prepare

#: document → what is wrong with it, in Chinese
DOCUMENTS = {
    "{subjekt}": "类型 Query 没有字段 subjekt。",
    "{areas(limit:1){totalCount}}": "Query.areas 没有参数 limit。",
    "query($x:Nope){areas(first:$x){totalCount}}": "没有类型 Nope。",
    "{areas(": "语法错误：此处应为 Name，实际为 <EOF>。",
    "{areas}": "字段 areas 的类型为 AreaConnection!，须选择下级字段。",
    "{areas{nodes{code{x}}}}": "字段 code 的类型 AreaCode! 没有下级字段。",
    "{areas(filter:{code:{eq:$x}}){totalCount}}": "变量 $x 未声明。",
    "query($x:Int){__typename}": "变量 $x 未使用。",
    "query($x:String){areas(first:$x){totalCount}}": "变量 $x 的类型为 String，此处应为 Int。",
    "mutation{screen{screening{id}}}": "缺少参数 Mutation.screen(input:)（类型 ScreenInput!）。",
    "{areas{...F}}": "没有片段 F。",
    "{areas{totalCount @nope}}": "没有指令 @nope。",
    "{areas(filter:{nope:1}){totalCount}}": "类型 AreaFilter 没有字段 nope。",
    '{areas(first:"x"){totalCount}}': "此处应为 Int 类型的值。",
    "{listings(filter:{kind:{eq:NOPE}}){totalCount}}": "枚举 ListingKind 没有该值。",
    '{subject(creditCode:"x"){id}}': "类型 CreditCode：统一社会信用代码格式或校验位不正确。",
    "{a:areas{totalCount} a:courts{totalCount}}": "响应名 a 指向不同的字段，请使用不同的别名。",
    "subscription{x}": "不支持 subscription 操作。",
    "query($x:ID){subjectsByReference(references:[{id:$x}]){id}}": "变量 $x 用于 SubjectReference，须为非空。",
    "{subjectsByReference(references:[{}]){id}}": "类型 SubjectReference 须且仅须给出一个字段。",
}
SCREEN = "mutation($i:ScreenInput!){screen(input:$i){screening{id}}}"
VARIABLES: list[tuple[str, dict[str, Any], str]] = [
    ("query($c:CreditCode!){subject(creditCode:$c){id}}", {}, "变量 $c 的值无效：缺少 CreditCode! 类型的值。"),
    ("query($c:CreditCode!){subject(creditCode:$c){id}}", {"c": None}, "变量 $c 的值无效：缺少 CreditCode! 类型的值。"),
    ("query($n:Int){areas(first:$n){totalCount}}", {"n": "x"}, "变量 $n 的值无效：此处应为 Int 类型的值。"),
    ("query($f:AreaFilter){areas(filter:$f){totalCount}}", {"f": 3},
     "变量 $f 的值无效：此处应为 AreaFilter 类型的对象。"),
    (SCREEN, {"i": {}}, "变量 $i 的值无效：类型 ScreenInput 缺少必填字段 scenario。"),
    ("query($c:[AreaCode!]){areas(filter:{code:{in:$c}}){totalCount}}", {"c": [None]},
     "变量 $c（[0]）的值无效：缺少 AreaCode! 类型的值。"),
    ("query($r:[SubjectReference!]!){subjectsByReference(references:$r){id}}", {"r": [{"id": "x", "creditCode": None}]},
     "变量 $r（[0]）的值无效：类型 SubjectReference 须且仅须给出一个字段。"),
]  # fmt: skip


def told(query: str, variables: dict[str, Any]) -> str:
    """The first error's message, as it goes out."""
    with pytest.raises(HubError) as caught:
        prepare(query, None, variables)
    message: str = json.loads(refused(caught.value))["errors"][0]["message"]
    return message


@pytest.mark.parametrize(("query", "sentence"), DOCUMENTS.items())
def test_document_is_faulted_in_chinese(query: str, sentence: str) -> None:
    """The common findings have a Chinese sentence with the same names, behind the English one."""
    english, _, chinese = told(query, {}).partition(" / 查询语句不符合接口定义。")

    assert chinese == sentence
    assert english.startswith("The document does not fit the schema. ")


@pytest.mark.parametrize(("query", "variables", "sentence"), VARIABLES)
def test_variable_is_faulted_in_chinese(query: str, variables: dict[str, Any], sentence: str) -> None:
    """Which variable, where in it, and what was expected."""
    assert told(query, variables).endswith(f" / 变量不符合查询要求。{sentence}")


NAME = "".join(("示例", "甲子"))
LEAKS: list[tuple[str, dict[str, Any]]] = [
    (f'{{areas(first:"{NAME}"){{totalCount}}}}', {}),
    (f'{{listings(filter:{{kind:{{eq:"{NAME}"}}}}){{totalCount}}}}', {}),
    (f'{{areas(filter:{{nope:"{NAME}"}}){{totalCount}}}}', {}),
    (f'{{subject("{NAME}"){{id}}}}', {}),
    (f'"{NAME}"', {}),
    (f'{{subject(creditCode:"{NAME}"){{id}}}}', {}),
    ("query($n:Int){areas(first:$n){totalCount}}", {"n": NAME}),
    ("query($k:ListingKind!){listings(filter:{kind:{eq:$k}}){totalCount}}", {"k": NAME}),
    ("query($f:AreaFilter){areas(filter:$f){totalCount}}", {"f": NAME}),
    ("query($f:AreaFilter){areas(filter:$f){totalCount}}", {"f": {"nope": NAME}}),
    (SCREEN, {"i": {"subjects": [{"name": NAME, "x": 1}]}}),
    ("query($d:Date!){listings(filter:{publishedOn:{eq:$d}}){totalCount}}", {"d": NAME}),
]


@pytest.mark.parametrize(("query", "variables"), LEAKS)
def test_values_are_not_told(query: str, variables: dict[str, Any]) -> None:
    """A value may be a person's name: it stays out of whatever is said about it, and thereby out of logs."""
    assert NAME not in told(query, variables)
