class Mul:
    def __mul__(self, o): return NotImplemented
class S(Mul, str): pass
class L(list):
    def __rmul__(self, o): return ("rmul", o)
class N:
    def __index__(self): return 2
class M(N):
    def __rmul__(self, o): return "M.rmul"
for code in ("S('a') * 2", "S('a') * S('b')", "L([1]) * 2", "2 * L([1])", "'ab' * N()", "N() * [1]", "'ab' * M()", "[1] * 2.0", "'a' * 'b'", "(1,) * None", "True * 'x'", "-1 * [1]", "b'x' * N()"):
    try:
        print(code, "=", eval(code))
    except TypeError as e:
        print(code, "->", e)
class T(str):
    def __radd__(self, o): return "radd"
print(T("a") + T("b"), "x" + T("y"), 5 + T("z"))
