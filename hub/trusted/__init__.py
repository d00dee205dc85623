"""Trusted documents: the operations that an agency's programs may run, as a manifest that the operator has signed.

`jws` checks and makes signatures, `manifest` says what a signed manifest must say, `store` reads the folder of the
settings at start. Nothing here knows GraphQL: whether a document fits the schema is asked of the read path.
"""
