"""The roles of the hub: hub_reader (read path), hub_writer (actions), hub_loader (loaders), hub_logger (log).

None can log in by itself: the hub connects as owner and gives its rights up for the session, or an operator grants a
role to a login of his own (HUB_READER_DATABASE_URL …). Roles belong to the whole cluster, so several databases, tests
among them, may create them at the same moment, and dropping them is left to the operator.
"""

from __future__ import annotations

from typing import Any, Final, Protocol

ROLES: Final = ("hub_reader", "hub_writer", "hub_loader", "hub_logger")

#: Another database's migration may insert the same pg_authid row or grant between our look and our write: then look
#: again. A superuser is a member of everything, so the grant concerns owners with CREATEROLE (on 16+ they hold the
#: ADMIN option of roles they made, but may not switch to them without a grant).
_CREATE: Final = """
do $$
declare
    may_switch text := case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end;
begin
    for attempt in 1..20 loop
        begin
            if not exists (select from pg_roles where rolname = '{role}') then
                create role {role} nologin noinherit;
            end if;
            if not pg_has_role(current_user, '{role}', may_switch) then
                grant {role} to current_user;
            end if;
            return;
        exception
            when duplicate_object or unique_violation or internal_error then
                perform pg_sleep(0.05);
        end;
    end loop;
    raise exception 'role {role} could not be created';
end
$$
"""

#: PostgreSQL 14 and older let everybody create tables in public, and a database upgraded from there still does.
_RIGHTS: Final = """
do $$
begin
    revoke create on schema public from public;
    grant usage on schema public to hub_reader, hub_writer, hub_loader;
    execute format('revoke temporary on database %I from public', current_database());
    execute format('grant temporary on database %I to hub_loader', current_database());
    execute format('grant connect on database %I to hub_reader, hub_writer, hub_loader, hub_logger',
                   current_database());
end
$$
"""


class Executes(Protocol):
    """Alembic's `op`, or a psycopg connection."""

    def execute(self, statement: Any, /) -> Any:
        """Run one statement."""


def create_roles(op: Executes) -> None:
    """Create what is missing of the four roles, let the current user switch to them, give them the bare minimum.

    Works for a superuser and for a database owner with CREATEROLE, on PostgreSQL 15 and newer; may be repeated.
    """
    for role in ROLES:
        op.execute(_CREATE.format(role=role))
    op.execute(_RIGHTS)
