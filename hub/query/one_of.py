"""A rule of validation that graphql-core knows and misses: where a `@oneOf` input is required or in a list, it does not
see that a variable fills one of its fields, and lets the variable be nullable. That would turn up only later, when
arguments are read.
"""

from __future__ import annotations

from typing import Any

from graphql import (
    GraphQLError,
    OperationDefinitionNode,
    ValidationRule,
    get_named_type,
    is_input_object_type,
    is_non_null_type,
    type_from_ast,
)


class OneOfVariables(ValidationRule):
    """A variable in a field of a `@oneOf` input must be of a non-null type (GraphQL September 2025, section 5.8.5)."""

    def leave_operation_definition(self, operation: OperationDefinitionNode, *_: Any) -> None:
        """Look at every use of a variable, fragments included."""
        declared = {one.variable.name.value: one for one in operation.variable_definitions or ()}
        for usage in self.context.get_recursive_variable_usages(operation):
            name = usage.node.name.value
            if usage.type is None or is_input_object_type(usage.parent_type) or name not in declared:
                continue
            owner = get_named_type(usage.parent_type)
            if not is_input_object_type(owner) or not owner.is_one_of or get_named_type(usage.type) is owner:
                continue  # the last: a variable that is the whole input, in a list
            if not is_non_null_type(type_from_ast(self.context.schema, declared[name].type)):
                kind = f"is of type '{type_from_ast(self.context.schema, declared[name].type)}' but"
                message = f"Variable '${name}' {kind} must be non-nullable to be used for OneOf Input Object '{owner}'."
                self.report_error(GraphQLError(message, [declared[name], usage.node]))
