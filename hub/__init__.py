"""The hub: turns a GraphQL request into bytes, and acts. See README.md for the tour."""
