package py

import "strings"

// maxCandidates is how many names are looked at for one that is meant.
const maxCandidates = 750

// suggestion is ". Did you mean: 'x'?", or "".
func suggestion(t *Thread, e *Exc) string {
	name, ok := e.Fields["name"].(*Str)
	if !ok {
		return ""
	}
	meant := ""
	switch {
	case e.class.IsSubclass(AttributeError):
		if obj := e.Fields["obj"]; obj != nil {
			meant = closest(name.s, t.dirNames(obj))
		}
	case e.class.IsSubclass(NameError):
		meant = closestName(t, e, name.s)
	}
	if meant == "" {
		return ""
	}
	return ". Did you mean: '" + meant + "'?"
}

// dirNames are what dir(x) lists.
func (t *Thread) dirNames(x Object) []string {
	dir := t.In.Builtins.GetStr("dir")
	if dir == nil {
		return nil
	}
	v, err := t.Call(dir, x)
	if err != nil {
		return nil
	}
	items, err := t.Items(v)
	if err != nil {
		return nil
	}
	return texts(items)
}

func texts(items []Object) []string {
	var list []string
	for _, x := range items {
		if s, ok := x.(*Str); ok {
			list = append(list, s.s)
		}
	}
	return list
}

// closestName looks among the variables of the function where a NameError was raised,
// then among globals, then builtins.
func closestName(t *Thread, e *Exc, name string) string {
	tb := e.TB
	if tb == nil {
		return ""
	}
	for tb.Next != nil {
		tb = tb.Next
	}
	if s := closest(name, tb.Code.Vars); s != "" {
		return s
	}
	if s := closest(name, texts(tb.globals.Keys())); s != "" {
		return s
	}
	return closest(name, texts(t.builtinsOf(tb.globals).Keys()))
}

// closest is the first of the names that differ least from name, if it is by little.
func closest(name string, names []string) string {
	if len(names) >= maxCandidates {
		return ""
	}
	best, found := 0, ""
	for _, n := range names {
		if n == name {
			continue
		}
		most := (len(name) + len(n) + 3) * moveCost / 6
		if found != "" {
			most = min(most, best-1)
		}
		if d := distance(name, n, most); d <= most {
			best, found = d, n
		}
	}
	return found
}

const (
	moveCost = 2 // of a letter that is inserted, deleted or another
	caseCost = 1 // of one in another case
	maxName  = 40
)

// distance is what it costs to change a into b, or more than most.
func distance(a, b string, most int) int {
	for a != "" && b != "" && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for a != "" && b != "" && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if a == "" || b == "" {
		return (len(a) + len(b)) * moveCost
	}
	if len(a) > maxName || len(b) > maxName {
		return most + 1
	}
	if len(b) < len(a) {
		a, b = b, a
	}
	if (len(b)-len(a))*moveCost > most {
		return most + 1
	}
	row := make([]int, len(a))
	for i := range row {
		row[i] = (i + 1) * moveCost
	}
	result := 0
	for i := range len(b) {
		diagonal := i * moveCost
		result = diagonal
		least := most + 1
		for j := range len(a) {
			substitute := diagonal + letterCost(b[i], a[j])
			diagonal = row[j]
			result = min(min(result, diagonal)+moveCost, substitute)
			row[j] = result
			least = min(least, result)
		}
		if least > most {
			return most + 1
		}
	}
	return result
}

func letterCost(a, b byte) int {
	switch {
	case a == b:
		return 0
	case strings.EqualFold(string(rune(a)), string(rune(b))) && a < 0x80 && b < 0x80:
		return caseCost
	}
	return moveCost
}
