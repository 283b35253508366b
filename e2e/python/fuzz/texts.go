package fuzz

// texts are what programs make of modules that read and write texts.
var texts = vocabulary{
	"N":      {"2", "0", "1", "10", "20", "-1"},
	"WORDS":  {"'the quick brown fox'", "'a-b c_d'", "''", "'  two  spaces\\n\\n'", "'tab\\there'", "'line one\\nline two\\n'", "'supercalifragilistic word'", "'héllo wörld — dash'", "'x=1, y=\"2\"'", "'a;b;c'", "'$name costs ${price} $$'", "'100%'", "'日本 語'", "'well-known long-winded e-mail'", "'end.  Start'", "WORDS + WORDS", "WORDS * 3"},
	"DATA":   {"{'a': 1}", "[1, 2.5, None, True]", "{'k': [1, {'x': 'y'}], 'é': 'ü\\n'}", "[]", "{}", "'s'", "float('inf')", "{1: 2, None: 3}", "(1, 2)", "{'b': 1, 'a': DATA}", "[DATA, DATA]", "{(1, 2): 3}", "{1, 2}", "'\\ud800'", "1e100", "10 ** 20", "{True: 'x', 2.5: 'y'}", "[[], [[]], {}]", "b'x'"},
	"JSON":   {"'{\"a\": 1}'", "'[1, 2'", "'{\"a\" 1}'", "'[1,]'", "'{\"a\": 1,}'", "'nul'", "'\"\\\\u00e9\\\\n\"'", "'\"\\\\x\"'", "'1 2'", "''", "' [ 1 , 2.0e5 , -0 ] '", "'NaN'", "'[01]'", "'{\"a\": {\"b\": [null, true]}}'", "'\"\\t\"'", "'{1: 2}'", "'-'", "'\\ufeff[]'", "'{\"a\": 1, \"a\": 2}'", "'\"\\\\ud83d\\\\ude00\"'", "'[1e999]'"},
	"INDENT": {"indent=2", "indent=None", "indent=0", "sort_keys=True", "separators=(',', ':')", "indent='--'", "ensure_ascii=False", "default=str", "skipkeys=True", "allow_nan=False", "indent=1, sort_keys=True", "default=lambda o: [repr(o)]"},
	"WIDE":   {"width=20", "width=10", "width=5, break_long_words=False", "width=20, initial_indent='* ', subsequent_indent='  '", "width=12, max_lines=2", "width=15, placeholder='~', max_lines=1", "width=10, break_on_hyphens=False", "width=1", "width=30, expand_tabs=False", "width=30, drop_whitespace=False", "width=20, replace_whitespace=False", "width=20, fix_sentence_endings=True"},
	"ROWS":   {"[['a', 'b'], [1, 2.5]]", "[['x,y', 'say \"hi\"'], [None, '']]", "[['line\\nbreak', ' s ']]", "[[]]", "[['é', 'a;b'], ['1', \"it's\"]]"},
	"STYLE":  {"delimiter=';'", "quoting=csv.QUOTE_ALL", "quoting=csv.QUOTE_NONNUMERIC", "lineterminator='|'", "quotechar=\"'\"", "quoting=csv.QUOTE_NONE, escapechar='\\\\'", "dialect='excel-tab'", "dialect='unix'", "doublequote=False, escapechar='!'", "quoting=csv.QUOTE_NONE", "delimiter=''", "skipinitialspace=True", "strict=True"},
	"CSV":    {"'a,b\\n1,\"x,y\"\\n'", "'\"a\"\"b\",c\\n'", "'a;b\\n1;2'", "' a, \"b\"\\n'", "'a,b\\n\\n1\\n2,3,4\\n'", "'\"open\\nquote'", "'\"a\"b,c'", "\"'x';'y'\\n\"", "'1,2.5,\"t\"\\n'", "''"},
	"ARGS":   {"['1', '2']", "['--n', '5', 'x']", "['-v', '-v', 'f']", "[]", "['--help-me']", "['--n', 'x', 'f']", "['--name=z', 'a', 'b']", "['-n5', 'q']", "['--na', 'k', 'f']", "['--', '-x']", "['--flag', 'f', '--flag']", "['-vn3', 'f']", "['f', '--mode', 'slow']", "['f', '--mode', 'bad']", "['sub', '--deep', '3']"},
	"OPTION": {"'file'", "'--n', '-n', type=int", "'-v', '--verbose', action='count', default=0", "'--name', default='d'", "'--flag', action='store_true'", "'files', nargs='*'", "'--mode', choices=['fast', 'slow']", "'rest', nargs='?', default='r'", "'--n', type=int, required=True", "'--many', nargs='+', type=float", "'--no', action='store_false', dest='yes'", "'--add', action='append'", "'pair', nargs=2", "'--n', type=int, default='7', help='how many (default: %(default)s)'", "'--const', action='store_const', const=9", "'--version', action='version', version='1.2'", "'--name', metavar='NAME', help='whose'", "'x', type=int, help='a number'"},
	"URL":    {"'http://user:pw@host.example:8080/a/b;p?q=1&r=a+b#frag'", "'//h/p'", "'a/../b?x=%20'", "''", "'mailto:a@b.c'", "'http://[::1]:80/'", "'http://h:port/'", "'HTTP://Host/%7Epath?k=&k=2&z'", "'file:///etc/x y'", "'?q=é'"},
}

var ofTexts = []string{
	"json.dumps(DATA)", "json.dumps(DATA, INDENT)", "json.dumps(DATA, INDENT)", "print(json.dumps(DATA, INDENT))", "json.loads(JSON)", "json.loads(JSON)", "json.loads(JSON, parse_float=str, parse_int=float)", "json.loads(JSON, object_pairs_hook=list)", "json.loads(json.dumps(DATA)) == DATA", "json.JSONDecoder().raw_decode(JSON)", "json.loads(JSON.encode())", "textwrap.wrap(WORDS, WIDE)", "textwrap.fill(WORDS, WIDE)", "textwrap.shorten(WORDS, WIDE)", "textwrap.dedent(WORDS + '\\n  x\\n   y')", "textwrap.indent(WORDS, '> ', lambda line: True)", "WORDS.split()", "WORDS.title(), WORDS.capitalize(), WORDS.swapcase()", "WORDS.expandtabs(N)", "WORDS.splitlines(True)", "WORDS.partition(' ')", "WORDS.rsplit(' ', N)", "WORDS.center(30, '*')", "string.Template(WORDS).substitute(name='x', price=5)", "string.Template(WORDS).safe_substitute(name='x')", "string.capwords(WORDS)", "WORDS.translate(str.maketrans('abc', 'xyz', '- '))", "WORDS.encode('ascii', 'xmlcharrefreplace')", "sorted(WORDS.split(), key=lambda w: (-len(w), w))", "Counter(WORDS.split()).most_common(2)", "' '.join(w[::-1] for w in WORDS.split())", "WORDS.find('o'), WORDS.rfind('o'), WORDS.count('o')", "WORDS[::-1].strip()[N:]", "list(csv.reader(CSV.splitlines(True)))", "list(csv.reader(CSV.splitlines(True), STYLE))", "written(ROWS)", "written(ROWS, STYLE)", "list(csv.DictReader(CSV.splitlines(True)))", "list(csv.DictReader(CSV.splitlines(True), ['p', 'q'], restkey='more', restval='-'))", "csv.Sniffer().sniff(CSV).delimiter", "urlsplit(URL)", "urlparse(URL)", "urlsplit(URL).hostname, urlsplit(URL).port", "urljoin(URL, URL)", "urlunsplit(urlsplit(URL))", "parse_qs(urlsplit(URL).query)", "parse_qsl(URL, keep_blank_values=True)", "quote(URL), quote_plus(URL), unquote(URL)", "urlencode({'a': WORDS, 'b': [1, 2]}, doseq=True)", "html.escape(WORDS), html.unescape('&lt;&amp;&eacute;&#39;&nope;')", "shlex.split(WORDS)", "shlex.join(WORDS.split())", "parsed(ARGS, lambda a: a(OPTION))", "parsed(ARGS, lambda a: (a(OPTION), a(OPTION)))", "parsed(ARGS, lambda a: (a(OPTION), a(OPTION), a(OPTION)))", "helped(lambda a: (a(OPTION), a(OPTION), a(OPTION)))", "pprint.pformat(DATA, width=20)", "pprint.pformat([DATA, DATA, WORDS], width=30, compact=True)", "pprint.pformat({'key': WORDS, 'other': DATA}, indent=2)", "list(difflib.ndiff(WORDS.split(), WORDS.split()))", "difflib.SequenceMatcher(None, WORDS, WORDS).get_opcodes()", "'\\n'.join(difflib.unified_diff(WORDS.splitlines(), WORDS.splitlines(), lineterm=''))", "unicodedata.normalize('NFKD', WORDS)", "re.sub(r'(\\w+) (\\w+)', r'\\2 \\1', WORDS)", "re.findall(r'\\b\\w{2,5}\\b', WORDS)", "'%-10s|%5.1f|%03d' % (WORDS[:8], N, N)", "f'{WORDS:.5}|{N:+}|{WORDS[:3]!r:>8}'",
}

// reports prints what comes of reading and writing texts.
func (g *generator) reports() {
	list := []string{}
	for range 4 + g.IntN(8) {
		list = append(list, g.say(texts, pick(g, ofTexts...), 3))
	}
	g.line("import contextlib, csv, io, json, re, shlex, html, string, textwrap, difflib, pprint, unicodedata, argparse")
	g.line("from collections import Counter\nfrom urllib.parse import *")
	g.line("def written(rows, **k):\n    out = io.StringIO()\n    csv.writer(out, **k).writerows(rows)\n    return out.getvalue()")
	g.line("def parsed(args, add):\n    p, out = argparse.ArgumentParser('prog', description='what it does'), io.StringIO()\n    with contextlib.redirect_stderr(out), contextlib.redirect_stdout(out):\n        try: add(p.add_argument); return p.parse_args(args)\n        except SystemExit as e: return e.code, out.getvalue()")
	g.line("def helped(add):\n    p = argparse.ArgumentParser('prog', description='what it does', epilog='the end')\n    add(p.add_argument)\n    return p.format_help(), p.format_usage()")
	for _, e := range list {
		g.probe(e)
	}
}

// typed makes named tuples, protocols and generic classes.
func (g *generator) typed() {
	g.line("from typing import *\nimport typing, collections, abc")
	g.line("try:\n  class T(NamedTuple):\n    a: int\n    b: str = %s\n    %s", pick(g, "'d'", "None", "[]"), pick(g, "c: float = 1.5", "def m(self): return self.a", "'the doc'", "c: int", "_x: int = 0", "@property\n    def total(self): return self.a, self.b", "def __new__(cls): pass", "def __add__(self, o): return 'add'", "x = 5"))
	g.line("except Exception as e: print(type(e).__name__, e); T = collections.namedtuple('T', 'a b')")
	g.line("class D(TypedDict%s):\n    k: int\n    j: NotRequired[str]", pick(g, "", ", total=False"))
	g.line("%sclass P(Protocol):\n    def m(self) -> int: ...\n    %s", pick(g, "@runtime_checkable\n", ""), pick(g, "x: int", "pass", "def n(self): return 5"))
	g.line("K, V = TypeVar('K'), TypeVar('V', %s)", pick(g, "bound=int", "int, str", "covariant=True"))
	g.line("class G(Generic[K%s]):\n    def m(self): return 1\n    x = 1", pick(g, "", ", V"))
	g.line("class H(G[int%s]): pass", pick(g, "", ", str"))
	g.line("class A(abc.ABC):\n    @abc.abstractmethod\n    def m(self): ...\n    %s\n    @abc.abstractmethod\n    def n(self): ...", pick(g, "@property", "@classmethod", "@staticmethod", "x = 1"))
	g.line("class B(A):\n    def m(self): return super().m()\n    %s", pick(g, "n = 5", "pass", "def n(self): return 'n'"))
	for range 6 + g.IntN(10) {
		g.probe(pick(g, ofTyped...))
	}
}

var ofTyped = []string{
	"T(1)", "T(1, 'x')", "T()", "T(1, 2, 3, 4)", "T(b=1, a=2)", "T(1)._asdict()", "T(1)._replace(b=9)", "T(1)._replace(z=9)", "T._fields, T._field_defaults", "T._make([1, 2])", "T(1) == (1, 'd')", "T(1)[0], T(1)[-1]", "T(1).m()", "T(1).total", "T.__annotations__", "T.__doc__", "T(1) < T(2)", "a if (a := T(1).a) else 0", "[*T(3)]", "T(1) + (2,)", "hash(T(1, 2)) == hash((1, 2))", "setattr(T(1), 'a', 2)", "T.__new__.__defaults__", "T.a", "T.__mro__[1:]", "D(k=1)", "D(k=1, j='x') == {'k': 1, 'j': 'x'}", "D.__required_keys__, D.__optional_keys__ and 1", "D.__total__", "D.__annotations__", "isinstance({}, D)", "type(D(k=1))", "isinstance(G(), P)", "issubclass(G, P)", "P()", "G[int]", "G[int]().m()", "G[int, str]", "G[K]", "H.__orig_bases__", "H.__mro__", "H.__parameters__, G.__parameters__", "get_origin(G[int]), get_args(G[int])", "A()", "B()", "B().m()", "B.__abstractmethods__ and sorted(B.__abstractmethods__)", "issubclass(B, A), isinstance(5, A)", "get_type_hints(T)", "get_type_hints(D)", "List[int], Dict[str, List[int]]", "Optional[str]", "Union[int, None, str]", "Callable[[int], str]", "Literal['a', 1]", "Annotated[int, 'x']", "list[int] | None", "K", "V.__bound__, V.__constraints__", "Tuple[int, ...]", "Type[int]", "Union[int]", "Optional[None]", "List[int] == List[int]", "List[int] is List[int]", "isinstance([], List)", "isinstance([], List[int])", "cast(int, 'x')", "Any", "NewType('U', int)(5)", "NewType('U', int)", "G.__class_getitem__(int)", "typing.get_type_hints(lambda: 0)", "Final[int]", "ClassVar[int]", "A.register(int), isinstance(5, A)", "collections.abc.Mapping in dict.__mro__", "isinstance({}, collections.abc.Mapping)", "T.__module__, T.__qualname__", "final(B) is B", "overload(len)", "NamedTuple('N', [('x', int)])(1)", "TypedDict('N', {'x': int})(x=1)", "ForwardRef('x')", "Self", "Never", "Generator[int, None, str]", "Iterable[K][int]", "Dict[K, V][int, str]", "Concatenate[int, ...]", "ParamSpec('Q')", "reveal_type(5) if 0 else 1",
}
