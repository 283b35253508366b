# What a program has imported from __future__ holds for what it compiles, too.
from __future__ import annotations

import __future__
import ast
import codeop

SOURCE = "def f(a: nope, *b: int) -> str: x: y = 1\nprint(f.__annotations__)"
FLAG = __future__.annotations.compiler_flag


def show(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


show(exec, SOURCE)
show(exec, SOURCE, {})
code = compile(SOURCE, "f", "exec")
show(exec, code)
print(hex(code.co_flags), hex(show.__code__.co_flags & FLAG), hex(code.co_consts[2].co_flags & FLAG if hasattr(code.co_consts[2], "co_flags") else FLAG))
show(lambda: exec(compile(SOURCE, "f", "exec", dont_inherit=True)))
show(lambda: exec(compile(SOURCE, "f", "exec", 0, True)))
show(lambda: exec(compile(SOURCE, "f", "exec", FLAG, True)))
show(lambda: exec(compile(SOURCE, "f", "exec", FLAG)))
show(lambda: exec(compile(ast.parse(SOURCE), "f", "exec")))
show(lambda: exec(compile(ast.parse(SOURCE), "f", "exec", dont_inherit=True)))
show(lambda: exec(compile("def f(a: nope): pass\n", "f", "single")) or f)
exec("exec(SOURCE)")
exec("class A:\n  a: nope\n  print(__annotations__)\nx: other = 1\nprint(__annotations__)", {})

plain = {"SOURCE": SOURCE}
exec(compile("try:\n  exec(SOURCE)\nexcept NameError as e: print(e)\nprint((lambda: 0).__code__.co_flags)", "f", "exec", dont_inherit=True), plain)
compiler = codeop.Compile()
exec(compiler("from __future__ import annotations", "f", "exec"), plain)
exec(compiler(SOURCE, "f", "exec"), plain)
exec(codeop.Compile()("print(__name__)", "f", "exec"), plain)
