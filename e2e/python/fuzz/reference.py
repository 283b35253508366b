"""Runs programs: each is a line of its length in bytes and the program, on standard input.

The answer is a line of the length, and what the program printed with the last line of its
traceback, or a length of -1 where the program takes too long or too much, or where CPython
says that its answer is a bug of its own. With the argument
"shuffled", hashes of addresses are random, which else are much alike from run to run, and
there is eight times the memory: an error of what would have fitted is none.
"""

import gc
import io
import linecache
import resource
import signal
import sys
import traceback  # which programs often use
import warnings


class Late(BaseException):
    pass


def late(*_):
    raise Late


def outcome(source):
    out = sys.stdout = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n", write_through=True)  # which takes no surrogates
    failed, names = False, {}
    sys.stderr = io.StringIO()  # for what is only noise, such as of tasks that nobody awaits
    linecache.cache["fuzz.py"] = len(source), None, source.splitlines(True), "fuzz.py"  # tracebacks quote them
    signal.setitimer(signal.ITIMER_REAL, 2)
    try:
        exec(compile(source, "fuzz.py", "exec"), names := {"__name__": "__main__"})
    except (Late, MemoryError):
        return None
    except BaseException as e:
        sys.stderr = io.StringIO()  # the program may have written to the other
        sys.__excepthook__(type(e), e, e.__traceback__)
        failed = True
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    names.clear()
    gc.collect()  # which prints, too, after the traceback
    end = sys.stderr.getvalue().rstrip("\n").split("\n")[-1] if failed else ""
    answer = out.buffer.getvalue() + b"--- " + end.encode("utf-8", "backslashreplace")
    return None if b"please report a bug" in answer else answer


def main(memory):
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    signal.signal(signal.SIGALRM, late)
    read, write = sys.stdin.buffer, sys.__stdout__.buffer
    while line := read.readline():
        answer = outcome(read.read(int(line)).decode())
        if answer is None:
            write.write(b"-1\n")
        else:
            write.write(b"%d\n%s" % (len(answer), answer))
        write.flush()


def shuffle():
    import ctypes
    import random

    slot = tuple.__itemsize__ * 15  # tp_hash is the 15th word of a type
    salt = random.getrandbits(60)
    kind = ctypes.CFUNCTYPE(ctypes.c_ssize_t, ctypes.c_void_p)
    random_hash = kind(lambda address: hash((salt, address)))
    word = lambda c: ctypes.c_void_p.from_address(id(c) + slot)
    is_nan = lambda address: (x := ctypes.cast(address, ctypes.py_object).value) != x
    by_address = word(object).value
    for c in [object, type, *object.__subclasses__(), *type.__subclasses__(type), *map(type, (None, ..., NotImplemented, len))]:
        if word(c).value == by_address or c is type(len):
            word(c).value = ctypes.cast(random_hash, ctypes.c_void_p).value
    kept = [random_hash]
    for c in float, complex:  # that of NaN is by its address
        real = kind(word(c).value)
        number_hash = kind(lambda address, real=real: random_hash(address) if is_nan(address) else real(address))
        word(c).value = ctypes.cast(number_hash, ctypes.c_void_p).value
        kept += real, number_hash
    return kept


if sys.argv[1:] == ["shuffled"]:
    kept = shuffle()
    memory = 1 << 33
else:  # what programs often import isn't to be looked through after each of them
    import asyncio, dataclasses, decimal, difflib, enum, fractions, inspect, json, pprint, statistics, typing, uuid
    gc.freeze()
    memory = 1 << 30
warnings.simplefilter("ignore")
main(memory)
