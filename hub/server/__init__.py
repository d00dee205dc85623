"""HTTP: `app` composes, `http` is the GraphQL endpoint, `request` reads bodies, `explorer` serves GraphiQL, `health`
says how the process is.
"""
