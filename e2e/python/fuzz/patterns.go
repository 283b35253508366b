package fuzz

import (
	"fmt"
	"strings"
)

// conditional matches by whether the first group has matched.
const conditional = "(?(1)a|b)"

// regex makes a regular expression with n groups so far.
func (g *generator) regex(depth int, n *int) string {
	if depth <= 0 {
		return pick(g, "a", "b", "1", ".", `\d`, `\w`, `\s`, `\S`, `\W`, `\D`, "[ab]", "[^a]", "[a-c1-3]", `[\w-]`, "[]a]", "[^]]", "é", "-", " ", `\.`, `\b`, `\B`, "^", "$", `\A`, `\Z`, `\n`, `\x61`, `\u00e9`, "A", "[A-Z]", "", "[a", "(", ")", "*", `\q`, "[b-a]", `\1`)
	}
	sub := func() string { return g.regex(depth-1, n) }
	switch g.IntN(14) {
	case 0, 1, 2:
		return sub() + sub()
	case 3, 4:
		groups := *n
		repeated, times := sub(), pick(g, "*", "+", "?", "{2}", "{1,2}", "{,2}", "{1,}", "*?", "+?", "??", "{1,2}?", "*+", "++", "?+", "{a}", "{2,1}")
		if *n > groups && len(times) == 2 && times[1] == '+' { // CPython forgets where groups of possessive repeats began
			times = "*"
		}
		return repeated + times
	case 5:
		return "(?:" + sub() + "|" + sub() + ")"
	case 6:
		return sub() + "|" + sub()
	case 7, 8, 9:
		*n++
		own := *n
		name := pick(g, "", "", "?P<k>", "?P<name>", fmt.Sprintf("?P<g%d>", own), "?P<1x>")
		inner := sub()
		if own == 1 { // what the group has while it is open is in CPython what a failed attempt has left
			inner = strings.ReplaceAll(inner, conditional, "")
		}
		return "(" + name + inner + ")"
	case 10:
		return pick(g, "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?i:", "(?-i:", "(?s:", "(?#") + sub() + ")"
	case 11:
		return sub() + pick(g, `\1`, `\2`, "(?P=k)", conditional, "(?P=nope)")
	}
	return sub()
}

var replacements = []string{`''`, `'-'`, `r'<\1>'`, `r'\g<0>'`, `r'\g<k>'`, `r'\2\1'`, `r'\n\\'`, `lambda m: m.group().upper()`, `lambda m: str(m.span())`, `r'\q'`, `r'\g<9>'`, `r'[\g<1>]'`, `lambda m: m[1] or '_'`, `r'\07'`, `lambda m: 5`}

var ofPatterns = []string{
	"re.findall(P, S)", "[(m.span(), m.group()) for m in re.finditer(P, S)]", "re.split(P, S)", "re.split(P, S, 1)", "re.sub(P, R, S)", "re.subn(P, R, S, 2)", "re.match(P, S)", "re.search(P, S)", "re.fullmatch(P, S)", "(m := re.search(P, S)) and (m.groups(), m.groupdict(), m.regs)", "(m := re.match(P, S)) and (m.groups('-'), m.lastindex, m.lastgroup)", "re.compile(P).groups", "re.compile(P).groupindex", "re.compile(P, F)", "re.findall(P, S, F)", "re.sub(P, R, S, flags=F)", "re.compile(P, F).search(S, 1)", "re.compile(P).findall(S, 1, 4)", "(m := re.search(P, S, F)) and (m.start(1), m.end(0), m[0])", "(m := re.search(P, S)) and m.expand(R)", "re.compile(P).fullmatch(S, 0, 3)", "(m := re.search(P, S)) and (m.string, m.pos, m.endpos, m.re.pattern)", "re.findall(P.encode(), S.encode())", "re.sub(re.escape(P), '', S)",
}

// patterns makes regular expressions, and looks for them in short texts.
func (g *generator) patterns() {
	g.line("import re")
	for range 5 + g.IntN(10) {
		n := 0
		p := pick(g, "", "", "", "(?i)", "(?x)", "(?m)", "(?a)") + g.regex(2+g.IntN(3), &n)
		s := ""
		for range g.IntN(9) {
			s += pick(g, "a", "b", "1", " ", "a", "ab", "B", "é", "-", `\n`, "_", "A", "c", "aa")
		}
		replace := strings.NewReplacer("P", "r'"+p+"'", "S", "'"+s+"'", "R", pick(g, replacements...), "F", pick(g, "re.I", "re.M", "re.S", "re.X", "re.A", "re.I | re.M", "0"))
		g.line("try: print(%s)", replace.Replace(pick(g, ofPatterns...)))
		g.line("except re.error as e: print(e, e.pos, e.lineno, e.colno)")
		g.line("except Exception as e: print(type(e).__name__, e)")
	}
}
