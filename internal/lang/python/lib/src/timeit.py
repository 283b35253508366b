"""How long small pieces of code take."""

import itertools
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter
_globals = globals


def reindent(src, indent):
    """Indent all lines but the first."""
    return src.replace("\n", "\n" + " " * indent)


class Timer:
    """Measures a statement, which is source or a function."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        names = {}
        outer = _globals() if globals is None else globals
        if isinstance(setup, str):
            compile(setup, "<timeit-src>", "exec")
            prefix, setup_text = setup + "\n", reindent(setup, 4)
        elif callable(setup):
            names["_setup"] = setup
            prefix, setup_text = "", "_setup()"
        else:
            raise ValueError("setup is neither a string nor callable")
        if isinstance(stmt, str):
            compile(prefix + stmt, "<timeit-src>", "exec")
            stmt_text = reindent(stmt, 8)
        elif callable(stmt):
            names["_stmt"] = stmt
            stmt_text = "_stmt()"
        else:
            raise ValueError("stmt is neither a string nor callable")
        params = "".join(", %s=%s" % (name, name) for name in names)
        self.src = (f"def inner(_it, _timer{params}):\n    {setup_text}\n    _t0 = _timer()\n"
                    f"    for _i in _it:\n        {stmt_text}\n        pass\n    _t1 = _timer()\n    return _t1 - _t0\n")
        exec(compile(self.src, "<timeit-src>", "exec"), {**outer, **names} if names else outer, names)
        self.inner = names["inner"]

    def print_exc(self, file=None):
        """Print the exception at hand."""
        import traceback
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """How many seconds so many runs take."""
        return self.inner(itertools.repeat(None, number), self.timer)

    def repeat(self, repeat=default_repeat, number=default_number):
        """timeit several times."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """As many runs as take 0.2 seconds or more, and how long they take."""
        scale = 1
        while True:
            for digit in 1, 2, 5:
                number = scale * digit
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    """How many seconds so many runs of a statement take."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    """timeit several times."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
