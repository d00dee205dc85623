"""HTTP: `app` composes, `http` is the GraphQL endpoint, `explorer` serves GraphiQL, `health` says how the process
is.
"""
