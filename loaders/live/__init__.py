"""Proof at the source: before an adverse act a source is asked what it says of a subject now.

    screen(maxStaleness) ─→ Prover ─→ one question for many subjects ─→ the source's API
                              │                                            │
                              └── the hub is put right by the pump  ←──────┘  rows, as the source delivers them

The hub's own copy never passes for proof when the source is silent: late, down, unreadable, contradictory or about
somebody else, all are `STALE`. An ID number goes to the configured source and nowhere else.
"""
