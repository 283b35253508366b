"""__context__ is what was being handled, __cause__ what is given, and what is left when the handler is."""
import sys


def chain(e):
    out = []
    while e is not None:
        out.append(f"{type(e).__name__}({e})" + ("!" if e.__suppress_context__ else ""))
        e = e.__cause__ or (None if e.__suppress_context__ else e.__context__)
    return " <- ".join(out)


def nested():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            {}["k"]
    except KeyError as e:
        raise ValueError("outer") from e


def from_none():
    try:
        int("x")
    except ValueError:
        raise LookupError("clean") from None


def in_finally():
    try:
        raise KeyError("first")
    finally:
        raise ValueError("second")


def from_class():
    raise ValueError("v") from OSError


def reraised():
    try:
        try:
            raise KeyError(1)
        except KeyError as e:
            try:
                raise TypeError("inner")
            except TypeError:
                raise e
    except KeyError as e:
        return chain(e)


for f in (nested, from_none, in_finally, from_class):
    try:
        f()
    except Exception as e:
        print(f.__name__, chain(e), repr(e.__context__))
print(reraised())
try:
    raise ValueError from "text"
except TypeError as e:
    print(e)
try:
    raise 5
except TypeError as e:
    print(e)
try:
    raise
except RuntimeError as e:
    print(e)
print(sys.exc_info())
try:
    raise OSError(2, "gone", "f.txt")
except OSError as e:
    saved = e
    print(sys.exc_info()[1] is e, e.errno, e.strerror, e.filename, str(e), type(e).__name__)
try:
    print(e)
except NameError as gone:
    print(gone, gone.__context__, gone.name)
e = ValueError("noted")
e.add_note("one")
e.add_note("two")
print(e.__notes__, e.with_traceback(None) is e, e.__traceback__)
try:
    e.add_note(5)
except TypeError as t:
    print(t)
e.__cause__ = saved
print(e.__suppress_context__, chain(e))
try:
    e.__cause__ = 5
except TypeError as t:
    print(t)
