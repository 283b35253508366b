package py

import (
	"regexp"
	"strings"
	"testing"

	"github.com/elide-dev/elided/internal/lang/python/compile"
	"github.com/elide-dev/elided/internal/lang/python/parse"
)

// expressions are tried with what Python 3.11 makes of them: ascii() of the value, or the
// exception.
type expressions [][2]string

func (list expressions) try(t *testing.T) {
	t.Helper()
	th := testThread(t)
	for _, e := range list {
		if got := evaluate(t, th, e[0]); got != e[1] {
			t.Errorf("%s\n got %s\nwant %s", e[0], got, e[1])
		}
	}
}

func evaluate(t *testing.T, th *Thread, source string) string {
	t.Helper()
	tree, err := parse.Expression("test", source)
	if err != nil {
		t.Fatal(source, err)
	}
	c, err := compile.Eval(tree, "test", 0)
	if err != nil {
		t.Fatal(source, err)
	}
	globals := NewDict()
	globals.SetStr("__builtins__", th.In.Builtins)
	var s *Str
	v, err := th.Exec(c, globals, nil)
	if err == nil {
		s, err = th.ASCII(v)
	}
	if e, ok := err.(*Exc); ok {
		if s, err = th.Str(e); err == nil {
			s = NewStr(e.class.Name + ": " + s.s)
		}
	}
	if err != nil {
		t.Fatal(source, err)
	}
	return s.s
}

func TestStrMethods(t *testing.T) {
	expressions{
		{`"aBc dEf".capitalize()`, `'Abc def'`},
		{`"ßŉǆ".upper(), "ßŉǆ".title(), "ǅ".lower(), "ß".casefold(), "Ꭰꭰ".casefold()`, `('SS\u02bcN\u01c4', 'Ss\u0149\u01c6', '\u01c6', 'ss', '\u13a0\u13a0')`},
		{`"ΑΣ ΑΣΑ Σ".lower(), "İ".lower(), "ﬁx".capitalize(), "ΣA".swapcase()`, `('\u03b1\u03c2 \u03b1\u03c3\u03b1 \u03c3', 'i\u0307', 'Fix', '\u03c3a')`},
		{`"they're bill's".title(), "Hello World".istitle(), "Hello world".istitle()`, `("They'Re Bill'S", True, False)`},
		{`"a,b,,c".split(","), "a,b,,c".rsplit(",", 1), "  a  b c ".split(None, 1), "  a b  c ".rsplit(None, 1)`, `(['a', 'b', '', 'c'], ['a,b,', 'c'], ['a', 'b c '], ['  a b', 'c'])`},
		{`"a\nb\r\nc\x0bd\x85e\u2028f".splitlines(), "a\nb".splitlines(True)`, `(['a', 'b', 'c', 'd', 'e', 'f'], ['a\n', 'b'])`},
		{`"a日b".partition("日"), "aXbX".rpartition("X"), "abc".partition("q")`, `(('a', '\u65e5', 'b'), ('aXb', 'X', ''), ('abc', '', ''))`},
		{`"日本語".find("語"), "日本語日".rfind("日"), "aaa".count(""), "aaa".count("a", 1), "abc".find("", 4)`, `(2, 3, 4, 2, -1)`},
		{`"abc".startswith(("x", "a")), "abc".endswith("c", 0, 2), "abc".index("c", -1)`, `(True, False, 2)`},
		{`"x".center(6, "é"), "x".ljust(3) + "|", "x".rjust(3), "-5".zfill(4), "a\tb".expandtabs(4)`, `('\xe9\xe9x\xe9\xe9\xe9', 'x  |', '  x', '-005', 'a   b')`},
		{`"abc".replace("", "-"), "aaa".replace("a", "bb", 2), "abcabc".removeprefix("abc").removesuffix("bc")`, `('-a-b-c-', 'bbbba', 'a')`},
		{`" \x1cab\u3000".strip(), "xxaxx".strip("x"), "é é".lstrip("é")`, `('ab', 'a', ' \xe9')`},
		{`"abc".translate({97: "AA", 98: None, 99: 0x65e5}), str.maketrans("ab", "xy", "z"), str.maketrans({"a": 1})`, `('AA\u65e5', {97: 120, 98: 121, 122: None}, {97: 1})`},
		{`"a日😀b"[1:3], "abcdef"[::-2], "日本語"[-1], "abc"[5:], "a😀"[::-1]`, `('\u65e5\U0001f600', 'fdb', '\u8a9e', '', '\U0001f600a')`},
		{`"½".isnumeric(), "²".isdigit(), "٣".isdecimal(), "a1".isalnum(), "é1".isidentifier(), "\xad".isprintable(), "\x1c".isspace()`, `(True, True, True, True, True, False, True)`},
		{`repr("it's"), repr("'\""), repr("\x00\n\t\\\x7f\xa0\u200b\ud800\U0010ffff"), ascii("é日😀")`, `('"it\'s"', '\'\\\'"\'', "'\\x00\\n\\t\\\\\\x7f\\xa0\\u200b\\ud800\\U0010ffff'", "'\\xe9\\u65e5\\U0001f600'")`},
		{`"%s" % ("\ud800",), "\udc80" < "\uffff" < "😀", "abc" * -1, 2 * "ab", "b" in "abc"`, `('\ud800', True, '', 'abab', True)`},
		{`",".join(["a", "b"]), ",".join(("x",)), "".join([])`, `('a,b', 'x', '')`},
		{`str(), str(b"\xe9", "latin-1"), str(object=5), str(None), str(b"a", errors="ignore")`, `('', '\xe9', '5', 'None', 'a')`},
		{`",".join(["a", 1])`, `TypeError: sequence item 1: expected str instance, int found`},
		{`",".join(5)`, `TypeError: can only join an iterable`},
		{`"abc".index("q")`, `ValueError: substring not found`},
		{`"abc".split("")`, `ValueError: empty separator`},
		{`"a".center(5, "xx")`, `TypeError: The fill character must be exactly one character long`},
		{`"abc" + 1`, `TypeError: can only concatenate str (not "int") to str`},
		{`"abc" * 1.5`, `TypeError: can't multiply sequence by non-int of type 'float'`},
		{`1 in "abc"`, `TypeError: 'in <string>' requires string as left operand, not int`},
		{`"abc"["x"]`, `TypeError: string indices must be integers, not 'str'`},
		{`"abc"[3]`, `IndexError: string index out of range`},
		{`"abc".find()`, `TypeError: find() takes at least 1 argument (0 given)`},
		{`"abc".replace(1, "a")`, `TypeError: replace() argument 1 must be str, not int`},
		{`"abc".startswith(1)`, `TypeError: startswith first arg must be str or a tuple of str, not int`},
		{`"abc".startswith((1,))`, `TypeError: tuple for startswith must only contain str, not int`},
		{`"abc".removeprefix(None)`, `TypeError: removeprefix() argument must be str, not None`},
		{`str(1, "ascii")`, `TypeError: decoding to str: need a bytes-like object, int found`},
		{`"a" * (1 << 62)`, `MemoryError: `},
		{`"abc"[::0]`, `ValueError: slice step cannot be zero`},
		{`"ab".translate({97: 0x110000})`, `ValueError: character mapping must be in range(0x110000)`},
	}.try(t)
}

func TestFormatting(t *testing.T) {
	expressions{
		{`f"{42:08.2f}|{42:+d}|{42:#x}|{42:#010b}|{42:c}|{1234567:,}|{1234567:_}|{255:_x}|{-5:=6}"`, `'00042.00|+42|0x2a|0b00101010|*|1,234,567|1_234_567|ff|-    5'`},
		{`f"{1234:010,}|{1234:09,}|{0:,}|{10**20:,}|{True:d}|{65:>3c}|{255:#X}"`, `'00,001,234|0,001,234|0|100,000,000,000,000,000,000|1|  A|0XFF'`},
		{`f"{3.14159:.2f}|{1e16}|{1e15}|{1e-5}|{0.0001}|{-0.0}|{1e22:.3}|{2.5:.0f}|{0.5:.0f}|{2.675:.2f}"`, `'3.14|1e+16|1000000000000000.0|1e-05|0.0001|-0.0|1e+22|2|0|2.67'`},
		{`f"{1.5:e}|{1.5:E}|{1e100:g}|{123456789.0:g}|{0.0001234:g}|{1:%}|{0.256:.1%}|{float('inf'):010}|{float('nan'):F}|{1.0:#.0f}"`, `'1.500000e+00|1.500000E+00|1e+100|1.23457e+08|0.0001234|100.000000%|25.6%|0000000inf|NAN|1.'`},
		{`f"{-0.001:z.1f}|{1234.5:,.2f}|{1234.5:012,.1f}|{1e300:.10f}"[:60]`, `'0.0|1,234.50|00,001,234.5|1000000000000000052504760255204420'`},
		{`f"{5e-324:.60f}|{1/3:.30f}|{1.7976931348623157e308}"`, `'0.000000000000000000000000000000000000000000000000000000000000|0.333333333333333314829616256247|1.7976931348623157e+308'`},
		{`f"{1+2j}|{1.5-2j:.2f}|{2j}|{1+2j:>10}|{0j:g}"`, `'(1+2j)|1.50-2.00j|2j|    (1+2j)|0+0j'`},
		{`f"{'日本':>5}|{'abc':日^7}|{'abc':.2}|{'abc'!r:<7}|{None!s:>5}|{b'a'}"`, `"   \u65e5\u672c|\u65e5\u65e5abc\u65e5\u65e5|ab|'abc'  | None|b'a'"`},
		{`"{} {}".format(1, 2), "{1} {0}".format(1, 2), "{a.real} {b[0]} {c[k]}".format(a=5, b=[7], c={"k": 8})`, `('1 2', '2 1', '5 7 8')`},
		{`"{{{}}}".format(1), "{:{}}".format("x", 5), "{!r:>5}".format("a"), "{0:{1}{2}}".format("x", ">", 4)`, `('{1}', 'x    ', "  'a'", '   x')`},
		{`"{x}".format_map({"x": 1}), "{:>{w}}".format(1, w=3)`, `('1', '  1')`},
		{`format(5, "05"), format("x", ""), format(1.5), (5).__format__("x")`, `('00005', 'x', '1.5', '5')`},
		{`"%5d|%-5d|%05d|%+d|% d|%x|%#X|%o|%e|%.3g|%c|%r|%a|%%" % (1, 2, 3, 4, 5, 255, 255, 8, 1.5, 2.0, "é", "é", "é")`, `"    1|2    |00003|+4| 5|ff|0XFF|10|1.500000e+00|2|\xe9|'\xe9'|'\\xe9'|%"`},
		{`"%(a)s %(b)05.1f" % {"a": 1, "b": 2}, "%*d|%-*d|%.*f" % (4, 1, 4, 2, 1, 2.55), "%s" % [1], "%s" % ((1,),), "%.2s" % "日本語"`, `('1 002.0', '   1|2   |2.5', '[1]', '(1,)', '\u65e5\u672c')`},
		{`"%d" % 3.99, "%d" % True, "%i" % 10**20, "%x" % -255, "%.5d" % 42, "%08.3d" % 42, "%#g" % 1.0`, `('3', '1', '100000000000000000000', '-ff', '00042', '00000042', '1.00000')`},
		{`f"{5:s}"`, `ValueError: Unknown format code 's' for object of type 'int'`},
		{`f"{'a':d}"`, `ValueError: Unknown format code 'd' for object of type 'str'`},
		{`f"{1.5:d}"`, `ValueError: Unknown format code 'd' for object of type 'float'`},
		{`f"{'a':=5}"`, `ValueError: '=' alignment not allowed in string format specifier`},
		{`f"{'a':+}"`, `ValueError: Sign not allowed in string format specifier`},
		{`f"{5:.3d}"`, `ValueError: Precision not allowed in integer format specifier`},
		{`f"{5:,s}"`, `ValueError: Cannot specify ',' with 's'.`},
		{`f"{'a':,}"`, `ValueError: Cannot specify ',' with 's'.`},
		{`f"{5:5.5.5}"`, `ValueError: Invalid format specifier '5.5.5' for object of type 'int'`},
		{`f"{5:,_}"`, `ValueError: Cannot specify both ',' and '_'.`},
		{`f"{'abc':xyz}"`, `ValueError: Invalid format specifier 'xyz' for object of type 'str'`},
		{`f"{[]:5}"`, `TypeError: unsupported format string passed to list.__format__`},
		{`f"{1+2j:%}"`, `ValueError: Unknown format code '%' for object of type 'complex'`},
		{`f"{1+2j:05}"`, `ValueError: Zero padding is not allowed in complex format specifier`},
		{`f"{5:.}"`, `ValueError: Format specifier missing precision`},
		{`f"{-1:c}"`, `OverflowError: %c arg not in range(0x110000)`},
		{`f"{5:9999999999999999999999}"`, `ValueError: Too many decimal digits in format string`},
		{`"{".format()`, `ValueError: Single '{' encountered in format string`},
		{`"}".format()`, `ValueError: Single '}' encountered in format string`},
		{`"{0".format(1)`, `ValueError: expected '}' before end of string`},
		{`"{} {0}".format(1)`, `ValueError: cannot switch from automatic field numbering to manual field specification`},
		{`"{0} {}".format(1)`, `ValueError: cannot switch from manual field specification to automatic field numbering`},
		{`"{}".format()`, `IndexError: Replacement index 0 out of range for positional args tuple`},
		{`"{a}".format()`, `KeyError: 'a'`},
		{`"{a[}".format(a=1)`, `ValueError: expected '}' before end of string`},
		{`"{a.}".format(a=1)`, `ValueError: Empty attribute in format string`},
		{`"{a[0]x}".format(a=[1])`, `ValueError: Only '.' or '[' may follow ']' in format field specifier`},
		{`"{!x}".format(1)`, `ValueError: Unknown conversion specifier x`},
		{`"{!".format(1)`, `ValueError: end of string while looking for conversion specifier`},
		{`"{:{:{}}}".format(1, 2, 3)`, `ValueError: Max string recursion exceeded`},
		{`"{}".format_map({})`, `ValueError: Format string contains positional fields`},
		{`"%d" % "a"`, `TypeError: %d format: a real number is required, not str`},
		{`"%x" % 1.5`, `TypeError: %x format: an integer is required, not float`},
		{`"%f" % "a"`, `TypeError: must be real number, not str`},
		{`"%c" % "ab"`, `TypeError: %c requires int or char`},
		{`"%c" % 0x110000`, `OverflowError: %c arg not in range(0x110000)`},
		{`"%s %s" % 1`, `TypeError: not enough arguments for format string`},
		{`"%s" % (1, 2)`, `TypeError: not all arguments converted during string formatting`},
		{`"%" % 1`, `ValueError: incomplete format`},
		{`"%q" % 1`, `ValueError: unsupported format character 'q' (0x71) at index 1`},
		{`"%(a)s" % 1`, `TypeError: format requires a mapping`},
		{`"%(a" % {}`, `ValueError: incomplete format key`},
		{`"%(a)s" % {}`, `KeyError: 'a'`},
		{`"%*d" % ("a", 1)`, `TypeError: * wants int`},
		{`10**5000 and "%d" % 10**5000`, `ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`},
	}.try(t)
}

func TestBytesMethods(t *testing.T) {
	expressions{
		{`b"it's \x00\xff\n\\", bytearray(b"it's"), bytes(3), bytes([1, 255]), bytes("é", "utf-8"), bytes(b"x"), bytes(range(3))`, `(b"it's \x00\xff\n\\", bytearray(b"it\'s"), b'\x00\x00\x00', b'\x01\xff', b'\xc3\xa9', b'x', b'\x00\x01\x02')`},
		{`b"abc"[1], b"abc"[::-1], b"abc"[1:], b"a" + b"b", b"ab" * 2, b"b" in b"abc", 98 in b"abc", list(b"ab")`, `(98, b'cba', b'bc', b'ab', b'abab', True, True, [97, 98])`},
		{`b"a,b".split(b","), b" a  b ".split(), b"a b c".rsplit(None, 1), b"a\r\nb\x0bc".splitlines(), b"a-b".partition(b"-")`, `([b'a', b'b'], [b'a', b'b'], [b'a b', b'c'], [b'a', b'b\x0bc'], (b'a', b'-', b'b'))`},
		{`b"aBc".upper(), b"hello wORLD".title(), b"ab".center(5, b"*"), b"-1".zfill(4), b"\t.".expandtabs(3)`, `(b'ABC', b'Hello World', b'**ab*', b'-001', b'   .')`},
		{`b"abc".find(b"c"), b"abc".find(99), b"abc".rindex(b"a"), b"aaa".count(b"a"), b"abc".startswith((b"x", b"a"))`, `(2, 2, 0, 3, True)`},
		{`b"abc".replace(b"", b"-"), b"abc".translate(bytes.maketrans(b"a", b"x"), b"c"), b"abc".hex(":"), b"abcd".hex("-", -3), bytes.fromhex("0a FF")`, `(b'-a-b-c-', b'xb', '61:62:63', '616263-64', b'\n\xff')`},
		{`b",".join([b"a", bytearray(b"b"), memoryview(b"c")]), b"a" == "a", b"a" == bytearray(b"a"), b"a" < b"b"`, `(b'a,b,c', False, True, True)`},
		{`b"%s %d %x %a %c" % (b"x", 5, 255, "é", 65), b"%(k)s" % {b"k": b"v"}, bytearray(b"%d") % 1`, `(b"x 5 ff '\\xe9' A", b'v', bytearray(b'1'))`},
		{`(lambda b: (b.append(65), b.extend(b"xy"), b.insert(0, 66), b.pop(), b.reverse(), b.__setitem__(slice(0, 1), b"QQ"), b.__delitem__(slice(None, None, 2)), b))(bytearray(b"abc"))`, `(None, None, None, 121, None, None, None, bytearray(b'Qca'))`},
		{`(lambda m: (m[0], m[1:3].tobytes(), m.tolist(), len(m), m.readonly, m[::2].strides, m == b"abcd", m.hex(), m.release()))(memoryview(b"abcd"))`, `(97, b'bc', [97, 98, 99, 100], 4, True, (2,), True, '61626364', None)`},
		{`b"abc" + "a"`, `TypeError: can't concat str to bytes`},
		{`b"a".join(["x"])`, `TypeError: sequence item 0: expected a bytes-like object, str found`},
		{`b"abc"[5]`, `IndexError: index out of range`},
		{`b"a" in "abc"`, `TypeError: 'in <string>' requires string as left operand, not bytes`},
		{`bytes([256])`, `ValueError: bytes must be in range(0, 256)`},
		{`bytes("a")`, `TypeError: string argument without an encoding`},
		{`bytes(-1)`, `ValueError: negative count`},
		{`bytes(1.5)`, `TypeError: cannot convert 'float' object to bytes`},
		{`bytes.fromhex("0g")`, `ValueError: non-hexadecimal number found in fromhex() arg at position 1`},
		{`b"%d" % b"a"`, `TypeError: %d format: a real number is required, not bytes`},
		{`b"%s" % "a"`, `TypeError: %b requires a bytes-like object, or an object that implements __bytes__, not 'str'`},
		{`bytearray(b"a")[3]`, `IndexError: bytearray index out of range`},
		{`memoryview("a")`, `TypeError: memoryview: a bytes-like object is required, not 'str'`},
		{`memoryview(b"a").__setitem__(0, 1)`, `TypeError: cannot modify read-only memory`},
		{`hash(bytearray())`, `TypeError: unhashable type: 'bytearray'`},
	}.try(t)
}

func TestCodecs(t *testing.T) {
	expressions{
		{`"é日😀".encode(), "é".encode("latin-1"), "aé".encode("utf-16"), "😀".encode("utf-16-be"), "a".encode("utf-32"), "€".encode("cp1252"), "a".encode("utf-8-sig")`, `(b'\xc3\xa9\xe6\x97\xa5\xf0\x9f\x98\x80', b'\xe9', b'\xff\xfea\x00\xe9\x00', b'\xd8=\xde\x00', b'\xff\xfe\x00\x00a\x00\x00\x00', b'\x80', b'\xef\xbb\xbfa')`},
		{`"aé日".encode("ascii", "ignore"), "é日😀".encode("ascii", "backslashreplace"), "é".encode("ascii", "xmlcharrefreplace"), "é日".encode("ascii", "replace")`, `(b'a', b'\\xe9\\u65e5\\U0001f600', b'&#233;', b'??')`},
		{`"\udcff".encode("utf-8", "surrogateescape"), "\ud800".encode("utf-8", "surrogatepass"), b"\xff".decode("utf-8", "surrogateescape"), b"\xed\xa0\x80".decode("utf-8", "surrogatepass")`, `(b'\xff', b'\xed\xa0\x80', '\udcff', '\ud800')`},
		{`b"a\xff\xe2\x82b".decode("utf-8", "replace"), b"\xe2\x82".decode(errors="backslashreplace"), b"a\xff".decode("utf-8", "ignore")`, `('a\ufffd\ufffdb', '\\xe2\\x82', 'a')`},
		{`b"\xff\xfea\x00".decode("utf-16"), b"\xef\xbb\xbfa".decode("utf-8-sig"), b"\x80".decode("cp1252"), b"\\x41\\u65e5\\n".decode("unicode_escape"), "é\n".encode("unicode_escape")`, `('a', 'a', '\u20ac', 'A\u65e5\n', b'\\xe9\\n')`},
		{`b"a".decode("UTF8"), b"a".decode("iso8859-1"), b"a".decode("US-ASCII")`, `('a', 'a', 'a')`},
		{`b"a\xff".decode()`, `UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 1: invalid start byte`},
		{`b"\xe2\x82".decode()`, `UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 0-1: unexpected end of data`},
		{`b"\xe2(".decode()`, `UnicodeDecodeError: 'utf-8' codec can't decode byte 0xe2 in position 0: invalid continuation byte`},
		{`b"\xff".decode("ascii")`, `UnicodeDecodeError: 'ascii' codec can't decode byte 0xff in position 0: ordinal not in range(128)`},
		{`b"\x81".decode("cp1252")`, `UnicodeDecodeError: 'charmap' codec can't decode byte 0x81 in position 0: character maps to <undefined>`},
		{`b"a\x00b".decode("utf-16-le")`, `UnicodeDecodeError: 'utf-16-le' codec can't decode byte 0x62 in position 2: truncated data`},
		{`b"\x00\xd8".decode("utf-16-le")`, `UnicodeDecodeError: 'utf-16-le' codec can't decode bytes in position 0-1: unexpected end of data`},
		{`b"\x00\x00\x11\x00".decode("utf-32-le")`, `UnicodeDecodeError: 'utf-32-le' codec can't decode bytes in position 0-3: code point not in range(0x110000)`},
		{`"é".encode("ascii")`, `UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)`},
		{`"日本".encode("latin-1")`, `UnicodeEncodeError: 'latin-1' codec can't encode characters in position 0-1: ordinal not in range(256)`},
		{`"日".encode("cp1252")`, `UnicodeEncodeError: 'charmap' codec can't encode character '\u65e5' in position 0: character maps to <undefined>`},
		{`"\ud800".encode()`, `UnicodeEncodeError: 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed`},
		{`"a".encode("bogus")`, `LookupError: unknown encoding: bogus`},
		{`"é".encode("ascii", "bogus")`, `LookupError: unknown error handler name 'bogus'`},
		{`"a".encode(5)`, `TypeError: encode() argument 'encoding' must be str, not int`},
		{`b"\xff".decode("utf-8", "xmlcharrefreplace")`, `TypeError: don't know how to handle UnicodeDecodeError in error callback`},
	}.try(t)
}

// TestUnicode compares sums over all code points with those of Python 3.11.
func TestUnicode(t *testing.T) {
	for name, test := range map[string]struct {
		is         func(rune) bool
		count, sum int
	}{
		"isAlpha":      {isAlpha, 131756, 13903637152},
		"isDecimal":    {isDecimal, 660, 30806570},
		"isDigit":      {isDigit, 788, 34551904},
		"isNumeric":    {isNumeric, 1872, 103269490},
		"isLower":      {isLower, 2471, 107772342},
		"isUpper":      {isUpper, 1951, 95541008},
		"isSpace":      {isSpace, 29, 141704},
		"isPrintable":  {isPrintable, 144516, 14867683184},
		"isIDStart":    {isIDStart, 131975, 13915676731},
		"isIDContinue": {isIDContinue, 135053, 14256392139},
	} {
		count, sum := 0, 0
		for r := range rune(0x110000) {
			if test.is(r) {
				count++
				sum += int(r)
			}
		}
		if count != test.count || sum != test.sum {
			t.Errorf("%s: %d code points with sum %d, want %d and %d", name, count, sum, test.count, test.sum)
		}
	}
}

// TestCases compares all code points' cases with those of Python 3.11.
func TestCases(t *testing.T) {
	for name, test := range map[string]struct {
		to   func([]byte, rune) []byte
		want int
	}{
		"appendUpper": {appendUpper, 26577},
		"appendLower": {appendLower, 266149},
		"appendTitle": {appendTitle, 118826},
		"appendFold":  {appendFold, 372801},
	} {
		sum := 0
		for r := range rune(0x110000) {
			if r >= 0xd800 && r < 0xe000 {
				continue
			}
			for _, b := range test.to(nil, r) {
				sum = (sum*31 + int(b)) % 1000003
			}
		}
		if sum != test.want {
			t.Errorf("%s: sum %d, want %d", name, sum, test.want)
		}
	}
}

// FuzzDecode has no input crash a decoder, and what was decoded be encoded to the same.
func FuzzDecode(f *testing.F) {
	f.Add("a\xff\xe2\x82\xf0\x9f\x98\x80", uint8(0))
	f.Add("\xff\xfe\x00\xd8a\x00", uint8(6))
	th := testThread(f)
	f.Fuzz(func(t *testing.T, in string, n uint8) {
		name := codecText[1+int(n)%(len(codecText)-1)]
		for _, errors := range []string{"strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"} {
			s, err := DecodeBytes(th, in, name, errors)
			if err != nil || errors != "surrogateescape" || name != "utf-8" && name != "ascii" {
				continue
			}
			if back, err := EncodeText(th, s.s, name, errors); err != nil || back != in {
				t.Fatalf("%q became %q, %v", in, back, err)
			}
		}
	})
}

// FuzzFormat has no specifier crash a format.
func FuzzFormat(f *testing.F) {
	f.Add("é>+#010,.3f")
	f.Add("{0!r:{1}}%(a)*.3d")
	th := testThread(f)
	large := regexp.MustCompile(`[0-9]{5}`)
	values := []Object{MakeInt(42), Float(1.5), Complex(1), NewStr("é")}
	f.Fuzz(func(t *testing.T, spec string) {
		if len(spec) > 100 || large.MatchString(spec) { // not to make texts of gigabytes
			return
		}
		text := NewStr(strings.ToValidUTF8(spec, "?"))
		for _, v := range values {
			_, _ = th.Format(v, text)
		}
		_, _ = strFormat(th, []Object{text, NewTuple(values...), NewDict()})
		_, _ = th.percentText(text, NewTuple(values...))
	})
}
