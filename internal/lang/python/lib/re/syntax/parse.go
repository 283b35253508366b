package syntax

import "strings"

const (
	maxGroups = 1073741823
	// maxDepth is how deep groups may nest. Everything that handles a Tree recurs as deep.
	maxDepth = 300

	special    = `.\[{()*+?^$|`
	whitespace = " \t\n\r\v\f"
	digits     = "0123456789"
	octal      = "01234567"
	hexDigits  = "0123456789abcdefABCDEF"
)

// A parser parses one expression.
type parser struct {
	*source
	flags      Flags
	tree       *Tree
	behind     int         // groups when the outermost lookbehind began; 0 is outside of one
	conditions map[int]int // where groups that conditions name are named first
}

// Parse parses an expression of a str, or unless isStr of a bytes, whose characters are
// below 256. named looks up the characters of \N{}. A tree has its warnings with an error, too.
func Parse(pattern []rune, isStr bool, flags Flags, named func(string) (rune, bool)) (*Tree, error) {
	p := &parser{source: newSource(pattern, isStr, named), flags: flags, tree: &Tree{Groups: 1, Names: map[string]int{}, widths: []width{{}}}}
	p.conditions = map[int]int{}
	err := p.all()
	p.tree.Warnings = p.warnings
	return p.tree, err
}

func (p *parser) all() error {
	root, err := p.branches(p.flags&Verbose != 0, 0)
	if err == nil && p.err != nil {
		err = p.err
	}
	if err != nil {
		return err
	}
	if p.flags, err = fixFlags(p.flags, p.isStr); err != nil {
		return err
	}
	if p.next != end {
		return p.fail(0, "unbalanced parenthesis")
	}
	if err := p.checkConditions(); err != nil {
		return err
	}
	p.tree.Root, p.tree.Flags = root, p.flags
	return p.tree.checkBehind(root)
}

// branches parses alternatives up to a ) or the end.
func (p *parser) branches(verbose bool, depth int) (*Node, error) {
	if depth > maxDepth {
		return nil, ErrTooDeep
	}
	var list []*Node
	for {
		n, err := p.sequence(verbose, depth, depth == 0 && len(list) == 0)
		if err != nil {
			return nil, err
		}
		list = append(list, n)
		if !p.match("|") {
			break
		}
		if depth == 0 {
			verbose = p.flags&Verbose != 0
		}
	}
	if len(list) == 1 {
		return list[0], nil
	}
	return &Node{Op: Concat, Subs: []*Node{{Op: Branch, Subs: list}}}, nil
}

// sequence parses one alternative. first is whether flags for the whole expression may
// stand at its start.
func (p *parser) sequence(verbose bool, depth int, first bool) (*Node, error) {
	seq := &Node{Op: Concat}
	for p.next != end && p.next != "|" && p.next != ")" {
		t := p.get()
		if verbose && p.skip(t) {
			continue
		}
		var err error
		switch {
		case t == "(":
			var set bool
			if set, err = p.group(seq, verbose, depth, first); set {
				verbose = p.flags&Verbose != 0
			}
		case strings.Contains("*+?{", t):
			err = p.repeat(seq, t)
		default:
			var n *Node
			if n, err = p.atom(t); err == nil {
				seq.Subs = append(seq.Subs, n)
			}
		}
		if err != nil {
			return nil, err
		}
	}
	if p.err != nil {
		return nil, p.err
	}
	seq.Subs = flatten(seq.Subs)
	return seq, nil
}

// skip passes whitespace and comments of a verbose expression.
func (p *parser) skip(t string) bool {
	if strings.Contains(whitespace, t) {
		return true
	}
	if t != "#" {
		return false
	}
	for t != end && t != "\n" {
		t = p.get()
	}
	return true
}

// flatten replaces groups that do nothing by what is in them.
func flatten(list []*Node) []*Node {
	out := list[:0:0]
	for _, n := range list {
		if n.isOpenPart() {
			out = append(out, n.Subs[0].Subs...)
		} else {
			out = append(out, n)
		}
	}
	return out
}

func (p *parser) atom(t string) (*Node, error) {
	switch {
	case t[0] == '\\':
		return p.escape(t)
	case t == "[":
		return p.set()
	case t == ".":
		return &Node{Op: Any}, nil
	case t == "^":
		return &Node{Op: At, Where: Beginning}, nil
	case t == "$":
		return &Node{Op: At, Where: End}, nil
	}
	return literal(char(t)), nil
}

func literal(r rune) *Node { return &Node{Op: Literal, Char: r} }

// char is the character that a token is.
func char(t string) rune {
	r, _ := DecodeRune(t)
	return r
}

// repeat parses a quantifier, of what came last.
func (p *parser) repeat(seq *Node, t string) error {
	here := p.tell()
	least, most := 0, Infinite
	switch t {
	case "?":
		most = 1
	case "+":
		least = 1
	case "{":
		ok, err := p.counts(here, &least, &most)
		if err != nil {
			return err
		}
		if !ok {
			seq.Subs = append(seq.Subs, literal('{'))
			return nil
		}
	}
	last := len(seq.Subs) - 1
	back := p.tell() - here + 1
	if last < 0 || seq.Subs[last].Op == At {
		return p.fail(back, "nothing to repeat")
	}
	item := seq.Subs[last]
	if item.Op == Repeat {
		return p.fail(back, "multiple repeat")
	}
	if item.isOpenPart() {
		item = item.Subs[0]
	} else {
		item = &Node{Op: Concat, Subs: []*Node{item}}
	}
	n := &Node{Op: Repeat, Min: least, Max: most, Subs: []*Node{item}}
	if p.match("?") {
		n.Kind = Lazy
	} else if p.match("+") {
		n.Kind = Possessive
	}
	seq.Subs[last] = n
	return nil
}

// counts parses what follows a {. ok is false when that isn't a quantifier.
func (p *parser) counts(here int, least, most *int) (ok bool, err error) {
	if p.next == "}" {
		return false, nil
	}
	lo := p.while(len(p.text), digits)
	hi := lo
	if p.match(",") {
		hi = p.while(len(p.text), digits)
	}
	if !p.match("}") {
		if p.err != nil {
			return false, p.err
		}
		p.seek(here)
		return false, nil
	}
	if *least, err = number(lo, 0); err != nil {
		return false, err
	}
	if *most, err = number(hi, Infinite); err != nil {
		return false, err
	}
	if *most < *least {
		return false, p.fail(p.tell()-here, "min repeat greater than max repeat")
	}
	return true, nil
}

func number(s string, missing int) (int, error) {
	if s == "" {
		return missing, nil
	}
	n := 0
	for _, c := range s {
		if n = n*10 + int(c-'0'); n >= Infinite {
			return 0, ErrTooLarge
		}
	}
	return n, nil
}
