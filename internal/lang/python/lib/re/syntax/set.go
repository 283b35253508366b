package syntax

// setOperations are what doubled characters may mean one day.
var setOperations = map[string]string{"-": "difference", "&": "intersection", "~": "symmetric difference", "|": "union"}

// set parses what follows a [.
func (p *parser) set() (*Node, error) {
	here := p.tell() - 1
	if p.next == "[" {
		p.warn(true, "Possible nested set", p.tell())
	}
	n := &Node{Op: Set, Negate: p.match("^")}
	for {
		t := p.get()
		if t == end {
			return nil, p.fail(p.tell()-here, "unterminated character set")
		}
		if t == "]" && len(n.Items) > 0 {
			break
		}
		if kind := setOperations[t]; kind != "" && len(n.Items) > 0 && p.next == t {
			p.warn(true, "Possible set "+kind, p.tell()-1)
		}
		item, err := p.setItem(t)
		if err != nil {
			return nil, err
		}
		if !p.match("-") {
			n.Items = append(n.Items, item)
			continue
		}
		to := p.get()
		if to == end {
			return nil, p.fail(p.tell()-here, "unterminated character set")
		}
		if to == "]" {
			n.Items = append(n.Items, item, Item{Lo: '-', Hi: '-'})
			break
		}
		if to == "-" {
			p.warn(true, "Possible set difference", p.tell()-2)
		}
		last, err := p.setItem(to)
		if err != nil {
			return nil, err
		}
		if item.Category != NoCategory || last.Category != NoCategory || last.Lo < item.Lo {
			return nil, p.fail(runes(t)+1+runes(to), "bad character range "+t+"-"+to)
		}
		n.Items = append(n.Items, Item{Lo: item.Lo, Hi: last.Lo})
	}
	return n.simplified(), nil
}

// simplified is the literal that a set of one character is.
func (n *Node) simplified() *Node {
	first := n.Items[0]
	for _, i := range n.Items {
		if i != first {
			return n
		}
	}
	n.Items = n.Items[:1]
	switch {
	case first.Category != NoCategory || first.Lo != first.Hi:
		return n
	case n.Negate:
		return &Node{Op: NotLiteral, Char: first.Lo}
	}
	return literal(first.Lo)
}

// setItem parses a character of a set, or an escape.
func (p *parser) setItem(t string) (Item, error) {
	if t[0] != '\\' {
		return Item{Lo: char(t), Hi: char(t)}, nil
	}
	if n := category(t); n != nil {
		return n.Items[0], nil
	}
	r, err := p.setEscape(t)
	return Item{Lo: r, Hi: r}, err
}

func (p *parser) setEscape(t string) (rune, error) {
	switch c := t[1]; {
	case c == 'b':
		return '\b', nil
	case c >= '0' && c <= '7':
		return p.octal(t + p.while(2, octal))
	}
	return p.charEscape(t)
}
