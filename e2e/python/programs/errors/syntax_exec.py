good = "def f(x):\n    return x * 2\nresult = f(21)"
scope = {}
exec(good, scope)
print(scope["result"])
bad = "x = 1\nfor i in range(3)\n    print(i)\n"
try:
    exec(bad)
except SyntaxError as e:
    print(e.msg, e.lineno, e.filename, repr(e.text))
try:
    compile("a = = 1", "given.py", "exec")
except SyntaxError as e:
    print(e)
exec("raise KeyError('in exec')")
