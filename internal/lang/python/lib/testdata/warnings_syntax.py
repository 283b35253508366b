import sys
import warnings

sys.stderr = sys.stdout
sources = [
    "x is 5", "x is not 'a'", "x is -1", "x is ()", "x is (1, 2)", "x is (1, x)", "x is [] or x is {}", "x is None", "x is ... is True",
    "0 is x", "x is y is 1", "x == 1", "[(1, 2) (3, 4)]", "5()", "'a'(1)", "f'{x}'(1)", "{}()", "x()", "None()", "(lambda: 0)()",
    "[1, 2]['a']", "'abc'[1.5]", "(1, 2)[None]", "b'a'[b'a']", "f'a'['b']", "{1}[0]", "5[0]", "None[1]", "...[1]", "1.5[0]", "(lambda: 0)[0]",
    "(x for x in ())[0]", "{1: 2}['a']", "[1][0]", "[1][1:2]", "[1][True]", "[1][x]", "[1][-1]", "[i for i in x]['a']",
]
for source in sources:
    print(source)
    compile(source, "<source>", "eval")
for source in ["assert (x, 'm')", "assert ()", "assert (x), 'm'", "assert (x,)", "[1]['a'] = 5", "del [1]['a']",
               "def f():\n    class C:\n        return 1 is x", "class C:\n    y = 1 is x\n\n    def m(self):\n        return lambda: self is 2"]:
    print(source)
    try:
        compile(source, "<source>", "exec")
    except SyntaxError as e:
        print(e)
warnings.simplefilter("error")
try:
    exec("x = 5\ny = x is 3")
except SyntaxError as e:
    print(repr(e), e.lineno, e.offset, e.end_lineno, e.end_offset, e.text, e.filename)
warnings.simplefilter("ignore")
print(eval("1 is 2"))
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    exec("x = 1\nx is 5")
    print(len(log), log[0].message, log[0].category, log[0].filename, log[0].lineno)
warnings.filterwarnings("error", "\"is\"", SyntaxWarning)
try:
    eval("1 is 2")
except SyntaxError as e:
    print(e)
