# compile() without asserts, with __debug__ False, and without docstrings.
import ast
source = '''"""module"""
def f(x):
    "function"
    assert x, "message"
    if __debug__:
        return "debug"
    return "not debug"
class A:
    "class"
    def m(self):
        """method"""
        assert False
        return [lambda: __debug__ for _ in range(1)][0]()
async def co():
    "only"
'''
for level in (-1, 0, 1, 2):
    for what in (source, ast.parse(source)):
        d = {}
        exec(compile(what, "x.py", "exec", optimize=level), d)
        try:
            r = d["f"](0)
        except AssertionError as e:
            r = repr(e)
        try:
            m = d["A"]().m()
        except AssertionError as e:
            m = repr(e)
        print(level, r, m, d.get("__doc__"), d["f"].__doc__, d["A"].__doc__, d["A"].m.__doc__, d["co"].__doc__)
print(eval(compile("__debug__", "x", "eval", optimize=1)), eval(compile("__debug__", "x", "eval")), __debug__)
for bad in (3, -2):
    try:
        compile("1", "x", "eval", optimize=bad)
    except ValueError as e:
        print(e)
