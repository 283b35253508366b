# Syntax trees, and the values of literals.
import ast

for text in ("1", "-2.5", "+3", "1+2j", "-1-2j", "'a'", "b'x'", "[1, (2, 3), {4}, {'a': None}]", " (1,)", "set()", "True", "...", "{}", "'a' 'b'",
             "x", "1+1", "f()", "[a]", "'a'.upper()", "{**{}}", "-'a'", "--1", "1 if 2 else 3", "lambda: 1", "f'{1}'", "(", "[1, 2"):
    try:
        print(repr(text), repr(ast.literal_eval(text)))
    except (ValueError, SyntaxError) as e:
        print(repr(text), type(e).__name__, str(e).split(": <")[0])
source = '''
"""doc
   string"""
import os, sys as s
from . import a
from ..b import c as d, e
x: int = 1
y: str
(z.w): int
a, *b = c = [1, 2]
del a, b[0]
a += 1; a @= 2
@deco
def f(p, /, q=1, *r, s, t=2, **u) -> int:
    global g
    return p
async def h():
    async with x as y, z: await w
    async for i in j: yield i
    return [k async for k in l if m if n]
class C(B, metaclass=M):
    "of C"
    def m(self): nonlocal_ = 1
lambda v, *w: (yield)
for i, (j, k) in l:
    continue
else:
    pass
while True: break
if a: b
elif c: d
else: e
with open(f) as g, h: pass
try: a
except (E, F) as e: b
except: c
else: d
finally: e
try: a
except* E: b
raise A from B
assert a, b
match x:
    case 1 | "a" | None: pass
    case [a, *_, 3] if b: pass
    case {"k": v, **rest}: pass
    case P(1, q=2) as z: pass
    case _: pass
f"{a!r:>{w}} b {c=}"
a if b else c; not a; -a + b * c ** d; a < b <= c is not d not in e; a and b or c
x[1:2, ::3, ...]; (n := 5); {1: 2, **d}; {1, 2}; f(*a, b, k=1, **kw); "é" + ü
{k: v for k, v in x}; {a for a in b}; (a for a in b)
'''
tree = ast.parse(source)
for node in tree.body:
    print(ast.dump(node))
print(ast.dump(tree.body[10], indent=2, include_attributes=True))
print(ast.dump(ast.parse("a.b", mode="eval"), annotate_fields=False), ast.dump(ast.parse("x = 1", mode="single"), indent=4))
print(ast.get_docstring(tree), [n.name for n in ast.walk(tree) if isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef))])
for node in ast.walk(ast.parse("aé = 'ü' + b(c)\nfor d in e: pass")):
    print(type(node).__name__, [getattr(node, a, None) for a in ("lineno", "col_offset", "end_lineno", "end_col_offset")])


class Names(ast.NodeVisitor):
    def __init__(self):
        self.found = []

    def visit_Name(self, node):
        self.found.append((node.id, type(node.ctx).__name__))
        self.generic_visit(node)


class Double(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.Constant(node.value * 2), node)

    def visit_Pass(self, node):
        return None


names = Names()
names.visit(ast.parse("a = b + c; del d; e[f] = g"))
print(names.found)
print(ast.dump(Double().visit(ast.parse("x = 1\npass\ny = 'a'"))))
code = "total = price * (1 + rate)"
print(ast.get_source_segment(code, ast.parse(code).body[0].value.right))
print(ast.Name("x", ast.Load())._fields, ast.BinOp.__bases__[0].__name__, issubclass(ast.Add, ast.operator), ast.dump(ast.Name(id="q")))
for call in (lambda: ast.Name(1, 2, 3), lambda: ast.dump(1), lambda: ast.parse("x ="), lambda: ast.parse("1", mode="x")):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
