"""How Python was installed: it wasn't."""

import sys


_VARS = {"prefix": "/usr", "exec_prefix": "/usr", "base": "/usr", "platbase": "/usr", "installed_base": "/usr", "installed_platbase": "/usr",
         "py_version_short": "3.11", "py_version_nodot": "311", "VERSION": "3.11", "abiflags": "", "SOABI": "cpython-311-x86_64-linux-gnu",
         "EXT_SUFFIX": ".cpython-311-x86_64-linux-gnu.so", "LDVERSION": "3.11", "Py_DEBUG": 0, "SIZEOF_VOID_P": 8}


def get_config_vars(*args):
    """What is known of how Python was built: all of it, or some."""
    return [_VARS.get(name) for name in args] if args else dict(_VARS)


def get_config_var(name):
    """What is known under a name."""
    return _VARS.get(name)


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
