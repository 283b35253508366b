import sys
import time


class Profile:
    """How often functions are called, and how long they run."""

    def __init__(self, timer=None, timeunit=0.0, subcalls=True, builtins=True):
        self._timer = time.perf_counter if timer is None else timer
        self._unit = timeunit or 1
        self._subcalls, self._builtins = subcalls, builtins
        self._functions = {}
        self.clear()

    def clear(self):
        """Forget all that was measured."""
        self._functions.clear()
        self._stack = []  # of calls under way: what is called, when it began, the time of the calls in it
        self._depth = {}  # how often a function is under way, and as called by another

    def enable(self, subcalls=True, builtins=True):
        """Begin to measure."""
        self._subcalls, self._builtins = subcalls, builtins
        sys.setprofile(self._event)

    def disable(self):
        """Measure no more."""
        sys.setprofile(None)
        while self._stack:
            self._end()

    def __enter__(self):
        self.enable()
        return self

    def __exit__(self, *exc_info):
        self.disable()

    def _event(self, frame, event, arg):
        if event == "call":
            code = frame.f_code
            self._begin(_DISABLE if code is _disable else (code.co_filename, code.co_firstlineno, code.co_name))
        elif event == "c_call":
            if self._builtins and arg is not _setprofile:
                self._begin(("~", 0, _builtin_name(arg)))
        elif event == "return" or self._builtins:
            if self._stack:
                self._end()

    def _begin(self, key):
        pair = self._stack[-1][0] if self._stack else None, key
        self._depth[key] = self._depth.get(key, 0) + 1
        self._depth[pair] = self._depth.get(pair, 0) + 1
        self._stack.append([key, self._timer(), 0.0])

    def _end(self):
        key, begin, inner = self._stack.pop()
        took = (self._timer() - begin) * self._unit
        pair = self._stack[-1][0] if self._stack else None, key
        again = self._depth[key] = self._depth[key] - 1
        again_there = self._depth[pair] = self._depth[pair] - 1
        entry = self._functions.setdefault(key, [0, 0, 0.0, 0.0, {}])
        _count(entry, took, inner, again)
        if not self._stack:
            return
        caller = self._stack[-1]
        caller[2] += took
        if self._subcalls:
            part = entry[4].setdefault(caller[0], [0, 0, 0.0, 0.0])
            _count(part, took, inner, again_there)

    def create_stats(self):
        """Have what was measured in the attribute stats."""
        self.disable()
        self.snapshot_stats()

    def snapshot_stats(self):
        self.stats = {}
        for key, (primitive, calls, own, whole, callers) in self._functions.items():
            order = {k: (c[1], c[0], c[2], c[3]) for k, c in callers.items()}
            self.stats[key] = primitive, calls, own, whole, order

    def print_stats(self, sort=-1):
        """Print what was measured."""
        import pstats
        pstats.Stats(self).strip_dirs().sort_stats(sort).print_stats()

    def dump_stats(self, file):
        """Write what was measured to a file, for pstats.Stats."""
        import marshal
        self.create_stats()
        with open(file, "wb") as f:
            marshal.dump(self.stats, f)

    def run(self, cmd):
        """Measure a statement."""
        import __main__
        return self.runctx(cmd, __main__.__dict__, __main__.__dict__)

    def runctx(self, cmd, globals, locals):
        """Measure a statement in a namespace."""
        self._begin(("~", 0, _builtin_name(exec)))  # by a frame that was there before
        self.enable()
        try:
            exec(cmd, globals, locals)
        finally:
            self.disable()
        return self

    def runcall(self, func, /, *args, **kw):
        """Measure a call."""
        self.enable()
        try:
            return func(*args, **kw)
        finally:
            self.disable()


_setprofile = sys.setprofile
_disable = Profile.disable.__code__
_DISABLE = "~", 0, "<method 'disable' of '_lsprof.Profiler' objects>"


def _count(entry, took, inner, again):
    entry[1] += 1
    entry[2] += took - inner
    if not again:
        entry[0] += 1
        entry[3] += took


def _builtin_name(func):
    owner = getattr(func, "__self__", None)
    module = getattr(func, "__module__", None)
    if owner is not None and type(owner) is not type(sys):
        kind = owner if isinstance(owner, type) else type(owner)
        for base in kind.__mro__:
            if func.__name__ in base.__dict__:
                return f"<method {func.__name__!r} of {base.__qualname__!r} objects>"
    if module:
        return f"<built-in method {module}.{func.__qualname__}>"
    return f"<built-in method {func.__qualname__}>"


def _show(profile, filename, sort):
    if filename is None:
        profile.print_stats(sort)
    else:
        profile.dump_stats(filename)


def run(statement, filename=None, sort=-1):
    """Measure a statement in __main__, and print what came of it or write it to a file."""
    profile = Profile()
    try:
        profile.run(statement)
    except SystemExit:
        pass
    _show(profile, filename, sort)


def runctx(statement, globals, locals, filename=None, sort=-1):
    """Measure a statement in a namespace, and print what came of it or write it to a file."""
    profile = Profile()
    try:
        profile.runctx(statement, globals, locals)
    except SystemExit:
        pass
    _show(profile, filename, sort)
