package fuzz

import "strings"

// dunders are methods that a class may have; they print that they were called.
var dunders = []string{
	"__add__(self, o): return ('add', N, P(o))", "__radd__(self, o): return ('radd', N, P(o))", "__iadd__(self, o): self.v += 1; return self", "__mul__(self, o): return NotImplemented", "__rmul__(self, o): return 'rmul' + N", "__sub__(self, o): return NotImplemented", "__rsub__(self, o): return 'rsub'",
	"__eq__(self, o): return isinstance(o, Base) and self.v == o.v", "__lt__(self, o): return self.v < o.v", "__le__(self, o): return NotImplemented", "__hash__(self): return self.v", "__bool__(self): return self.v > 1", "__len__(self): return self.v - 1", "__contains__(self, o): return o == self.v",
	"__getitem__(self, i): return P(i) if i != 4 else [][0]", "__setitem__(self, i, v): print('set', P(i), P(v))", "__delitem__(self, i): print('del', P(i))", "__iter__(self): return iter(range(self.v))", "__iter__(self): yield from 'ab'", "__call__(self, *a, **k): return (a, k)", "__getattr__(self, n): return 'attr ' + n if n == 'zip' else self.__getattribute__(n)", "__setattr__(self, n, v): object.__setattr__(self, n, v)",
	"__repr__(self): return 'R' + N", "__str__(self): return 'S' + N", "__format__(self, s): return 'F' + s", "__int__(self): return self.v", "__index__(self): return self.v", "__float__(self): return self.v / 2", "__neg__(self): return -self.v", "__abs__(self): return self.v", "__round__(self, n=None): return ('round', n)", "__divmod__(self, o): return 'divmod'", "__pow__(self, o, m=None): return ('pow', m)", "__reversed__(self): return 'rev'",
	"__enter__(self): print('enter'); return self", "__exit__(self, *a): print('exit', a[0]); return True", "__next__(self): self.v -= 1; return self.v if self.v > 0 else self.stop()", "__bool__(self): return 1", "__len__(self): return -1", "__len__(self): return 'x'", "__hash__(self): return 'x'", "__str__(self): return 5", "__repr__(self): return None", "__index__(self): return 'x'", "__contains__(self, o): return []", "__iter__(self): return 5", "__eq__(self, o): return 'eq'", "__ne__(self, o): return 'ne'", "__lt__(self, o): return []", "__or__(self, o): return 'or'", "__ror__(self, o): return 'ror'", "__matmul__(self, o): return 'mat'", "__rtruediv__(self, o): return 'rdiv'", "__rlshift__(self, o): return 'rl'", "__invert__(self): return 'inv'", "__complex__(self): return 1j", "__trunc__(self): return 4", "__bytes__(self): return b'by'", "__dir__(self): return ['b', 'a']", "__missing__(self, k): return 'missing'", "__class_getitem__(cls, k): return ('cgi', k)", "__delattr__(self, n): print('delattr', n)", "__hash__ = None", "__init_subclass__(cls, **k): print('sub', cls.__name__, sorted(k))", "__getattribute__(self, n): return object.__getattribute__(self, n)", "__del__(self): pass", "__set_name__(self, o, n): print('name', n)",
}

// uses are expressions of two instances, X and Y.
var uses = []string{
	"X + Y", "X + 1", "1 + X", "X * Y", "2 * X", "X - Y", "5 - X", "X == Y", "X != Y", "X == X", "X < Y", "X <= Y", "X > Y", "X >= 1", "hash(X) == 2", "bool(X)", "len(X)", "2 in X", "X[1]", "X[1:2]", "X['k']", "list(X)", "tuple(zip(X, X))", "X(1, a=2)", "X.zip", "X.nope", "repr(X) if type(X).__repr__ is not object.__repr__ else 0", "str(X) if type(X).__repr__ is not object.__repr__ else 0", "f'{X:>3}' if hasattr(type(X), '__index__') else 0", "int(X)", "float(X)", "[1, 2, 3, 4][X]", "range(X)", "-X", "abs(X)", "round(X)", "round(X, 2)", "divmod(X, 2)", "X ** 2", "pow(X, 2, 3)", "reversed(X)", "sorted([X, Y]) and 1", "max(X, Y) is X", "{X: 1}[X]", "{X, Y} and len({X, Y})", "not X", "X and 1", "X or 2", "X | Y", "1 | X", "X @ Y", "1 / X", "1 << X", "~X", "complex(X)", "bytes(X)", "dir(X)[:2]", "type(X)[int]", "'%d' % X", "'%s' % [X] if type(X).__repr__ is not object.__repr__ else 0", "X.v", "isinstance(X, Base)", "next(X)", "iter(X) is X", "all(X)", "[*X]", "dict(X)", "sum([X, Y], 0)", "'a' * X", "X in [Y]", "[X, Y].index(Y)", "[X].count(Y)", "X is Y", "any([X])", "'abc'[X:]", "divmod(1, X)", "chr(X)", "X.__class__.__name__", "[k for k in vars(X)]", "type(X).__mro__[1:-1] and len(type(X).__mro__)", "min([X, Y], key=lambda o: o.v).v", "hex(X)", "bin(X)", "float.__add__(1.0, X)", "(1).__add__(X)", "getattr(X, 'q', 'default')",
}

// classes makes two related classes with random special methods, and uses them.
func (g *generator) classes() {
	g.line("def P(o): return o if isinstance(o, (int, str, slice)) else type(o).__name__")
	g.block(func() {
		g.line("def __init__(self, v): self.v = v")
		g.line("def stop(self): raise StopIteration")
		g.methods(2)
	}, "class Base:")
	base := pick(g, "Base", "Base", "Base", "Base, int", "Base, list", "Base, dict", "Base, str")
	g.block(func() {
		if base != "Base" {
			g.line("def __new__(cls, v): return super().__new__(cls)")
		}
		g.methods(5)
	}, "class Sub(%s):", base)
	g.line("x, y = %s(%d), %s(%d)", pick(g, "Base", "Sub"), 1+g.IntN(3), pick(g, "Base", "Sub"), 1+g.IntN(3))
	for range 8 + g.IntN(8) {
		g.probe(strings.NewReplacer("X", "x", "Y", "y").Replace(pick(g, uses...)))
	}
	for _, s := range []string{"x[2] = 5", "del x[2]", "x += y", "x.attr = 1", "del x.attr", "for i in x: print(P(i))", "a, b = x", "with x: raise KeyError"} {
		if g.IntN(3) == 0 {
			g.block(func() { g.line("%s", s) }, "try:")
			g.line("except Exception as e: print(type(e).__name__, e)")
		}
	}
}

func (g *generator) methods(n int) {
	for range 1 + g.IntN(n) {
		d := strings.ReplaceAll(pick(g, dunders...), "N)", "type(self).__name__)")
		d = strings.ReplaceAll(strings.ReplaceAll(d, "N,", "type(self).__name__,"), "+ N", "+ type(self).__name__")
		if strings.Contains(d, "(self") || strings.Contains(d, "(cls") {
			d = "def " + d
		}
		g.line("%s", d)
	}
}
