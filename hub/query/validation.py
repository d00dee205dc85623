"""Validation by graphql-core, without the rules that a document gives nothing to find.

Walking a document once for each of thirty-two rules is most of the time of a first request, and most documents hold
no fragment, no directive and no object literal. A rule is left out only where its subject provably does not occur;
what looks like it in a string or comment merely keeps the rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property

from graphql import (
    ASTValidationRule,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    specified_rules,
    validate,
)
from graphql.validation.rules import max_introspection_depth_rule, overlapping_fields_can_be_merged

from hub.errors import LimitExceeded
from hub.query import limits
from hub.query.one_of import OneOfVariables

#: what a document has to obey
RULES = (*specified_rules, OneOfVariables)
#: faults reported at most
MOST_FAULTS = 20
#: what graphql-core says when its budget of comparisons is spent; its own budget lasts for half a second
_ABORTED = "Validation aborted."
overlapping_fields_can_be_merged.MAX_COMPLEXITY_BUDGET = limits.COMPARISONS
max_introspection_depth_rule.MAX_LIST_DEPTH = limits.INTROSPECTION
#: `{` after a colon or an opening bracket begins an object literal; blanks and commas mean nothing in GraphQL
_OBJECT_LITERAL = re.compile(r"[:\[][\s,\ufeff]*\{")
_INTROSPECTION = re.compile(r"__(?:schema|type\b)")


class _Subjects:
    """What occurs in a document: each answer is yes whenever it is not certainly no."""

    def __init__(self, text: str, document: DocumentNode) -> None:
        self.text = text
        self.definitions = document.definitions
        self.operations = [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]

    @cached_property
    def fragments(self) -> bool:
        """Fragments or spreads."""
        return "..." in self.text or any(isinstance(node, FragmentDefinitionNode) for node in self.definitions)

    @cached_property
    def strangers(self) -> bool:
        """Definitions that are neither operations nor fragments."""
        return not all(isinstance(node, OperationDefinitionNode | FragmentDefinitionNode) for node in self.definitions)

    @cached_property
    def repeated_keys(self) -> bool:
        """Two fields of one selection set with one response key, or fragments, which may bring them."""
        return self.fragments or any(_repeats(node.selection_set) for node in self.operations)

    def has(self, sign: str) -> bool:
        """A character of the language."""
        return sign in self.text


def _repeats(selections: SelectionSetNode) -> bool:
    keys = set()
    for node in selections.selections:
        if not isinstance(node, FieldNode):
            return True
        keys.add(node.alias.value if node.alias else node.name.value)
        if node.selection_set and _repeats(node.selection_set):
            return True
    return len(keys) != len(selections.selections)


#: rule → whether a document holds what it looks at; a rule that is not named here always runs
_NEEDED: dict[str, Callable[[_Subjects], bool]] = {
    **dict.fromkeys(
        ("FragmentsOnCompositeTypesRule", "UniqueFragmentNamesRule", "KnownFragmentNamesRule", "NoUnusedFragmentsRule",
         "PossibleFragmentSpreadsRule", "NoFragmentCyclesRule"), lambda found: found.fragments),
    **dict.fromkeys(
        ("KnownDirectivesRule", "UniqueDirectivesPerLocationRule", "DeferStreamDirectiveOnRootField",
         "DeferStreamDirectiveOnValidOperationsRule", "DeferStreamDirectiveLabel", "StreamDirectiveOnListField"),
        lambda found: found.has("@")),
    **dict.fromkeys(
        ("VariablesAreInputTypesRule", "UniqueVariableNamesRule", "NoUndefinedVariablesRule", "NoUnusedVariablesRule",
         "VariablesInAllowedPositionRule", "OneOfVariables"), lambda found: found.has("$")),
    **dict.fromkeys(
        ("KnownArgumentNamesRule", "UniqueArgumentNamesRule", "ValuesOfCorrectTypeRule"), lambda found: found.has("(")),
    "KnownTypeNamesRule": lambda found: found.has("$") or found.fragments or found.strangers,
    "ExecutableDefinitionsRule": lambda found: found.strangers,
    **dict.fromkeys(
        ("UniqueOperationNamesRule", "LoneAnonymousOperationRule"), lambda found: len(found.operations) != 1),
    **dict.fromkeys(
        ("KnownOperationTypesRule", "SingleFieldSubscriptionsRule"),
        lambda found: any(node.operation is OperationType.SUBSCRIPTION for node in found.operations)),
    "OverlappingFieldsCanBeMergedRule": lambda found: found.repeated_keys,
    "UniqueInputFieldNamesRule": lambda found: found.has("#") or _OBJECT_LITERAL.search(found.text) is not None,
    "MaxIntrospectionDepthRule": lambda found: _INTROSPECTION.search(found.text) is not None,
}  # fmt: skip


def rules_for(text: str, document: DocumentNode) -> list[type[ASTValidationRule]]:
    """The rules that `document`, parsed from `text`, may break."""
    found = _Subjects(text, document)
    return [rule for rule in RULES if rule.__name__ not in _NEEDED or _NEEDED[rule.__name__](found)]


def faults_of(schema: GraphQLSchema, text: str, document: DocumentNode) -> list[GraphQLError]:
    """What graphql-core's validation finds, at most twenty faults. Raises LimitExceeded."""
    rules = rules_for(text, document)
    found = validate(schema, document, rules, max_errors=MOST_FAULTS, hide_suggestions=True)
    if any(fault.message == _ABORTED for fault in found):
        raise LimitExceeded(what="comparisons of fields that share a response key", what_zh="同名字段的比较次数",
                            limit=limits.COMPARISONS)  # fmt: skip
    return found
