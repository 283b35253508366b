"""What Python 2 called the globals that protocols below 3 name."""

_MODULES = {"builtins": "__builtin__", "copyreg": "copy_reg", "queue": "Queue", "configparser": "ConfigParser", "itertools": "itertools",
            "pickle": "cPickle", "_thread": "thread", "collections.abc": "collections"}
_RENAMED = {"range": "xrange", "str": "unicode", "int": "long", "chr": "unichr"}


def old(module, name):
    """Its module and name as they were."""
    if module == "builtins":
        import builtins
        if name in _RENAMED:
            return "__builtin__", _RENAMED[name]
        found = getattr(builtins, name, None)
        if isinstance(found, type) and issubclass(found, BaseException):
            return "exceptions", name
    if module == "functools" and name == "reduce":
        return "__builtin__", name
    return _MODULES.get(module, module), name


def new(module, name):
    """Its module and name as they are."""
    for now, was in _RENAMED.items():
        if (module, name) == ("__builtin__", was):
            return "builtins", now
    if (module, name) == ("__builtin__", "reduce"):
        return "functools", name
    if module == "exceptions":
        return "builtins", name
    for now, was in _MODULES.items():
        if was == module and now != "collections.abc":
            return now, name
    return module, name
