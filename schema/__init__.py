"""The contract: what exists, of what kind, who may see it, how it is masked, what the law says. No I/O.

Read in this order: `kinds` (what a value is) → `masks` (how it is hidden) → `language` (how an entity is declared) →
`entities/` (one file each) → `policy` (who sees which group at which level) → `catalog` (everything derived).
"""
