"""Runs steps that fail in many ways and reports what went wrong, with causes and places."""
import logging
import sys
import traceback


class StepError(Exception):
    """A step that failed."""

    def __init__(self, step, *details):
        super().__init__(step, *details)
        self.step = step

    def __str__(self):
        return f"step {self.step!r}: {', '.join(map(str, self.args[1:]))}"


class Retryable(StepError): ...


def parse(text):
    return {k: int(v) for k, v in (pair.split("=") for pair in text.split(";"))}


def load(source):
    try:
        return parse(source)
    except ValueError as e:
        e.add_note(f"while reading {source!r}")
        raise StepError("load", "bad input") from e


def divide(values):
    try:
        return values["a"] / values["b"]
    except ZeroDivisionError:
        raise Retryable("divide", values) from None


def cleanup_fails():
    try:
        raise OSError(28, "No space left on device", "/data/x")
    finally:
        {}["cleanup"]


def many():
    errors = []
    for source in "a=1", "a", "b=x":
        try:
            load(source)
        except StepError as e:
            errors.append(e)
    raise ExceptionGroup("several sources", errors)


def causes(e):
    while e is not None:
        yield e
        e = e.__cause__ or (None if e.__suppress_context__ else e.__context__)


def place(e):
    frames = traceback.extract_tb(e.__traceback__)
    return " > ".join(f"{f.name}:{f.lineno}" for f in frames if f.name != "main")


def main():
    steps = {
        "good": lambda: divide(load("a=3;b=2")),
        "bad number": lambda: load("a=3;b=two"),
        "bad pair": lambda: load("a=3=4"),
        "zero": lambda: divide(load("a=3;b=0")),
        "missing": lambda: divide(load("a=3")),
        "cleanup": cleanup_fails,
        "many": many,
        "exit": lambda: sys.exit("enough"),
        "assert": lambda: (_ for _ in ()).throw(AssertionError),
    }
    for name, step in steps.items():
        try:
            print(f"{name}: {step()}")
        except* StepError as group:
            for e in group.exceptions:
                if isinstance(e, ExceptionGroup):
                    print(f"{name}: group of {len(e.exceptions)}")
                    continue
                print(f"{name}: {'; '.join(f'{type(c).__name__}: {c}' for c in causes(e))} at {place(e)}")
                for note in getattr(e.__cause__, "__notes__", []):
                    print("  note:", note)
        except* (LookupError, OSError) as group:
            [e] = group.exceptions
            print(f"{name}:", repr(e), "<-", repr(e.__context__))
        except* BaseException as group:
            print(f"{name}: other", repr(group.exceptions[0]), group.exceptions[0].args)


main()
print("-" * 30)
log = logging.getLogger("report")
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("[%(levelname)s] %(name)s: %(message)s"))
log.addHandler(handler)
log.propagate = False
try:
    load("x=1.5")
except StepError:
    log.error("%s failed", "load", exc_info=False)
    kind, value, tb = sys.exc_info()
    print(kind.__name__, kind.__mro__[1].__name__, value.step, tb.tb_next.tb_frame.f_code.co_name)
    lines = traceback.format_exception(kind, value, tb)
    print(sum("Traceback (most recent call last)" in line for line in lines), lines[-1], end="")
    print("".join(traceback.format_exception_only(value.__cause__)), end="")
print(sys.exc_info(), StepError.__doc__)
raise StepError("last", 1, 2) from Retryable("first")
