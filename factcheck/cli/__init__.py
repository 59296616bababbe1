"""The command line: one command a file; thin, on top of `api`.

A command is a module here that exposes `command`, a click command of the module's name. The
folder is listed, so a new file is a new command. Keep the top of the module light: import what
is heavy inside the function, since `factcheck --help` imports every module of this folder.
Modules whose names begin with an underscore are no commands.

Whatever goes wrong is one line at standard error and exit status 2; `_group.py` sees to that.
"""

from __future__ import annotations

from factcheck.cli._group import main

__all__ = ["main"]
