"""A synthetic province: source files as the real senders write them, with nobody real in them.

In the order in which a row comes to be: `dice` gives every thing its own fixed randomness; `regions`, `people` and
`organisations` hold places and make names and identifiers; `world` makes subjects, cases and entries (a debtor in a
case); `rows_*` write an entry down in the shape of a source, with the spellings of `writing`; `faults` spoils some;
`case_feeds` and `register_feeds` send rows to `files`; `cameos` are subjects every province has; `truth` counts what a
right loader must find; `generate` walks.
"""

from loaders.synthetic.generate import Size, generate

__all__ = ["Size", "generate"]
