"""Processes, which are refused."""

from .refused import create_subprocess_exec, create_subprocess_shell

__all__ = ('create_subprocess_exec', 'create_subprocess_shell')

PIPE, STDOUT, DEVNULL = -1, -2, -3
