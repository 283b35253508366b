package docs

import (
	"go/scanner"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// messagesPage has tables of messages: those whose first column is called so.
const messagesPage = "docs/troubleshooting.md"

var quoted = regexp.MustCompile("`([^`]+)`")

// TestMessages looks for each message of the page in the source, where "..." stands for
// what differs: one that has been reworded must not stay in the page.
func TestMessages(t *testing.T) {
	said := strings.Join(sayings(t), "\n")
	found := 0
	for _, m := range messages(t) {
		for part := range strings.SplitSeq(m.text, "...") {
			if part = strings.TrimSpace(part); len(part) < 3 {
				continue
			}
			found++
			if !strings.Contains(said, part) {
				t.Errorf("%s:%d: nothing in the source says %q", messagesPage, m.line, part)
			}
		}
	}
	if found < 100 {
		t.Errorf("the page has %d messages: are its tables still called so?", found)
	}
}

// A message is one that a row is about.
type message struct {
	line int // from 1
	text string
}

func messages(t *testing.T) (list []message) {
	t.Helper()
	in := false
	for number, line := range prose(t, messagesPage) {
		cells := strings.Split(line, "|")
		switch {
		case len(cells) < 3:
			in = false
		case strings.TrimSpace(cells[1]) == "message":
			in = true
		case in:
			for _, m := range quoted.FindAllStringSubmatch(cells[1], -1) {
				list = append(list, message{number + 1, m[1]})
			}
		}
	}
	return list
}

// sayings are the strings in the source of what people run, and all of what is written in
// other languages.
func sayings(t *testing.T) (list []string) {
	t.Helper()
	for _, dir := range []string{"cmd", "client", "internal"} {
		err := filepath.WalkDir(filepath.Join(root, dir), func(path string, _ fs.DirEntry, err error) error {
			switch ext := filepath.Ext(path); {
			case err != nil || strings.HasSuffix(path, "_test.go") || strings.Contains(path, "/testdata/"):
			case ext == ".go":
				list = append(list, literals(t, path)...)
			case ext == ".js":
				list = append(list, string(read(t, path)))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return list
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// literals are the strings of a Go file, those that are added to each other as one.
func literals(t *testing.T, path string) (list []string) {
	t.Helper()
	text := read(t, path)
	var s scanner.Scanner
	s.Init(token.NewFileSet().AddFile(path, -1, len(text)), text, nil, 0)
	added := false
	for {
		_, tok, literal := s.Scan()
		switch {
		case tok == token.EOF:
			return list
		case tok == token.STRING:
			value, err := strconv.Unquote(literal)
			if err != nil {
				t.Fatal(path, err)
			}
			if added && len(list) > 0 {
				value = list[len(list)-1] + value
				list = list[:len(list)-1]
			}
			list = append(list, value)
			added = false
		default:
			added = tok == token.ADD
		}
	}
}
