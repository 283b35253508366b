"""Running files and modules as the main program."""

__all__ = ["run_module", "run_path"]


def _run(source, name, file, init_globals):
    names = dict(init_globals or {})
    names.update(__name__=name, __file__=file)
    exec(compile(source, file, "exec"), names)
    return names


def run_path(path_name, init_globals=None, run_name=None):
    """Run a file, and return its names."""
    with open(path_name) as f:
        source = f.read()
    return _run(source, run_name or "<run_path>", str(path_name), init_globals)


def run_module(mod_name, init_globals=None, run_name=None, alter_sys=False):
    """Import a module, and return its names."""
    import importlib
    return dict(vars(importlib.import_module(mod_name)))
