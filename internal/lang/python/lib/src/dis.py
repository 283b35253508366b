"""The instructions of code: those of this engine, which are none of CPython's."""

import collections
import io
import sys
import types

__all__ = ["code_info", "dis", "disassemble", "distb", "disco", "findlinestarts", "show_code", "get_instructions", "Instruction", "Bytecode",
           "COMPILER_FLAG_NAMES", "pretty_flags"]

COMPILER_FLAG_NAMES = {1: "OPTIMIZED", 2: "NEWLOCALS", 4: "VARARGS", 8: "VARKEYWORDS", 16: "NESTED", 32: "GENERATOR", 64: "NOFREE",
                       128: "COROUTINE", 256: "ITERABLE_COROUTINE", 512: "ASYNC_GENERATOR"}


class Instruction(collections.namedtuple("Instruction", "opname argrepr offset starts_line is_jump_target")):
    """An instruction: its name, what it works on, and where it is."""
    __slots__ = ()

    def _line(self, width, mark):
        line = "" if self.starts_line is None else str(self.starts_line)
        return f"{line:>{width}} {'-->' if mark else '   '} {'>>' if self.is_jump_target else '  '} {self.offset:>4} {self.opname:<20} {self.argrepr}".rstrip()


def _code_of(x):
    """The code of a function, a method, a generator, a source..."""
    x = getattr(x, "__func__", x)
    for name in "__code__", "gi_code", "ag_code", "cr_code":
        if hasattr(x, name):
            x = getattr(x, name)
            break
    if isinstance(x, str):
        try:
            x = compile(x, "<disassembly>", "eval")
        except SyntaxError:
            x = compile(x, "<disassembly>", "exec")
    if hasattr(x, "co_code"):
        return x
    raise TypeError(f"don't know how to disassemble {type(x).__name__} objects")


def get_instructions(x, *, first_line=None, show_caches=False, adaptive=False):
    """The instructions of a function, a source..."""
    code = _code_of(x)
    from _instructions import listing
    rows = listing(code)
    targets = {int(arg[1:]) for _, _, args in rows for arg in args.split(", ") if arg[:1] == "@" and arg[1:].isdigit()}
    move = 0 if first_line is None else first_line - code.co_firstlineno
    last = None
    for at, (line, name, args) in enumerate(rows):
        begins = line if line and line != last else None
        last = line or last
        yield Instruction(name, args, 2 * at, None if begins is None else begins + move, at in targets)


def findlinestarts(code):
    """Where lines begin, as (offset, line)."""
    last = None
    for begin, _, line in code.co_lines():
        if line is not None and line != last:
            last = line
            yield begin, line


def dis(x=None, *, file=None, depth=None, show_caches=False, adaptive=False):
    """Print the instructions of a function, a class, a module, a source, or of the last traceback."""
    if x is None:
        distb(file=file)
        return
    x = getattr(x, "__func__", x)
    members = getattr(x, "__dict__", None)
    if members is not None and not hasattr(x, "__code__") and not hasattr(x, "co_code"):
        for name, member in sorted(members.items()):
            if isinstance(member, (types.FunctionType, types.MethodType, types.CodeType, classmethod, staticmethod, type)):
                print(f"Disassembly of {name}:", file=file)
                try:
                    dis(member, file=file, depth=depth)
                except TypeError as error:
                    print("Sorry:", error, file=file)
                print(file=file)
        return
    if isinstance(x, (bytes, bytearray)):
        raise TypeError("CPython's instructions can't be read")
    _disassemble_all(_code_of(x), file, depth)


def _disassemble_all(code, file, depth):
    disassemble(code, file=file)
    if depth is None or depth > 0:
        for constant in code.co_consts:
            if hasattr(constant, "co_code"):
                print(file=file)
                print(f"Disassembly of {constant!r}:", file=file)
                _disassemble_all(constant, file, None if depth is None else depth - 1)


def disassemble(co, lasti=-1, *, file=None, show_caches=False, adaptive=False):
    """Print a code's instructions, with a mark at one of them."""
    instructions = list(get_instructions(co))
    width = max(3, *(len(str(i.starts_line or "")) for i in instructions))
    for i in instructions:
        if i.starts_line is not None and i.offset > 0:
            print(file=file)
        print(i._line(width, i.offset == lasti), file=file)


disco = disassemble


def distb(tb=None, *, file=None, show_caches=False, adaptive=False):
    """Print the instructions of where a traceback ends."""
    if tb is None:
        tb = getattr(sys, "last_traceback", None)
        if tb is None:
            raise RuntimeError("no last traceback to disassemble")
    while tb.tb_next:
        tb = tb.tb_next
    disassemble(tb.tb_frame.f_code, tb.tb_lasti, file=file)


def pretty_flags(flags):
    """The names of a code's flags."""
    names = [COMPILER_FLAG_NAMES.get(1 << i, hex(1 << i)) for i in range(32) if flags >> i & 1]
    return ", ".join(names) or hex(flags)


def code_info(x):
    """What is known of a code, as a text."""
    code = _code_of(x)
    lines = [f"Name:              {code.co_name}", f"Filename:          {code.co_filename}", f"Argument count:    {code.co_argcount}",
             f"Positional-only arguments: {code.co_posonlyargcount}", f"Kw-only arguments: {code.co_kwonlyargcount}",
             f"Number of locals:  {code.co_nlocals}", f"Stack size:        {code.co_stacksize}", f"Flags:             {pretty_flags(code.co_flags)}"]
    for title, values, show in (("Constants", code.co_consts, repr), ("Names", code.co_names, str), ("Variable names", code.co_varnames, str),
                                ("Free variables", code.co_freevars, str), ("Cell variables", code.co_cellvars, str)):
        if values:
            lines.append(title + ":")
            lines += [f"{i:4d}: {show(v)}" for i, v in enumerate(values)]
    return "\n".join(lines)


def show_code(co, *, file=None):
    """Print what is known of a code."""
    print(code_info(co), file=file)


class Bytecode:
    """A code's instructions."""

    def __init__(self, x, *, first_line=None, current_offset=None, show_caches=False, adaptive=False):
        self.codeobj = _code_of(x)
        self.first_line = self.codeobj.co_firstlineno if first_line is None else first_line
        self.current_offset = current_offset
        self._original = x

    def __iter__(self):
        return get_instructions(self.codeobj, first_line=self.first_line)

    def __repr__(self):
        return f"{type(self).__name__}({self._original!r})"

    @classmethod
    def from_traceback(cls, tb, *, show_caches=False, adaptive=False):
        """The code of where a traceback ends."""
        while tb.tb_next:
            tb = tb.tb_next
        return cls(tb.tb_frame.f_code, current_offset=tb.tb_lasti)

    def info(self):
        """What is known of the code."""
        return code_info(self.codeobj)

    def dis(self):
        """The instructions as a text."""
        out = io.StringIO()
        disassemble(self.codeobj, -1 if self.current_offset is None else self.current_offset, file=out)
        return out.getvalue()
