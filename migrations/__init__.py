"""The tables' history: explicit, reviewed Alembic migrations, one file per step under versions/.

`run.py` is what the hub calls, `env.py` what Alembic calls, `roles.py` the three database roles,
`python -m migrations new "sentence"` drafts the next file from the difference to `schema.catalog`.
"""
