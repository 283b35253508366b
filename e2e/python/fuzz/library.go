package fuzz

import (
	"fmt"
	"strings"
)

// modules are those that calls use.
var modules = strings.Fields("itertools functools operator collections re json textwrap string math statistics fractions decimal datetime heapq bisect copy struct base64 binascii pprint enum dataclasses typing types io csv random hashlib shlex difflib html urllib.parse zlib calendar uuid reprlib keyword numbers inspect")

// calls are expressions of library functions; {s} and the like as in templates.
var calls = []string{
	"list(itertools.chain({y}, {y}))", "list(itertools.islice({y}, {k}, {k}))", "list(itertools.accumulate({l}))", "list(itertools.product({r}, repeat=2))[:9]", "list(itertools.permutations({s}, 2))[:9]", "list(itertools.combinations({l}, {w}))", "list(itertools.combinations_with_replacement({s}, 2))[:9]", "[(k, list(v)) for k, v in itertools.groupby({s})]", "list(itertools.zip_longest({y}, {y}, fillvalue={x}))", "list(itertools.takewhile(bool, {y}))", "list(itertools.dropwhile(bool, {y}))", "list(itertools.starmap(pow, [({i}, {w})]))", "list(itertools.pairwise({y}))", "list(itertools.compress({y}, {y}))", "[list(x) for x in itertools.tee({y})]", "list(itertools.filterfalse(None, {y}))", "list(itertools.repeat({x}, {w}))",
	"functools.reduce(operator.add, {y})", "functools.reduce(operator.add, {l}, {x})", "functools.partial(max, {i})({i})", "operator.itemgetter({k})({l})", "operator.itemgetter({k}, {k})({s})", "operator.attrgetter('real')({n})", "operator.methodcaller('upper')({s})", "operator.concat({l}, {l})", "operator.index({x})", "operator.length_hint({x})", "operator.indexOf({l}, {x})", "operator.countOf({y}, {x})",
	"collections.Counter({y})", "collections.Counter({s}).most_common({w})", "collections.Counter({s}) + collections.Counter({s})", "collections.Counter({s}) - collections.Counter({s})", "collections.deque({y}, {w})", "list(collections.deque({y}, maxlen={w}))", "collections.OrderedDict({d})", "collections.ChainMap({d}, {d})", "dict(collections.ChainMap({d}, {d}))", "collections.defaultdict(list, {d})", "collections.namedtuple('T', 'a b')({x}, {x})", "collections.namedtuple('T', ['a', 'b'], defaults=[{x}])({x})._asdict()", "collections.UserList({l}) + {l}", "collections.deque({l}).index({x})", "collections.deque({l}) == {l}", "collections.deque({y}).pop()",
	"re.findall('[a-z]+', {s})", "re.sub('a|b', {s}, {s})", "re.split('[,\\\\s]', {s})", "re.match('(\\\\w)(\\\\w)?', {s})", "re.search('(?P<k>.)$', {s})", "re.escape({s})", "[m.span() for m in re.finditer('.', {s})]", "re.fullmatch('.*?', {s})", "re.sub('(.)', r'<\\1>', {s})", "re.subn('', '-', {s})", "re.split('()', {s})", "re.findall('(a)|(b)', {s})", "re.sub('.', lambda m: m.group().upper(), {s}, count={w})", "re.compile({s})", "re.search({s}, {s})", "re.findall('(?i)[A-Z]', {s})", "re.split('(,)', {s}, {w})", "re.sub('\\\\b', '|', {s})",
	"json.dumps({x})", "json.dumps({d}, sort_keys=True)", "json.dumps({l}, indent={w})", "json.dumps({s}, ensure_ascii={o})", "json.loads({s})", "json.loads(json.dumps({l}))", "json.dumps({d}, separators=(',', ':'))", "json.loads('[1, {\"a\": null}, 2.5e3, \"\\\\u00e9\"]')", "json.dumps({f})", "json.loads('{\"a\": ' + {s} + '}')",
	"textwrap.wrap({s} * 5, {w} + 5)", "textwrap.fill({s} * 9, 20)", "textwrap.dedent('  ' + {s})", "textwrap.indent({s}, '> ')", "textwrap.shorten({s} * 3, 12)", "string.capwords({s})", "string.Template('$a ${b}').substitute(a={x}, b={x})", "string.Template({s}).safe_substitute({d})",
	"math.gcd({i}, {i})", "math.lcm({i}, {i})", "math.isqrt({i})", "math.floor({n})", "math.ceil({n})", "math.trunc({n})", "math.comb({i}, {w})", "math.perm({w}, {w})", "math.factorial({k})", "math.fsum([{f}, {f}, {f}])", "math.prod({l})", "math.copysign({n}, {n})", "math.isclose({n}, {n})", "math.frexp({f})", "math.ldexp({f}, {k})", "math.modf({f})", "math.fmod({f}, {f})", "math.remainder({f}, {f})", "math.isnan({n})", "math.sqrt({n})", "math.nextafter({f}, {f})", "math.ulp({f})", "math.dist([{i}], [{i}])", "math.isfinite({n})", "math.fabs({n})", "math.degrees({f})",
	"statistics.mean({l})", "statistics.median({l})", "statistics.mode({y})", "statistics.median_low({r})", "statistics.multimode({s})", "statistics.pvariance([{i}, {i}, {i}])", "statistics.quantiles([{i}, {i}, {i}])",
	"fractions.Fraction({x}, {i})", "fractions.Fraction({s})", "fractions.Fraction({f})", "fractions.Fraction({i}, 7) {+} fractions.Fraction({i}, 3)", "fractions.Fraction({i}, 7) {<} {n}", "fractions.Fraction({f}).limit_denominator(10)", "round(fractions.Fraction({i}, 7), {w})", "fractions.Fraction({i}, 7) ** {k}", "float(fractions.Fraction({i}, 7))",
	"decimal.Decimal({x})", "decimal.Decimal({s})", "decimal.Decimal({i}) / 7", "decimal.Decimal({i}) {+} decimal.Decimal('1.5')", "decimal.Decimal({i}).quantize(decimal.Decimal('0.01'))", "format(decimal.Decimal({i}) / 3, {p})", "decimal.Decimal({f})", "decimal.Decimal({i}).sqrt()", "decimal.Decimal({i}) {<} {n}", "decimal.Decimal('1.5') ** {k}", "round(decimal.Decimal({i}) / 7, {w})", "decimal.Decimal({i}).normalize()", "decimal.Decimal({i}).as_tuple()", "int(decimal.Decimal({i}) / 7)",
	"datetime.date({k} + 2000, {k}, {k})", "datetime.timedelta({k}, {i})", "datetime.timedelta(seconds={n})", "datetime.datetime(2024, 2, 29) + datetime.timedelta({i})", "datetime.datetime(2024, 2, 29, 12, 5, 6, 7).strftime('%Y-%m-%d %H:%M:%S.%f %j %a %B %p')", "datetime.date.fromisoformat({s})", "datetime.datetime.fromisoformat('2024-01-02T03:04:05+01:00')", "datetime.timedelta(hours={n}) / {n}", "str(datetime.timedelta(days={k}, seconds={k}))", "datetime.date.fromordinal({i})", "datetime.datetime.strptime('2024 5', '%Y %m')", "(datetime.date(2024, 3, 1) - datetime.date(2023, 3, 1)).days", "datetime.time({k}, {k}).isoformat()", "datetime.date(2024, 5, 6).isocalendar()", "datetime.timezone(datetime.timedelta(hours={k}))", "datetime.datetime.fromtimestamp({i}, datetime.timezone.utc)",
	"heapq.nsmallest({w}, {y})", "heapq.nlargest({w}, {l}, key=str)", "list(heapq.merge({r}, {r}))", "bisect.bisect({l}, {x})", "bisect.bisect_left({r}, {n})", "bisect.bisect_right({s}, {s})", "copy.deepcopy({x})", "copy.copy({l})", "struct.pack('<hI', {i}, {i})", "struct.unpack('>h', {b})", "struct.pack('>d', {n})", "struct.calcsize({s})", "base64.b64encode({b})", "base64.b64decode({s})", "base64.b32encode({b})", "binascii.hexlify({b})", "binascii.crc32({b})", "base64.b85encode({b})", "pprint.pformat({x}, width={w} + 20)", "pprint.pformat([{l}, {d}, {l}], width=30)", "reprlib.repr({x})",
	"list(csv.reader([{s}]))", "list(csv.reader([{s}], delimiter=';'))", "(lambda f: (csv.writer(f).writerow({l}), f.getvalue()))(io.StringIO())", "list(csv.DictReader(['a,b', {s}]))", "random.Random({i}).random()", "random.Random({i}).randint(0, 99)", "random.Random({i}).choice({y})", "random.Random({s}).sample(range(20), {w})", "random.Random({i}).gauss(0, 1)", "random.Random({i}).choices({l}, k={w})", "random.Random({i}).uniform({n}, {n})", "random.Random({i}).getrandbits({w})", "hashlib.sha256({b}).hexdigest()", "hashlib.md5({s}.encode('utf-8', 'replace')).hexdigest()", "shlex.split({s})", "shlex.quote({s})", "shlex.join([{s}, {s}])", "list(difflib.unified_diff([{s}, {s}], [{s}, {s}], lineterm=''))", "difflib.SequenceMatcher(None, {s}, {s}).ratio()", "difflib.get_close_matches({s}, [{s}, {s}])", "html.escape({s})", "html.unescape({s} + '&amp;&#x41;')", "urllib.parse.quote({s}, errors='replace')", "urllib.parse.unquote({s} + '%C3%A9')", "urllib.parse.urlsplit({s} + 'http://u:p@h:80/p?q#f')", "urllib.parse.parse_qs({s} + 'a=1&b=2&a=3')", "urllib.parse.urlencode({d})", "urllib.parse.urljoin('http://a/b/c', {s})", "zlib.crc32({b})", "zlib.adler32({b})", "zlib.decompress(zlib.compress({b}))",
	"calendar.monthrange({i}, {k})", "calendar.isleap({i})", "calendar.month(2024, {k})", "uuid.UUID(int={i})", "uuid.uuid5(uuid.NAMESPACE_DNS, {s})", "keyword.iskeyword({s})", "isinstance({x}, numbers.Integral)", "isinstance({x}, collections.abc.Sequence)", "isinstance({x}, collections.abc.Hashable)", "isinstance({x}, collections.abc.Iterable)", "typing.get_origin(typing.List[int])", "typing.Optional[int]", "typing.Union[int, str, int]", "list[{x}]", "int | {x}", "types.SimpleNamespace(a={x}, b={x})", "types.MappingProxyType({d})", "inspect.signature(lambda a, /, b={i}, *c, d={s}, **e: 0)", "str(inspect.signature(lambda x={x}: x))", "io.StringIO({s}).readlines()", "io.BytesIO({b}).read({k})", "io.StringIO({s}).read({w})",
	"enum.Enum('E', 'A B')['A']", "enum.Enum('E', 'A B')({k})", "list(enum.IntEnum('E', ['A', 'B']))", "enum.IntFlag('F', 'A B C')({k})", "enum.Flag('F', 'A B C')({w})", "enum.Enum('E', {'A': {x}, 'B': {x}}).A.value", "list(enum.Enum('E', {'A': {x}, 'B': {x}}))", "dataclasses.make_dataclass('D', ['a', ('b', int, 5)])({x})", "dataclasses.asdict(dataclasses.make_dataclass('D', ['a'])({l}))", "dataclasses.make_dataclass('D', ['a'], order=True)({x}) {<} dataclasses.make_dataclass('D', ['a'])({x})", "dataclasses.make_dataclass('D', ['a'], frozen=True)({x}).__hash__() and 0", "dataclasses.replace(dataclasses.make_dataclass('D', ['a', 'b'])({x}, {x}), a={x})",
}

// library prints what functions of the library make of random arguments.
func (g *generator) library() {
	var list []string
	for range 2 + g.IntN(4) { // of a few modules each: importing takes the most time
		list = append(list, g.fill(pick(g, calls...), 1))
	}
	all := strings.Join(list, " ")
	for _, m := range modules {
		if strings.Contains(all, m+".") {
			g.line("import %s", m)
		}
	}
	for _, call := range list {
		g.probe(call)
	}
}

// wrappers are decorators, NAME with and without arguments.
var wrappers = []string{"plain", "named('n')", "functools.lru_cache", "functools.cache", "functools.lru_cache(maxsize=2)", "Wrapper", "staticmethod", "functools.singledispatch", "contextlib.contextmanager", "property", "classmethod", "counted", "twice", "lambda f: f", "(lambda n: named(n))('w')", "functools.wraps(plain)"}

// decorated makes functions with decorators, and calls them.
func (g *generator) decorated() {
	g.line("import functools, contextlib")
	g.line("def plain(f):\n    @functools.wraps(f)\n    def inner(*a, **k): return 'plain', f(*a, **k)\n    return inner")
	g.line("def named(n):\n    def wrap(f):\n        def inner(*a, **k): return n, f(*a, **k)\n        inner.__name__ += n\n        return inner\n    return wrap")
	g.line("class Wrapper:\n    def __init__(self, f): functools.update_wrapper(self, f); self.f = f\n    def __call__(self, *a, **k): return 'Wrapper', self.f(*a, **k)\n    def __get__(self, o, c=None): return functools.partial(self, o)")
	g.line("def counted(f):\n    def inner(*a):\n        inner.n += 1\n        return inner.n, f(*a)\n    inner.n = 0\n    return inner")
	g.line("def twice(f): return lambda *a: (f(*a), f(*a))")
	f := g.name("f")
	for range 1 + g.IntN(3) {
		g.line("@%s", pick(g, wrappers...))
	}
	params, shown := g.parameters()
	g.line("def %s(%s):\n    'doc'\n    %s %s", f, params, pick(g, "return", "return", "return", "yield"), shown)
	for range 2 + g.IntN(3) {
		g.probe(fmt.Sprintf("%s(%s)", f, g.arguments()))
	}
	for _, e := range []string{"F.__name__", "F.__doc__", "F.__wrapped__.__name__", "F.cache_info()", "F.n", "type(F).__name__", "F.register(int)(lambda x: 'int')(1)", "F(1)", "F.__qualname__", "F.__get__(1)()", "list(F(1))", "F.__defaults__", "F.__code__.co_varnames", "F.__kwdefaults__", "F.__code__.co_argcount"} {
		if g.IntN(2) == 0 {
			g.probe(strings.ReplaceAll(e, "F", f))
		}
	}
}
