"""Policy tables over time: proposed and approved in the database, followed by every worker, compared and replayed."""
