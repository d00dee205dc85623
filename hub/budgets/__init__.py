"""What callers may use up, counted for all workers together in the database: misses of exact look-ups,
cost and subjects of a day.
"""
