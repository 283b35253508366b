package fuzz

// The kinds of expressions: int, float, bool, complex, string, bytes, list, tuple, dict,
// set, range.
const kinds = "ifocsbltder"

const (
	kindAny      = 'x'
	kindNumber   = 'n'
	kindIterable = 'y'
)

// templates has the expressions of each kind. In them {s} is an expression of kind s, and
// the other letters are generator.part's.
var templates = map[byte][]string{
	'i': {
		"{i}{+}{i}", "{i}{&}{i}", "{i}<<{w}", "{i}>>{w}", "-{i}", "~{i}", "+{o}", "abs({i})", "{i}**{w}", "pow({i},{w},{i})", "pow({i},{i},{i})", "len({y})", "len({s})", "int({s})", "int({f})", "int({s},{k})", "int({n})",
		"round({f})", "round({i},{k})", "{s}.find({s})", "{s}.rfind({s},{k},{k})", "{s}.index({s})", "{s}.count({s})", "{l}.index({x})", "{l}.count({x})", "{t}.count({x})", "hash({i})", "hash({f})", "hash({t})==hash({t})",
		"{i}.bit_length()", "{i}.bit_count()", "int.from_bytes({b},'big')", "int.from_bytes({b},'little',signed=True)", "{b}[{k}]", "{b}.find({b})", "ord({s}[{k}])", "ord({s})", "sum({l})", "sum({r})", "max({l})", "min({l})", "max({l},default={i})", "{r}.index({i})", "{r}[{k}]",
		"divmod({i},{i})[{k}]", "{i} if {o} else {i}", "{i} and {i}", "{i} or {i}", "sum(x for x in {r} if x {<} {k})", "(lambda a, b={i}: a{+}b)({i})", "{l}[{k}]", "{d}[{i}]", "{d}.get({x},{i})", "{f}//{f}", "{o}{+}{o}", "{o}+{i}", "{d}.pop({s},{i})", "{i}.__add__({x})", "{i}.__rsub__({x})",
		"{i}.real", "{i}.denominator", "(y := {i}) + y", "{i}.conjugate()", "bool({x})+{i}", "next(iter({y}))", "next(iter({y}),{i})", "{l}.__len__()", "{s}.__hash__() == hash({s})", "int({b})", "{b}.count({b})",
	},
	'f': {
		"{n}/{n}", "{f}{+}{n}", "{n}{+}{f}", "-{f}", "abs({f})", "float({s})", "float({n})", "round({f},{k})", "{f}**{k}", "{f}**{f}", "{i}**-{w}", "divmod({f},{f})", "sum([{f},{f},{f}])", "max({f},{n})", "{f}%{f}", "{f}.is_integer()", "{f}.as_integer_ratio()", "{f}.hex()", "float.fromhex('0x1.8p3')", "pow({f},{f})",
		"{n}//{f}", "float({b})", "{f} if {o} else {i}", "{f}.real", "{f}.__round__()", "{f}.__floor__()", "{f}.__divmod__({n})", "min({n},{n},{n})", "sorted([{n},{n},{n}])", "sum([{n},{n}],{f})",
	},
	'o': {
		"{n}{<}{n}", "{s}{<}{s}", "{x}{<}{x}", "{l}{<}{l}", "{t}{<}{t}", "{e}{<}{e}", "not {x}", "{o} and {o}", "{o} or {x}", "{x} in {y}", "{s} in {s}", "{x} not in {l}", "{l} is {x}", "{x} is None", "isinstance({x},(int,str))", "isinstance({x},{x})", "all({y})", "any({y})", "{s}.startswith({s})", "{s}.endswith(({s},{s}),{k})", "{s}.isalpha()", "{s}.isdigit()", "{s}.isdecimal()", "{s}.isnumeric()", "{s}.isidentifier()", "{s}.isspace()", "{s}.isupper()", "{s}.istitle()", "{s}.isprintable()", "{s}.isalnum()", "{s}.isascii()", "{s}.islower()",
		"{e}.issubset({y})", "{e}.isdisjoint({y})", "{e}.issuperset({e})", "{n}{<}{n}{<}{n}", "{d}{<}{d}", "callable({x})", "hasattr({x},'append')", "{i}.__eq__({x})", "{s}.__lt__({x})", "bool({x})", "{r}=={r}", "{x} in {r}", "{x} in {d}", "{b} in {b}", "{i} in {b}", "{o}{&}{o}", "issubclass(bool,int)", "{d}.keys(){<}{e}", "{d}.keys().isdisjoint({y})", "{l} is {l}", "{b}{<}{b}", "{c}=={n}", "{x}!={x}",
	},
	'c': {
		"{c}{+}{c}", "{c}/{n}", "{c}**{w}", "abs({c})", "{c}.conjugate()", "complex({n},{n})", "complex({s})", "-{c}", "{c}*{n}", "{n}-{c}", "{c}.imag", "{c}=={c}", "{c}{<}{c}", "pow({c},{n})", "complex({x})", "{n}**{f}",
	},
	's': {
		"{s}+{s}", "{s}*{w}", "{s}[{k}]", "{s}[{K}:{K}]", "{s}[{K}:{K}:{S}]", "{s}.upper()", "{s}.lower()", "{s}.title()", "{s}.swapcase()", "{s}.capitalize()", "{s}.casefold()", "{s}.strip()", "{s}.strip({s})", "{s}.lstrip({s})", "{s}.rstrip()", "{s}.replace({s},{s})", "{s}.replace({s},{s},{k})", "{s}.join({l})", "{s}.join([{s},{s},{s}])", "{s}.center({k},'*')", "{s}.ljust({i}%20)", "{s}.rjust({i}%20,{s})", "{s}.zfill({k})", "{s}.expandtabs({k})", "{s}.removeprefix({s})", "{s}.removesuffix({s})", "str({x})", "repr({x})", "ascii({x})", "chr({i}%0x2000)", "chr({i})", "hex({i})", "oct({i})", "bin({i})", "format({n},{p})", "format({s},{p})", "f'{{n}}'", "f'{{x}!{!}}'", "f'{{x}=}'", "f'{{s}:>{k}}'", "f'{{n}:{w}}'", "'%s|%r'%({x},{x})", "'%d'%{n}", "'%5.2f'%{n}", "'%x'%{i}", "'%c'%{i}", "'%-8s|'%{s}", "'%+.3e'%{f}", "'%g'%{f}", "'{} {!r}'.format({x},{x})", "'{0}{0:>6}'.format({s})", "'{a[0]}{b}'.format(a={l},b={x})", "'%(k)s'%{d}", "{s}.translate({ord('a'):'X',ord('b'):None})", "{s}.translate(str.maketrans('ab','xy'))", "{b}.decode()", "{b}.decode('latin-1')", "{b}.hex()", "{b}.decode('utf-8','replace')", "str({b},'ascii','ignore')", "max({s})", "min({s},key=ord)", "''.join(sorted({s}))", "''.join(reversed({s}))", "{s}.format({x})", "{s}%({x},{x})", "{s}%{x}", "type({x}).__name__", "{s}.encode('unicode_escape').decode()", "{s} if {o} else {s}", "{s} or {x}", "{x}.__class__.__name__", "{s}.partition({s})[{k}]", "str({f})", "str({t})", "repr({s})", "chr(ord({s}[0])+1)", "{s}.__mul__({w})", "{s}.__getitem__({x})", "{s}.__contains__({x})", "{s}.__format__({p})",
	},
	'b': {
		"{b}+{b}", "{b}*{w}", "{b}[{K}:{K}:{S}]", "{s}.encode()", "{s}.encode('ascii','replace')", "{s}.encode('latin-1','xmlcharrefreplace')", "{s}.encode('utf-16')", "{s}.encode('ascii','backslashreplace')", "bytes({l})", "bytes({w})", "bytes({x})", "bytearray({x})", "{b}.upper()", "{b}.replace({b},{b})", "{b}.split()", "{b}.split({b})", "{b}.join([{b},{b}])", "{b}.strip({b})", "{i}.to_bytes(8,'big')", "{i}.to_bytes({w},'little',signed=True)", "bytes.fromhex('0a ff')", "b'%s-%d'%({b},{i})", "{b}.center(9,b'*')", "{b}.title()", "{b}.partition({b})", "{b}.startswith({b})", "{b}.zfill({k})", "{b}.splitlines()", "list({b})", "memoryview({b})[{K}:{K}].tolist()", "{b}.isalpha()", "{b}.translate(None,{b})", "bytearray({b})+{b}", "{s}.encode('utf-8','surrogatepass')", "{s}.encode({s})",
	},
	'l': {
		"{l}+{l}", "{l}*{w}", "{l}[{K}:{K}]", "{l}[{K}:{K}:{S}]", "list({y})", "sorted({y})", "sorted({l},reverse=True)", "sorted({y},key=str)", "sorted({y},key=repr,reverse={o})", "[x for x in {y}]", "[x for x in {y} if x]", "[x{+}{i} for x in {r}]", "[(x,y) for x in {r} for y in {s}]", "list(map(str,{y}))", "list(zip({y},{y}))", "list(zip({y},{y},strict=True))", "list(enumerate({y},{i}))", "list(filter(None,{y}))", "list(reversed({l}))", "{s}.split()", "{s}.split({s})", "{s}.split({s},{k})", "{s}.rsplit(None,{k})", "{s}.splitlines({o})", "[*{y},*{y}]", "[{x},*{y}]", "list({d}.items())", "list({d})", "{l}.copy()", "[[x]*{w} for x in {s}]", "list({r}[{K}:{K}:{S}])", "list({e}{&}{e})", "[i for i, c in enumerate({s}) if c {<} {s}]", "list(map(lambda a, b: (a, b), {y}, {y}))", "[x:={i}, x]", "list({s})", "list(map(int, {s}))", "[a for a, *b in [{y}, {y}]]", "[*range({k})]", "{l} or {l}", "[f(x) for f in (str, repr) for x in {l}]", "list(iter({y}))", "sorted({l}, key=lambda v: (str(type(v)), str(v)))", "{l}.sort()", "{l}.append({x})", "{l}.pop({k})", "[{l} for _ in range({w})]",
	},
	't': {
		"{t}+{t}", "{t}*{w}", "{t}[{K}:{K}]", "{t}[{K}:{K}:{S}]", "tuple({y})", "({x},{x})", "divmod({n},{n})", "{s}.partition({s})", "{s}.rpartition({s})", "tuple(x for x in {y})", "(*{y},{x})", "{f}.as_integer_ratio()", "{i}.as_integer_ratio()", "tuple({d}.items())", "max({t},{t})", "tuple(sorted({y}))", "tuple(zip(*[{y},{y}]))", "(lambda *a, **k: (a, k))(*{y}, **{d})", "(lambda a, /, b=2, *c, d=4: (a, b, c, d))(*{t})", "slice({k},{k},{k}).indices({i})", "{r}[{k}],", "({r}).start, ({r}).stop", "(lambda: (yield)).__name__,", "(x for x in {y}).__name__,", "{t}.__add__({x})", "{t}.__getitem__({k})", "type({t})({y})",
	},
	'd': {
		"dict({d})", "{**{d},**{d}}", "{d}|{d}", "{k: v for k, v in {d}.items()}", "{x: i for i, x in enumerate({y})}", "dict(zip({y},{y}))", "dict.fromkeys({y},{x})", "{{x}:{x}}", "{{s}:{x},{i}:{x}}", "dict(a={x},**{d})", "{d}.copy()", "dict({l})", "{d}.items()", "{d}.keys()", "{d}.values()", "{v: k for k, v in {d}.items()}", "{d}.setdefault({x},{x})", "{d}.popitem()", "{d}.update({d})", "{d}.pop({x})", "{d}[{x}]", "{d}.__or__({x})", "{x: x for x in {r}}", "list(reversed({d}))", "dict([({x},{x}),({x},{x})])", "sorted({d}.items(), key=str)", "{d}.get({x})",
	},
	'e': {
		"{e}{&}{e}", "{e}-{e}", "set({r})", "{x for x in {r}}", "{x%{k} for x in {r}}", "frozenset({r})", "{e}.union({r})", "{e}.intersection({y})", "{e}.difference({y})", "{e}.symmetric_difference({r})", "{{i},{i}}", "{*{r},{i}}", "len(set({s}))", "sorted(set({s}))", "{d}.keys()&{e}", "{d}.keys()-{e}", "{e}.copy()", "{e}.pop()", "{e}.add({x})", "{e}.remove({x})", "{e}.discard({x})", "{e}|{r}", "set({i} for _ in {r})", "{n for n in [{i},{i},{i},{n}]}", "{e}.__and__({x})", "type({e}&{e})", "set({l})",
	},
	'r': {
		"range({k})", "range({k},{k})", "range({k},{k},{k})", "{r}[{K}:{K}:{S}]", "range({i},{i},{i})[{k}]", "range({i})==range({i})", "len({r})", "{r}.count({n})", "reversed({r}).__class__", "range({x})", "list({r})", "{r}.start", "hash({r})==hash({r})", "range({o},{k})",
	},
}
