package docs

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// root is the project's directory.
const root = "../.."

// A snippet is a fenced block of a page.
type snippet struct {
	page string // from root
	line int    // of its first line, from 1
	kind string // the first word after the fence
	more string // the words after it
	text string
}

func (s snippet) String() string { return fmt.Sprintf("%s:%d", s.page, s.line) }

// pages are all that people read: the ones at the root and those below docs.
func pages(t *testing.T) (list []string) {
	t.Helper()
	list = []string{"README.md", "CONTRIBUTING.md", "SECURITY.md"}
	err := filepath.WalkDir(filepath.Join(root, "docs"), func(path string, _ os.DirEntry, err error) error {
		if filepath.Ext(path) == ".md" {
			list = append(list, strings.TrimPrefix(path, root+"/"))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(list)
	return list
}

// setUp begins a comment that readers don't see: shell commands that a page needs before.
const setUp = "<!-- first:"

// snippets reads a page. A comment that begins with setUp counts as a snippet of kind sh.
func snippets(t *testing.T, page string) (list []snippet) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, page))
	if err != nil {
		t.Fatal(err)
	}
	var in *snippet
	var end, indent string
	number := 0
	for line := range strings.Lines(string(text)) {
		number++
		line = strings.TrimRight(line, "\n")
		trimmed := strings.TrimLeft(line, " ")
		switch {
		case in != nil && trimmed == end:
			list = append(list, *in)
			in = nil
		case in != nil:
			in.text += strings.TrimPrefix(line, indent) + "\n"
		case line == setUp:
			in, end, indent = &snippet{page: page, line: number + 1, kind: "sh"}, "-->", ""
		case strings.HasPrefix(trimmed, "```"):
			kind, more, _ := strings.Cut(strings.TrimPrefix(trimmed, "```"), " ")
			in, end, indent = &snippet{page: page, line: number + 1, kind: kind, more: more}, "```", line[:len(line)-len(trimmed)]
		case len(line)-len(trimmed) >= 4 && !listed(trimmed):
			t.Errorf("%s:%d is code without a fence: readers can't copy it, and no test knows its kind", page, number)
		}
	}
	if in != nil {
		t.Errorf("%v: its end is missing", in)
	}
	return list
}

// listed reports whether an indented line belongs to a list.
func listed(line string) bool {
	return strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "* ") || line == ""
}
