package docs

import (
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// TestLinks follows every relative link of every page: to a file, or to a heading of a page.
func TestLinks(t *testing.T) {
	for _, page := range pages(t) {
		for _, l := range links(t, page) {
			file, anchor := l.leadsTo()
			if _, err := os.Stat(filepath.Join(root, file)); err != nil {
				t.Errorf("%s:%d: %q leads to no file", l.page, l.line, l.target)
			} else if anchor != "" && !slices.Contains(anchors(t, file), anchor) {
				t.Errorf("%s:%d: %q leads to no heading: %s has %q", l.page, l.line, l.target, file, anchors(t, file))
			}
		}
	}
}

// index is the page that lists the others.
const index = "docs/README.md"

// TestEveryPageIsReachable finds the pages that no reader would: those to which no way leads
// from the first page or the index.
func TestEveryPageIsReachable(t *testing.T) {
	all := pages(t)
	next := []string{"README.md", index}
	seen := map[string]bool{}
	for len(next) > 0 {
		page := next[0]
		next = next[1:]
		if seen[page] || !slices.Contains(all, page) {
			continue
		}
		seen[page] = true
		for _, l := range links(t, page) {
			file, _ := l.leadsTo()
			next = append(next, file)
		}
	}
	for _, page := range all {
		if !seen[page] {
			t.Errorf("no link leads to %s from README.md or %s", page, index)
		}
	}
}

// A link is one to a file of the project.
type link struct {
	page   string // from root, as its file and heading are
	line   int    // from 1
	target string
}

func (l link) leadsTo() (file, anchor string) {
	file, anchor, _ = strings.Cut(l.target, "#")
	if file == "" {
		return l.page, anchor
	}
	return path.Join(path.Dir(l.page), file), anchor
}

var (
	linkInText  = regexp.MustCompile(`\]\(<?([^)\s>]+)`)
	linkDefined = regexp.MustCompile(`^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)`)
	otherSite   = regexp.MustCompile(`^([a-z][a-z+.-]*:|//)`) // another site, or mail
	codeInText  = regexp.MustCompile("(`+)[^`]+(`+)")
)

func links(t *testing.T, page string) (list []link) {
	t.Helper()
	for number, line := range prose(t, page) {
		line = codeInText.ReplaceAllString(line, "")
		for _, m := range slices.Concat(linkInText.FindAllStringSubmatch(line, -1), linkDefined.FindAllStringSubmatch(line, -1)) {
			if !otherSite.MatchString(m[1]) {
				list = append(list, link{page, number + 1, m[1]})
			}
		}
	}
	return list
}

// prose has a page's lines, those of fenced blocks and comments empty.
func prose(t *testing.T, page string) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, page))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(text), "\n")
	end := "" // of the block that a line is in
	for i, line := range lines {
		trimmed := strings.TrimLeft(line, " ")
		switch {
		case end != "":
			lines[i] = ""
			if strings.HasPrefix(trimmed, end) {
				end = ""
			}
		case strings.HasPrefix(trimmed, "```"):
			lines[i], end = "", "```"
		case strings.HasPrefix(line, "<!--") && !strings.Contains(line, "-->"):
			lines[i], end = "", "-->"
		}
	}
	return lines
}

var (
	heading  = regexp.MustCompile(`^#{1,6} +(.*?)(?: +#+)? *$`)
	linkText = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)`)
	anchorID = regexp.MustCompile(`<a (?:id|name)="([^"]+)"`)
)

// anchors are the names of a page's headings, as GitHub makes them: in lower case, without
// punctuation, with hyphens for blanks, and numbered from the second of a name on.
func anchors(t *testing.T, page string) (list []string) {
	t.Helper()
	if path.Ext(page) != ".md" {
		return nil
	}
	times := map[string]int{}
	for _, line := range prose(t, page) {
		for _, m := range anchorID.FindAllStringSubmatch(line, -1) {
			list = append(list, m[1])
		}
		m := heading.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		name := strings.Map(anchorRune, linkText.ReplaceAllString(m[1], "$1"))
		if n := times[name]; n > 0 {
			list = append(list, name+"-"+strconv.Itoa(n))
		} else {
			list = append(list, name)
		}
		times[name]++
	}
	return list
}

func anchorRune(r rune) rune {
	switch {
	case r == ' ':
		return '-'
	case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r):
		return unicode.ToLower(r)
	}
	return -1
}

func TestAnchorsAreGitHubs(t *testing.T) {
	for text, want := range map[string]string{
		"Who sees what: `--private`": "who-sees-what---private",
		"C++ & Go":                   "c--go",
		"Why *it* is_so (1/2)":       "why-it-is_so-12",
		"Größe":                      "größe",
	} {
		if got := strings.Map(anchorRune, text); got != want {
			t.Errorf("the anchor of %q is %q, want %q", text, got, want)
		}
	}
}
