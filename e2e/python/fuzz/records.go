package fuzz

import (
	"fmt"
	"strings"
)

// records makes data classes, the second of them derived of the first, and uses them.
func (g *generator) records() {
	g.line("import copy, functools\nfrom dataclasses import *\nfrom typing import *")
	base := ""
	for i := range 1 + g.IntN(2) {
		name := string(rune('D' + i))
		g.line("try:")
		g.indent++
		g.line("@dataclass%s", pick(g, "", "", "(order=True)", "(frozen=True)", "(eq=False)", "(slots=True)", "(kw_only=True)", "(repr=False)", "(unsafe_hash=True)", "(frozen=True, order=True)", "(init=False)", "(match_args=False)"))
		g.block(func() {
			for j := range 1 + g.IntN(4) {
				g.line("%s", g.field(string(rune('a'+i*2+j))))
			}
			for range g.IntN(3) {
				g.line("%s", pick(g, "def __post_init__(self): print('post', self)", "def __post_init__(self, *a): print('post', a)", "@property\n        def total(self): return self.a, 'total'", "def __repr__(self): return 'own'", "def __eq__(self, o): return 'eq'", "def __lt__(self, o): return 'lt'", "def __hash__(self): return 5", "'the doc'", "def m(self): return replace(self, a=0)", "x = 5", "def __init__(self, *a): self.a = a", "def __setattr__(self, n, v): object.__setattr__(self, n, v)"))
			}
		}, "class %s%s:", name, base)
		g.indent--
		g.line("except Exception as e: print(type(e).__name__, e); %s = None", name)
		base = "(" + name + ")"
	}
	c := base[1:2]
	for i := range 2 {
		g.line("try: o%d = %s(%s); print(o%d)", i, c, g.arguments(), i)
		g.line("except Exception as e: print(type(e).__name__, e); o%d = None", i)
	}
	for range 5 + g.IntN(8) {
		g.probe(strings.NewReplacer("CC", c, "OO", "o0", "PP", "o1").Replace(pick(g, ofRecords...)))
	}
}

var ofRecords = []string{
	"OO == PP", "OO < PP", "OO >= PP", "hash(OO) == hash(OO)", "asdict(OO)", "astuple(OO)", "replace(OO, a=9)", "replace(OO, zz=9)", "[(f.name, f.type, f.default is MISSING, f.init, f.kw_only) for f in fields(CC)]", "fields(CC)[0]", "CC.__match_args__", "CC.__annotations__", "is_dataclass(CC), is_dataclass(OO)", "CC.__doc__", "OO.a", "vars(OO)", "CC.__slots__", "copy.copy(OO) == OO", "copy.deepcopy(OO)", "{OO: 1}[OO]", "sorted([OO, PP])", "OO.total", "OO.m()", "setattr(OO, 'a', 5), OO.a", "setattr(OO, 'zz', 5), OO.zz", "delattr(OO, 'a')", "CC.a", "CC.x", "CC.__eq__ is object.__eq__", "CC.__hash__", "CC.__dataclass_params__", "CC.__init__.__annotations__", "[*map(repr, [OO, PP])]", "f'{OO}|{OO!r:>20}'", "OO != None", "max(OO, PP)", "CC(*astuple(OO)) == OO", "CC(**asdict(OO)) == OO", "asdict(OO, dict_factory=lambda x: x)", "OO.__eq__(5)", "CC.__init__.__defaults__", "len({OO, PP})",
	"type(OO).__name__, CC.__qualname__", "getattr(CC, 'b', 'none')", "inspect.signature(CC) if (inspect := __import__('inspect')) else 0",
}

func (g *generator) field(name string) string {
	kind := pick(g, "int", "str", "list[int]", "'Optional[int]'", "ClassVar[int]", "float", "Any", "InitVar[int]", "KW_ONLY", "dict[str, int]")
	if kind == "KW_ONLY" {
		return "_: KW_ONLY"
	}
	return name + ": " + kind + pick(g, "", "", " = 1", " = 'd'", " = None", " = field(default=3)", " = field(default_factory=list)", " = field(init=False, default=4)", " = field(repr=False, default=5)", " = field(compare=False, default=0)", " = field(kw_only=True)", " = field(default=1, default_factory=list)", " = []", " = field(metadata={'k': 1})", " = (1, 2)", " = field(hash=False, default=2)", " = {}", " = field(kw_only=True, default=6)")
}

// enums makes an enumeration, and uses it.
func (g *generator) enums() {
	g.line("from enum import *")
	base := pick(g, "Enum", "Enum", "IntEnum", "Flag", "IntFlag", "StrEnum", "str, Enum", "int, Enum", "float, Enum", "tuple, Enum")
	g.line("try:")
	g.indent++
	if g.IntN(5) == 0 {
		g.line("@unique")
	}
	g.block(func() {
		for i := range 1 + g.IntN(5) {
			g.line("%c = %s", 'A'+rune(i), pick(g, "auto()", "auto()", fmt.Sprint(i), "1", "2", "'a'", "'b'", "4", "A", "(1, 2)", "1.5", "A | 4", "None", "'A'", "-1", "lambda self: 1", "7"))
		}
		for range g.IntN(2) {
			g.line("%s", pick(g, "def m(self): return self.name, self.value", "@property\n        def p(self): return self.name.lower()", "def __str__(self): return 's' + self.name", "@classmethod\n        def _missing_(cls, v): return cls.A if v == 9 else None", "def __repr__(self): return 'r'", "@classmethod\n        def first(cls): return next(iter(cls))", "_ignore_ = ['x']", "def _generate_next_value_(name, start, count, last): return name * 2", "def __format__(self, s): return 'f' + s", "__hash__ = None"))
		}
	}, "class E(%s):", base)
	g.indent--
	g.line("except Exception as e: print(type(e).__name__, e); E = None")
	for range 6 + g.IntN(10) {
		g.probe(pick(g, ofEnums...))
	}
}

var ofEnums = []string{
	"E.A", "list(E)", "E(1)", "E(2)", "E('a')", "E['A']", "E['ZZ']", "E.ZZ", "E(99)", "E(9)", "E.A.name, E.A.value", "E.A == E.B", "E.A is E(E.A.value)", "E.A < E.B", "E.A | E.B", "E.A & E.B", "~E.A", "E.A ^ E.C", "E.A in E", "1 in E", "E.A + 1", "str(E.A)", "f'{E.A}|{E.A:>10}'", "'%s %r' % (E.A, E.B)", "len(E)", "E.__members__", "[m.name for m in E]", "hash(E.A) == hash(E.A)", "{E.A: 1}[E.A]", "isinstance(E.A, E)", "E.A.m()", "E.A.p", "E.first()", "E.A.A", "setattr(E, 'A', 5)", "E('A')", "E(None)", "E.A.B", "list(reversed(E))", "bool(E.A)", "E(3)", "E(0)", "E.B in E.C", "[*E.C]", "len(E.C)", "E.A.__class__, type(E.A).__mro__[1].__name__", "sorted(E, key=str)", "sorted(E)", "E.A == 1", "E.A.value + 1", "E", "dir(E)[:4]", "E(7)", "E(-1)", "E.A or 5", "int(E.A)", "__import__('json').dumps({'k': E.A})", "__import__('copy').deepcopy(E.A) is E.A", "E.__name__, E.__module__", "E((1, 2))", "format(E.A, 'd')", "format(E.A, '>9')", "E.A.__reduce_ex__(2)[1:]", "class_ if (class_ := type('F', (E,), {})) else 0", "max(E)", "E._member_names_, E._value2member_map_",
}
