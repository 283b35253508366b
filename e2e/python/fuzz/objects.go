package fuzz

import (
	"fmt"
	"strings"
)

// members are what a class of a hierarchy may have; N is its name, B a base's.
var members = []string{
	"tag = 'N'", "def who(self): return 'N'", "def who(self): return 'N' + super().who()", "def who(self): return B.who(self) + 'N'", "@property\n    def value(self): return 'N', getattr(self, '_v', None)", "@property\n    def value(self): return self._v\n    @value.setter\n    def value(self, v): self._v = (v, 'N')\n    @value.deleter\n    def value(self): print('deleted'); del self._v",
	"@classmethod\n    def make(cls, *a): return cls.__name__, a", "@staticmethod\n    def stat(*a): return 'N', a", "def __init__(self, *a): self.args = a", "def __init__(self, *a):\n        super().__init__()\n        self.n = 'N'", "def __getattr__(self, n):\n        if n.startswith('_'): raise AttributeError(n)\n        return 'N.' + n", "__slots__ = ('s', 't')", "__slots__ = ()", "def __init_subclass__(cls, **k): super().__init_subclass__(); print('sub', cls.__name__, k)",
	"def __repr__(self): return 'N()'", "def __eq__(self, o): return type(self) is type(o) or NotImplemented", "def __hash__(self): return 7", "def __call__(self, *a): return 'N', a", "def __class_getitem__(cls, k): return cls.__name__, k", "x: int = 1\n    y: 'str'", "def __private(self): return 'N'\n    def public(self): return self.__private()", "__mangled = 'N'", "class Inner:\n        tag = 'inner N'", "tags = [c + 'N' for c in 'ab']", "d = Descriptor('N')", "nd = NonData('N')", "c = functools.cached_property(lambda self: print('computed') or 'N')", "def __set_name__(self, o, n): print('named', n)", "who = None", "__hash__ = None",
	"def __getattribute__(self, n): return ('got', n) if n == 'got' else super().__getattribute__(n)", "def __setattr__(self, n, v): super().__setattr__(n, (v, 'N'))", "def __delattr__(self, n): print('del', n); super().__delattr__(n)", "def __dir__(self): return ['N']", "def __new__(cls, *a): print('new', cls.__name__); return super().__new__(cls)", "def __instancecheck__(self, o): return True", "m = functools.partialmethod(lambda self, *a: (type(self).__name__, a), 1)", "__match_args__ = ('n',)", "def __lt__(self, o): return 'N'", "locals()['dyn'] = 'N'", "tag += 'N'", "def gen(self): yield 'N'; yield from super().gen()", "if len('N') > 1: extra = 1",
}

// accesses are expressions of an object o and its class C.
var accesses = []string{
	"o.tag", "o.who()", "o.value", "o.make(1)", "C.make()", "o.stat(1)", "C.stat()", "o.args", "o.n", "o.other", "o.s", "C.s", "repr(o) if type(o).__repr__ is not object.__repr__ else 0", "o == o", "o == C", "o != 1", "hash(o)", "{o: 1}[o]", "o(1)", "C[int]", "C.__annotations__", "o.public()", "o._A__private()", "o._B__mangled", "C.__mangled", "o.Inner.tag", "o.Inner.__qualname__", "o.tags", "o.d", "C.d", "o.nd", "C.nd", "o.c", "vars(o)", "sorted(vars(o))", "[c.__name__ for c in C.__mro__]", "C.__bases__ and C.__bases__[0].__name__", "o.got", "dir(o)[:1]", "isinstance(o, A)", "issubclass(C, A)", "o.m(2)", "o < o", "o > 1", "C.dyn", "list(o.gen())", "C.__name__, C.__qualname__, C.__module__", "C.__dict__.get('tag')", "hasattr(o, 'zzz')", "getattr(o, 'q', 'd')", "super(C, o).who()", "super(A, o).__thisclass__", "type(o).__mro__[-1]", "C.who.__qualname__", "o.who.__func__ is C.who", "C.__dict__['x']", "C.x", "type(C)", "C.__slots__", "o.__dict__", "o.__class__ is C", "C.__doc__", "C.mro() == list(C.__mro__)", "C().tag", "C(1, 2).args", "type('D', (C,), {'tag': 'dyn'})().tag", "C.__subclasses__() and [c.__name__ for c in C.__subclasses__()]", "C.extra", "o.make.__self__ is C", "C.value", "C.value.fget.__name__", "object.__getattribute__(o, 'tag')", "o.__init__", "o.who.__name__", "C.__init_subclass__", "o.__eq__(5)", "o.__sizeof__() > 0", "o.__reduce_ex__(2)[0].__name__", "copy.copy(o) is o", "copy.deepcopy(o).__class__ is C",
}

// objects makes a hierarchy of classes, and looks at what their instances have.
func (g *generator) objects() {
	g.line("import functools, copy")
	g.line("class Descriptor:\n    def __init__(self, n): self.n = n\n    def __set_name__(self, o, n): self.name = n\n    def __get__(self, o, c): return self.n, self.name, o is None, c.__name__\n    def __set__(self, o, v): print('set', self.name, v)\n    def __delete__(self, o): print('delete', self.name)")
	g.line("class NonData:\n    def __init__(self, n): self.n = n\n    def __get__(self, o, c=None): return self.n, o is None")
	names := []string{"A", "B", "C", "D"}[:2+g.IntN(3)]
	for i, name := range names {
		bases := []string{}
		for _, b := range names[:i] {
			if g.IntN(2) == 0 {
				bases = append([]string{b}, bases...)
			}
		}
		base := "object"
		if len(bases) > 0 {
			base = bases[0]
		} else if g.IntN(8) == 0 {
			bases = []string{pick(g, "int", "dict", "Exception", "list", "str", "tuple")}
		}
		if g.IntN(8) == 0 {
			bases = append(bases, pick(g, "metaclass=Meta", "k=1", "k=1"))
		}
		g.block(func() {
			g.line("pass")
			for range 1 + g.IntN(6) {
				g.line("%s", strings.NewReplacer("B.", base+".", "'N", "'"+name, "N'", name+"'").Replace(pick(g, members...)))
			}
		}, "try:\n  class Meta(type):\n    def __call__(cls, *a): return super().__call__(*a)\n    tag = 'meta'\n  class %s(%s):", name, strings.Join(bases, ", "))
		g.line("except Exception as e: print(type(e).__name__, e); %s = type('%s', (), {})", name, name)
	}
	for _, name := range names {
		g.line("try: o = C = %s; o = C()", name)
		g.line("except Exception as e: print(type(e).__name__, e)")
		for range 4 + g.IntN(6) {
			g.probe(pick(g, accesses...))
		}
		for range g.IntN(5) {
			g.line("try: %s", pick(g, "o.value = 5; print(o.value)", "del o.value", "o.s = 1; print(o.s)", "o.zz = 2; print(o.zz)", "o.d = 3", "del o.d", "o.nd = 4; print(o.nd)", "C.tag = 9; print(o.tag)", "del C.tag", "del o.zz", "o.who = lambda: 'own'; print(o.who())", "o.__class__ = A; print(type(o).__name__)", "C.new = lambda self: 'new'; print(o.new())", "o.c = 1; print(o.c)", "o.__dict__['zz'] = 7; print(o.zz)", "C.d = 1; print(o.d)", "o.args += (1,); print(o.args)", "o.n: int = 3", "setattr(o, 'q q', 1); print(getattr(o, 'q q'))"))
			g.line("except Exception as e: print(type(e).__name__, e)")
		}
	}
}

// asyncs makes coroutines that take turns, and runs them.
func (g *generator) asyncs() {
	g.line("import asyncio, contextlib")
	g.line("log = []")
	g.line("class Bound:\n    async def __aenter__(self): log.append('enter'); await asyncio.sleep(0); return self\n    async def __aexit__(self, *a): log.append(('exit', a[0] and a[0].__name__)); return self.swallow\n    def __init__(self, swallow=False): self.swallow = swallow")
	g.line("async def agen(n):\n    for i in range(n):\n        log.append(('agen', i))\n        yield i\n        await asyncio.sleep(0)")
	names := []string{}
	for range 2 + g.IntN(3) {
		name := g.name("co")
		previous := append([]string{}, names...)
		g.block(func() {
			for range 1 + g.IntN(4) {
				g.asyncStep(2, previous)
			}
			g.line("return %s", pick(g, "x", "'done'", "[x]"))
		}, "async def %s(x):", name)
		names = append(names, name)
	}
	g.block(func() {
		for range 2 + g.IntN(3) {
			a, b := pick(g, names...), pick(g, names...)
			g.block(func() {
				g.line("%s", strings.NewReplacer("AA", a, "BB", b).Replace(pick(g, "print(await AA(1))", "print(await asyncio.gather(AA(1), BB(2)))", "print(await asyncio.gather(AA(1), BB(2), return_exceptions=True))", "t = asyncio.create_task(AA(3)); await asyncio.sleep(0); print(t.done()); print(await t)", "t = asyncio.create_task(AA(4)); await asyncio.sleep(0); t.cancel(); print(await t)", "print(await asyncio.wait_for(AA(5), 5))", "print([r async for r in agen(3)], {r: r async for r in agen(2)})", "done, pending = await asyncio.wait([asyncio.create_task(AA(1)), asyncio.create_task(BB(2))]); print(len(done), len(pending), sorted(repr(t.exception() or t.result()) for t in done))", "for f in asyncio.as_completed([AA(1)]): print(await f)", "t = asyncio.create_task(AA(1)); u = asyncio.create_task(BB(2)); print(await u, await t)", "async with asyncio.TaskGroup() as tg: t = tg.create_task(AA(1)); u = tg.create_task(BB(2))", "async with asyncio.timeout(9): print(await AA(1))", "print(await asyncio.shield(AA(1)))", "q = asyncio.Queue(); await q.put(1); print(await q.get(), q.qsize()); print(await AA(q.empty()))", "e = asyncio.Event(); t = asyncio.create_task(e.wait()); await asyncio.sleep(0); print(t.done()); e.set(); print(await t)", "g = agen(3); print(await anext(g)); print(await anext(g)); await g.aclose(); print(await anext(g, 'over'))")))
			}, "try:")
			g.line("except BaseException as e: print(type(e).__name__, e, len(getattr(e, 'exceptions', ())))")
			g.line("print(log); log.clear()")
		}
	}, "async def main():")
	g.line("asyncio.run(main())")
}

func (g *generator) asyncStep(depth int, names []string) {
	body := func() { g.asyncStep(depth-1, names) }
	kind := g.IntN(12)
	if depth == 0 {
		kind = 5 + g.IntN(7)
	}
	switch kind {
	case 0:
		g.block(body, "for i in range(%d):", g.IntN(3))
	case 1:
		g.block(body, "try:")
		g.block(body, "except %s as e:", pick(g, "ValueError", "Exception", "asyncio.CancelledError", "BaseException"))
	case 2:
		g.block(body, "try:")
		g.block(func() { g.line("log.append('finally')"); body() }, "finally:")
	case 3:
		g.block(body, "async for i in agen(%d):", g.IntN(3))
	case 4:
		g.block(body, "async with Bound(%s)%s:", pick(g, "", "True"), pick(g, "", " as b"))
	case 5, 6:
		g.line("await asyncio.sleep(0)")
	case 7:
		g.line("%s", pick(g, "raise ValueError(x)", "raise KeyError('k')", "1 // 0", "return 'early'"))
	case 8:
		if len(names) > 0 {
			g.line("x = await %s(%s)", pick(g, names...), pick(g, "x", "0", "'a'"))
			return
		}
		fallthrough
	case 9:
		g.line("x = [i async for i in agen(2)%s]", pick(g, "", " if i"))
	default:
		g.line("log.append((%d, x))", g.IntN(100))
	}
}

// groups raises groups of exceptions, and handles parts of them.
func (g *generator) groups() {
	leaf := func() string {
		return pick(g, "ValueError(1)", "KeyError('k')", "TypeError('t')", "OSError(2, 'm')", "ZeroDivisionError()")
	}
	var tree func(depth int) string
	tree = func(depth int) string {
		var list []string
		for range 1 + g.IntN(3) {
			if depth > 0 && g.IntN(3) == 0 {
				list = append(list, tree(depth-1))
			} else {
				list = append(list, leaf())
			}
		}
		return fmt.Sprintf("ExceptionGroup('g%d', [%s])", g.IntN(9), strings.Join(list, ", "))
	}
	class := func() string {
		return pick(g, "ValueError", "KeyError", "(TypeError, KeyError)", "OSError", "LookupError", "Exception", "ArithmeticError")
	}
	f := g.name("group")
	g.block(func() {
		g.block(func() {
			g.line("raise %s", pick(g, tree(2), tree(1), tree(2), leaf()))
		}, "try:")
		for range 1 + g.IntN(3) {
			g.block(func() {
				g.line("log.append(('caught', repr(e)))")
				g.line("%s", pick(g, "pass", "pass", "raise", "raise RuntimeError('new')", "raise RuntimeError('from') from e", "raise e", "log.append(e.split(ValueError))", "log.append(e.derive([KeyError(1)]))", "log.append(repr(e.subgroup(lambda x: isinstance(x, KeyError))))"))
			}, "except* %s as e:", class())
		}
		if g.IntN(3) == 0 {
			g.line("else: log.append('else')")
		}
		if g.IntN(3) == 0 {
			g.line("finally: log.append('finally')")
		}
	}, "def %s(log):", f)
	g.line("log = []")
	g.line("try: print(%s(log))", f)
	g.line("except BaseException as e: print(repr(e), repr(e.__cause__), repr(e.__context__), [repr(x) for x in getattr(e, 'exceptions', ())])")
	g.line("for x in log: print(x)")
}
