package syntax

import (
	"fmt"
	"strings"
)

// group parses what follows a (. set is whether it was flags of the whole expression.
func (p *parser) group(seq *Node, verbose bool, depth int, first bool) (set bool, err error) {
	start := p.tell() - 1
	if !p.match("?") {
		return false, p.contents(seq, &Node{Op: Group}, start, "", verbose, depth)
	}
	c := p.get()
	if c == end {
		return false, p.fail(0, "unexpected end of pattern")
	}
	switch {
	case c == "P":
		return false, p.named(seq, start, verbose, depth)
	case c == ":":
		return false, p.inside(seq, &Node{Op: Group}, start, verbose, depth)
	case c == ">":
		return false, p.inside(seq, &Node{Op: Atomic}, start, verbose, depth)
	case c == "#":
		return false, p.comment(start)
	case c == "=" || c == "!" || c == "<":
		return false, p.look(seq, c, start, verbose, depth)
	case c == "(":
		return false, p.condition(seq, start, verbose, depth)
	case c == "-" || flagOf(c) != 0:
		return p.flagged(seq, c, start, verbose, depth, first)
	}
	return false, p.fail(runes(c)+1, "unknown extension ?"+c)
}

// flagged parses flags, and the group that they are for.
func (p *parser) flagged(seq *Node, c string, start int, verbose bool, depth int, first bool) (set bool, err error) {
	add, del, global, err := p.parseFlags(c)
	if err != nil {
		return false, err
	}
	if global {
		if !first || len(seq.Subs) > 0 {
			return false, p.fail(p.tell()-start, "global flags not at the start of the expression")
		}
		return true, nil
	}
	verbose = (verbose || add&Verbose != 0) && del&Verbose == 0
	return false, p.inside(seq, &Node{Op: Group, Add: add, Del: del}, start, verbose, depth)
}

func (p *parser) comment(start int) error {
	for {
		if p.next == end {
			return p.fail(p.tell()-start, "missing ), unterminated comment")
		}
		if p.get() == ")" {
			return nil
		}
	}
}

// named parses what follows (?P.
func (p *parser) named(seq *Node, start int, verbose bool, depth int) error {
	if p.match("<") {
		name, err := p.until(">", "group name")
		if err != nil {
			return err
		}
		if err := p.checkName(name, 1); err != nil {
			return err
		}
		return p.contents(seq, &Node{Op: Group}, start, name, verbose, depth)
	}
	if p.match("=") {
		return p.namedReference(seq)
	}
	c := p.get()
	if c == end {
		return p.fail(0, "unexpected end of pattern")
	}
	return p.fail(runes(c)+2, "unknown extension ?P"+c)
}

func (p *parser) namedReference(seq *Node) error {
	name, err := p.until(")", "group name")
	if err != nil {
		return err
	}
	if err := p.checkName(name, 1); err != nil {
		return err
	}
	back := runes(name) + 1
	n, ok := p.tree.Names[name]
	if !ok {
		return p.fail(back, "unknown group name "+p.quote(name))
	}
	if err := p.checkReference(n, back); err != nil {
		return err
	}
	seq.Subs = append(seq.Subs, &Node{Op: GroupRef, Number: n})
	return nil
}

// checkReference checks that a reference is to a group that is closed.
func (p *parser) checkReference(n, back int) error {
	if n >= p.tree.Groups || !p.tree.widths[n].known {
		return p.fail(back, "cannot refer to an open group")
	}
	return p.checkBehindReference(n)
}

// checkBehindReference checks a reference that may be in a lookbehind.
func (p *parser) checkBehindReference(n int) error {
	switch {
	case p.behind == 0:
		return nil
	case n >= p.tree.Groups || !p.tree.widths[n].known:
		return p.fail(0, "cannot refer to an open group")
	case n >= p.behind:
		return p.fail(0, "cannot refer to group defined in the same lookbehind subpattern")
	}
	return nil
}

// contents parses a group that captures.
func (p *parser) contents(seq, n *Node, start int, name string, verbose bool, depth int) error {
	n.Number = p.tree.Groups
	if n.Number >= maxGroups {
		return p.fail(0, "too many groups")
	}
	p.tree.Groups++
	p.tree.widths = append(p.tree.widths, width{})
	if name != "" {
		if was, ok := p.tree.Names[name]; ok {
			return p.fail(runes(name)+1, fmt.Sprintf("redefinition of group name %s as group %d; was group %d", quote(name), n.Number, was))
		}
		p.tree.Names[name] = n.Number
		p.tree.Order = append(p.tree.Order, name)
	}
	if err := p.inside(seq, n, start, verbose, depth); err != nil {
		return err
	}
	w := p.tree.width(n.Subs[0])
	w.known = true
	p.tree.widths[n.Number] = w
	return nil
}

// inside parses a group up to its ).
func (p *parser) inside(seq, n *Node, start int, verbose bool, depth int) error {
	sub, err := p.branches(verbose, depth+1)
	if err != nil {
		return err
	}
	if !p.match(")") {
		return p.fail(p.tell()-start, "missing ), unterminated subpattern")
	}
	n.Subs = []*Node{sub}
	seq.Subs = append(seq.Subs, n)
	return nil
}

// look parses a lookahead or a lookbehind.
func (p *parser) look(seq *Node, c string, start int, verbose bool, depth int) error {
	n := &Node{Op: Look}
	outer := p.behind
	if c == "<" {
		n.Behind = true
		c = p.get()
		if c == end {
			return p.fail(0, "unexpected end of pattern")
		}
		if c != "=" && c != "!" {
			return p.fail(runes(c)+2, "unknown extension ?<"+c)
		}
		if outer == 0 {
			p.behind = p.tree.Groups
		}
	}
	n.Negate = c == "!"
	sub, err := p.branches(verbose, depth+1)
	if err != nil {
		return err
	}
	if n.Behind {
		p.behind = outer
	}
	if !p.match(")") {
		return p.fail(p.tell()-start, "missing ), unterminated subpattern")
	}
	if n.Negate && len(sub.Subs) == 0 {
		n.Op = Fail
	}
	n.Subs = []*Node{sub}
	seq.Subs = append(seq.Subs, n)
	return nil
}

// condition parses what follows (?(.
func (p *parser) condition(seq *Node, start int, verbose bool, depth int) error {
	n := &Node{Op: Cond}
	name, err := p.until(")", "group name")
	if err != nil {
		return err
	}
	if n.Number, err = p.conditionGroup(name); err != nil {
		return err
	}
	if err := p.checkBehindReference(n.Number); err != nil {
		return err
	}
	if depth >= maxDepth {
		return ErrTooDeep
	}
	yes, err := p.sequence(verbose, depth+1, false)
	if err != nil {
		return err
	}
	n.Subs = []*Node{yes}
	if p.match("|") {
		no, err := p.sequence(verbose, depth+1, false)
		if err != nil {
			return err
		}
		if p.next == "|" {
			return p.fail(0, "conditional backref with more than two branches")
		}
		n.Subs = append(n.Subs, no)
	}
	if !p.match(")") {
		return p.fail(p.tell()-start, "missing ), unterminated subpattern")
	}
	seq.Subs = append(seq.Subs, n)
	return nil
}

func (p *parser) conditionGroup(name string) (int, error) {
	back := runes(name) + 1
	if isIdentifier(name) {
		p.warnName(name, 1)
		n, ok := p.tree.Names[name]
		if !ok {
			return 0, p.fail(back, "unknown group name "+p.quote(name))
		}
		return n, nil
	}
	n, ok := groupNumber(name)
	switch {
	case !ok:
		return 0, p.fail(back, "bad character in group name "+p.quote(name))
	case n == 0:
		return 0, p.fail(back, "bad group number")
	case n >= maxGroups:
		return 0, p.fail(back, "invalid group reference "+strings.TrimSpace(name))
	}
	if _, ok := p.conditions[n]; !ok {
		p.conditions[n] = p.tell() - back
	}
	p.warnNumber(name)
	return n, nil
}

// groupNumber is int(name), unless that is negative.
func groupNumber(name string) (int, bool) {
	name = strings.TrimPrefix(strings.TrimSpace(name), "+")
	if name == "" || name[0] == '_' || name[len(name)-1] == '_' || strings.Contains(name, "__") {
		return 0, false
	}
	n := 0
	for _, c := range name {
		switch {
		case c == '_':
		case c < '0' || c > '9':
			return 0, false
		default:
			n = min(n*10+int(c-'0'), maxGroups)
		}
	}
	return n, true
}

// checkConditions checks that the groups that conditions name are there. The one that
// was named first and isn't is the error.
func (p *parser) checkConditions() error {
	var first *Error
	for n, pos := range p.conditions {
		if n >= p.tree.Groups && (first == nil || pos < first.Pos) {
			first = &Error{fmt.Sprintf("invalid group reference %d", n), pos}
		}
	}
	if first != nil {
		return first
	}
	return nil
}
