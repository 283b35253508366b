package fuzz

import "regexp"

// A vocabulary has what may stand for words in capitals; the first of each is a plain one.
type vocabulary map[string][]string

var word = regexp.MustCompile(`\b[A-Z]+\b`)

// say replaces the words of a text that v has, and those of what replaces them: for as
// long as depth is left by any, then by the first.
func (g *generator) say(v vocabulary, text string, depth int) string {
	return word.ReplaceAllStringFunc(text, func(w string) string {
		list, ok := v[w]
		switch {
		case !ok:
			return w
		case depth <= 0:
			return g.say(v, list[0], 0)
		}
		return g.say(v, pick(g, list...), depth-1)
	})
}

// sayings prints what some of a list of expressions are.
func (g *generator) sayings(v vocabulary, list []string) {
	for range 5 + g.IntN(10) {
		g.probe(g.say(v, pick(g, list...), 3))
	}
}
