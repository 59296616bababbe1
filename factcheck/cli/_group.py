"""The group `factcheck`: lists the commands of the folder, and answers for what goes wrong."""

from __future__ import annotations

import gc
import importlib
import os
import pkgutil
import sys
from collections.abc import Sequence
from typing import Any

import click

from factcheck import __version__
from factcheck.cli._quick_spacy import leave_out_spacy_cli
from factcheck.records import Unusable

_PACKAGE = "factcheck.cli"
#: garbage is looked for after so many new objects: by default, which is after 700, loading takes
#: 4% longer
_GARBAGE = (100_000, 50, 50)


class _Commands(click.Group):
    """Commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        path = importlib.import_module(_PACKAGE).__path__
        return sorted(m.name for m in pkgutil.iter_modules(path) if not m.name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command = importlib.import_module(f"{_PACKAGE}.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401
        """Run the command; its return value is the exit status."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            return _status_after(error)

    def main(  # type: ignore[override]
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        """Run a command and leave with its status; an error is one line and status 2."""
        if args is None:  # the program itself, not a test that runs a command
            leave_out_spacy_cli()
            gc.set_threshold(*_GARBAGE)
        if not standalone_mode:
            return super().main(args, prog_name or "factcheck", standalone_mode=False, **extra)
        try:
            status = super().main(args, prog_name or "factcheck", standalone_mode=False, **extra)
            sys.stdout.flush()
        except BaseException as error:
            status = _status_after(error)
        sys.exit(status if isinstance(status, int) else 0)


def _status_after(error: BaseException) -> int:
    """Say in one line what went wrong; the exit status."""
    match error:
        case SystemExit(code=int(code)):
            return code
        case KeyboardInterrupt() | click.Abort():
            _say("stopped")
            return 130
        case BrokenPipeError():
            # whoever reads has gone; what is still in the buffer has nowhere to go either
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            return 2
        case Unusable():
            _say(str(error))
        case click.exceptions.NoArgsIsHelpError():
            error.show()
        case click.UsageError(ctx=context):
            command = context.command_path if context else "factcheck"
            _say(f"{error.format_message()} (see {command} --help)")
        case click.ClickException():
            _say(error.format_message())
        case OSError():
            where = f"{error.filename}: " if error.filename else ""
            _say(f"{where}{error.strerror or error}")
        case _:
            if os.environ.get("FACTCHECK_TRACEBACK"):
                raise error
            _say(
                f"internal error, {type(error).__name__}: {error}; "
                "please report it, with what FACTCHECK_TRACEBACK=1 adds"
            )
    return 2


def _say(message: str) -> None:
    from factcheck.reports.escaping import printable

    click.echo(f"factcheck: {printable(message)}", err=True)


@click.group(
    "factcheck",
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, package_name="factcheck", message="%(prog)s %(version)s")
@click.pass_context
def main(context: click.Context) -> None:
    """Check claims in news text against a database of verified facts.

    factcheck check "WHAT WAS SAID" --speaker NAME --date 2025-04-08
    """
    from factcheck.cli._options import default_map

    if context.invoked_subcommand is not None:
        context.default_map = default_map(context.invoked_subcommand)
