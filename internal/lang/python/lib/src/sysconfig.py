"""How Python was installed: it wasn't."""

import sys


def get_config_vars(*args):
    return [None] * len(args) if args else {}


def get_config_var(name):
    return None


def get_scheme_names():
    """The names of the ways to be installed."""
    return ("nt", "nt_user", "osx_framework_user", "posix_home", "posix_prefix", "posix_user", "venv")


def get_path_names():
    """The names of the places of an installation."""
    return ("stdlib", "platstdlib", "purelib", "platlib", "include", "scripts", "data")


def get_platform():
    return "linux-x86_64"


def get_python_version():
    return "%d.%d" % sys.version_info[:2]


def get_paths(*args, **kwargs):
    return {}


def get_path(name, *args, **kwargs):
    return None
