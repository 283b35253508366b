"""Compiles what is typed, and tells what is wrong from what isn't at its end yet."""

import __future__
import warnings

_features = [getattr(__future__, name) for name in __future__.all_feature_names]

__all__ = ["compile_command", "Compile", "CommandCompiler"]

_DONT_IMPLY_DEDENT, _ALLOW_INCOMPLETE = 0x200, 0x4000


def _problem(compiler, source, filename, symbol):
    """What a source is refused with, or None."""
    try:
        compiler(source, filename, symbol)
    except SyntaxError as error:
        return error
    return None


def _maybe_compile(compiler, source, filename, symbol):
    for line in source.split("\n"):
        line = line.strip()
        if line and line[0] != "#":
            break
    else:
        if symbol != "eval":
            source = "pass"  # there are comments only
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        error = _problem(compiler, source, filename, symbol)
        longer = _problem(compiler, source + "\n", filename, symbol)
        longest = _problem(compiler, source + "\n\n", filename, symbol)
    if error is None:
        return None if symbol == "single" and _open_block(source) else compiler(source, filename, symbol)
    if _unfinished(error, longer, longest):
        return None
    return compiler(source, filename, symbol)  # which raises


def _open_block(source):
    """Whether the last line is in a block, that a blank line is to end."""
    lines = source.split("\n")
    last = lines[-1]
    if not last.strip():
        return False
    return last[0] in " \t" or last.split("#")[0].rstrip().endswith(":") or last[0] == "@"


def _unfinished(error, longer, longest):
    """Whether more lines may mend it: the error moves with the end of the source."""
    if longer is None or longest is None:
        return True
    text = str(error.msg)
    if text.startswith(("unterminated triple-quoted", "unexpected EOF", "expected an indented block")) or "was never closed" in text:
        return True
    return repr(longer) != repr(longest) or (longer.lineno, longer.offset) != (longest.lineno, longest.offset)


def compile_command(source, filename="<input>", symbol="single"):
    """The code of a command; None where it isn't at its end; an exception where it never will be right."""
    return _maybe_compile(_plainly, source, filename, symbol)


def _plainly(source, filename, symbol):
    return compile(source, filename, symbol)


class Compile:
    """compile, which remembers the features of the future that were asked for."""

    def __init__(self):
        self.flags = _DONT_IMPLY_DEDENT | _ALLOW_INCOMPLETE

    def __call__(self, source, filename, symbol):
        code = compile(source, filename, symbol, self.flags & ~(_DONT_IMPLY_DEDENT | _ALLOW_INCOMPLETE), True)
        for feature in _features:
            if code.co_flags & feature.compiler_flag:
                self.flags |= feature.compiler_flag
        return code


class CommandCompiler:
    """compile_command, with Compile."""

    def __init__(self):
        self.compiler = Compile()

    def __call__(self, source, filename="<input>", symbol="single"):
        return _maybe_compile(self.compiler, source, filename, symbol)
