"""Pulls: what is fetched from where others keep it, by a plan, on time, by one process among many.

`plan` reads what the operator wrote, `exchange` and `pages` fetch, `run` makes deliveries of it, `book` remembers how
far each has come, `leader` lets one process write, `schedule` says what is due.
"""
