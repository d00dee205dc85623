"""The command line `hub`: finds the commands, and turns a refusal into two sentences and an exit code.

One file under hub/commands is one command: `<name>.py` defines a function `<name>`, or, for a group of commands, a
`typer.Typer` called `app`. Nothing is registered anywhere else.
"""

from __future__ import annotations

import os
import pkgutil
import signal
import sys
from importlib import import_module
from types import FrameType
from typing import NoReturn

import typer

import hub.commands
from hub.errors import HubError, Internal

_HELP = """GraphQL hub for public credit information. Settings are HUB_* environment variables, see README.

公共信用信息 GraphQL 数据枢纽。配置项为 HUB_* 环境变量，见 README.zh.md。"""

#: 128 + SIGINT, what a shell expects of a program ended by Ctrl-C
_INTERRUPTED = 130


def main() -> NoReturn:
    """Entry point of `hub` and `python -m hub`."""
    signal.signal(signal.SIGTERM, _leave_in_order)
    try:
        application(sys.argv[1] if len(sys.argv) > 1 else None)(prog_name="hub", standalone_mode=True)
    except HubError as error:
        _say(error)
    except Exception as error:
        if os.environ.get("HUB_LOG_LEVEL") == "debug":
            raise
        _say(_foreseen(error))
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    sys.exit(0)


def _say(error: HubError) -> NoReturn:
    sys.stderr.write(f"{error.code}: {error.english}\n{error.code}：{error.chinese}\n")
    sys.exit(error.exit_code)


def _foreseen(error: Exception) -> HubError:
    """A fault of the database in our words; of anything else no more than that it happened: messages quote values."""
    import psycopg

    from hub.database_errors import refusal

    return refusal(error, "the database") if isinstance(error, psycopg.Error) else Internal()


def application(wanted: str | None = None) -> typer.Typer:
    """The commands; only `wanted` when it is one, so that no command waits for the imports of another."""
    app = typer.Typer(help=_HELP, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
    app.callback()(_no_options)
    names = command_names()
    for name in [wanted] if wanted in names else names:
        module = import_module(f"hub.commands.{name}")
        if isinstance(group := getattr(module, "app", None), typer.Typer):
            app.add_typer(group, name=name)
        else:
            app.command(name)(getattr(module, name))
    return app


def command_names() -> list[str]:
    """Names of the commands, in alphabetical order."""
    return sorted(module.name for module in pkgutil.iter_modules(hub.commands.__path__))


def _no_options() -> None:
    """Keep a lone command a sub-command: typer would otherwise make it the whole program."""


def _leave_in_order(number: int, frame: FrameType | None) -> NoReturn:
    """End by an exception, so that the embedded database is stopped and locks are left on SIGTERM too."""
    sys.exit(128 + number)
