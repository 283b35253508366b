"""What eval and exec see, what they write to, and what a function's locals() is."""
x = "global"


def local_reads():
    x = "local"
    y = 5
    exec("x = 'changed'; z = 1")
    try:
        z
    except NameError as e:
        print(type(e).__name__, e)
    return x, eval("x"), eval("x, y"), eval("x", {"x": "given"}), eval("x + y", {"x": "g"}, {"y": "l"}), sorted(locals())


print(local_reads(), x)
scope = {"a": 1}
exec("b = a + 1\ndef f(): return a, b\nclass C: v = b\nimport math as m\nglobal g; g = 7", scope)
print(sorted(k for k in scope if k != "__builtins__"), scope["f"](), scope["C"].v, scope["C"].__module__ if "__name__" in scope else "no name", "__builtins__" in scope)
scope["a"] = 10
print(scope["f"](), exec("pass"), eval(" 1 + 1 "), eval("(yes := 5) + 1"), yes)
glob, loc = {}, {}
exec("v = 1\nglobal w\nw = 2\nr = [v for _ in 'a'] if False else 'r'", glob, loc)
print(loc, glob["w"])
try:
    exec("v = 1\nprint([v for _ in 'a'])", {}, {})
except NameError as e:
    print("a comprehension does not see the locals:", e)
try:
    exec("def f(): return h()\ndef h(): return 1\nf()", {}, {})
except NameError as e:
    print("nor does a function:", e)
for code in ("", "x = 1", "1 +", "(", "x y", "return 1", "print(", "'abc", "1 if 2", "a b c = 5", "f(x for x in [], 1)", "def", "*a", "yield 1", "await x", "import os"):
    try:
        print(repr(eval(code)))
    except SyntaxError as e:
        print(repr(code), "!", e.msg, e.lineno, e.offset, e.filename)
    except Exception as e:
        print(repr(code), "!!", type(e).__name__, e)
compiled = compile("t = 3\nt * 2", "named.py", "exec")
print(exec(compiled, scope), scope["t"], compiled.co_filename, eval(compile("t * 5", "e", "eval"), scope), type(compiled).__name__)
exec(compile("1 + 1\n'shown'", "s", "single")) if False else exec(compile("40 + 2", "s", "single"))
for bad in (lambda: eval(5), lambda: exec("a", 5), lambda: compile("1", "f", "other"), lambda: eval("x\x00"), lambda: eval("nope"), lambda: eval("print(1); 2"), lambda: eval("x", {"__builtins__": {}}), lambda: eval("len", {"__builtins__": {}}), lambda: exec(compile("1", "f", "eval"))):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


class Chain(dict):
    def __missing__(self, key):
        if key.startswith("auto_"):
            return f"<{key}>"
        raise KeyError(key)


print(eval("auto_a + auto_b", {}, Chain()), eval("len('abc') + k", {"k": 1}))


def nested():
    n = 1

    def inner():
        return eval("n") if False else locals()

    def uses():
        n
        return sorted(locals()), eval("n")

    return inner(), uses()


print(nested(), [eval("v") for v in range(2)] if True else None, (lambda q: eval("q * 2"))(4))
print(vars() is globals(), globals() is locals(), "local_reads" in globals())
globals()["made"] = 1
print(made, eval(b"1 + 1"), eval("\t 2"), eval("# c\n3") if False else 3)
