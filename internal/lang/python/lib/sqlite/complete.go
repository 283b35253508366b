package sqlite

import "strings"

// complete reports whether SQL ends with a statement's end: a semicolon outside of texts
// and comments, and of a trigger's, which ends with END;.
func complete(sql string) bool {
	c := completion{}
	for sql != "" {
		var kind tokenKind
		kind, sql = nextToken(sql)
		if kind == openToken {
			return false
		}
		c.take(kind)
	}
	return c.at == ended
}

type tokenKind int

const (
	spaceToken tokenKind = iota
	semicolonToken
	otherToken
	explainToken
	createToken
	tempToken
	triggerToken
	endToken
	openToken // a text or comment without an end
)

func wordToken(word string) tokenKind {
	switch strings.ToLower(word) {
	case "explain":
		return explainToken
	case "create":
		return createToken
	case "temp", "temporary":
		return tempToken
	case "trigger":
		return triggerToken
	case "end":
		return endToken
	}
	return otherToken
}

func nextToken(sql string) (tokenKind, string) {
	switch c := sql[0]; {
	case c == ';':
		return semicolonToken, sql[1:]
	case strings.IndexByte(" \t\n\f\r", c) >= 0:
		return spaceToken, sql[1:]
	case strings.HasPrefix(sql, "/*"):
		if _, rest, ok := strings.Cut(sql[2:], "*/"); ok {
			return spaceToken, rest
		}
		return openToken, ""
	case strings.HasPrefix(sql, "--"):
		_, rest, _ := strings.Cut(sql, "\n")
		return spaceToken, rest
	case c == '[':
		if _, rest, ok := strings.Cut(sql[1:], "]"); ok {
			return otherToken, rest
		}
		return openToken, ""
	case c == '\'' || c == '"' || c == '`':
		if _, rest, ok := strings.Cut(sql[1:], string(c)); ok {
			return otherToken, rest
		}
		return openToken, ""
	}
	n := 0
	for n < len(sql) && isWordByte(sql[n]) {
		n++
	}
	if n == 0 {
		return otherToken, sql[1:]
	}
	if n <= len("temporary") {
		return wordToken(sql[:n]), sql[n:]
	}
	return otherToken, sql[n:]
}

func isWordByte(c byte) bool {
	return c == '_' || c == '$' || c >= 0x80 || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}

// completion is where in a statement one is.
type completion struct{ at completionState }

type completionState int

const (
	nothing completionState = iota
	ended                   // by a semicolon
	plain
	explained
	created
	inTrigger
	triggerSemicolon // in a trigger, after a semicolon
	triggerEnd       // and after its END
)

func (c *completion) take(kind tokenKind) {
	if kind == spaceToken {
		return
	}
	switch c.at {
	case nothing, ended, explained:
		c.at = c.first(kind)
	case created:
		switch kind {
		case triggerToken:
			c.at = inTrigger
		case semicolonToken:
			c.at = ended
		case tempToken:
		default:
			c.at = plain
		}
	case plain:
		if kind == semicolonToken {
			c.at = ended
		}
	case inTrigger:
		if kind == semicolonToken {
			c.at = triggerSemicolon
		}
	case triggerSemicolon:
		switch kind {
		case endToken:
			c.at = triggerEnd
		case semicolonToken:
		default:
			c.at = inTrigger
		}
	case triggerEnd:
		c.at = inTrigger
		if kind == semicolonToken {
			c.at = ended
		}
	}
}

// first is after a statement's first word.
func (c *completion) first(kind tokenKind) completionState {
	switch {
	case kind == semicolonToken:
		return ended
	case kind == createToken:
		return created
	case kind == explainToken && c.at != explained:
		return explained
	case c.at == explained && kind == otherToken: // QUERY PLAN
		return explained
	}
	return plain
}
