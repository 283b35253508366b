package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func writeTree(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestCompanions(t *testing.T) {
	dir := writeTree(t, map[string]string{
		"main.js": "", "a.js": "", "lib/b.TS": "", "lib/c.json": "{}", "d.star": "", "e.py": "", "p/q.py": "", "f.txt": "",
		"node_modules/g.js": "", ".git/h.js": "", ".i.js": "", "binary.js": "\xff", "lib/main.js": "",
	})
	if err := os.Symlink("/etc/passwd", filepath.Join(dir, "link.js")); err != nil {
		t.Fatal(err)
	}
	script := []string{".i.js", "a.js", "lib/b.TS", "lib/c.json", "lib/main.js"}
	modules := []string{"e.py", "p/q.py"}
	tests := []struct {
		language, code string
		want           []string
	}{
		{"javascript", `const a = require("./a")`, script},
		{"JS", "require( '../x' )", script},
		{"typescript", `import { b } from "./lib/b"`, script},
		{"typescript", `import "./a.js"`, script},
		{"typescript", `await import('./a.js')`, script},
		{"javascript", `export * from "./a"`, script},
		{"javascript", `require("util"); import fs from "node:fs"`, nil},
		{"javascript", `load("a.js")`, nil},
		{"starlark", `load("d.star", "d")`, []string{"d.star"}},
		{"starlark", `load ('d.star', 'd')`, []string{"d.star"}},
		{"starlark", `payload("x")`, nil},
		{"python", "import sys, e as other\n", modules},
		{"python", "from e import x", modules},
		{"py", "def f():\n  from p.q import y", modules},
		{"python", "import p.q", modules},
		{"python", "import sys, json\nfrom os.path import join\nload('e')", nil},
		{"unknown", `require("./a"); load("x")`, nil},
	}
	for _, test := range tests {
		files, err := companions(filepath.Join(dir, "main.js"), test.language, test.code)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range files {
			got = append(got, f.GetPath())
		}
		slices.Sort(got)
		if !slices.Equal(got, test.want) {
			t.Errorf("%s %s: %q, want %q", test.language, test.code, got, test.want)
		}
	}
}

func TestCompanionsBounded(t *testing.T) {
	dir := writeTree(t, map[string]string{"a.js": strings.Repeat(" ", maxFileBytes), "b.js": " "})
	if _, err := companions(filepath.Join(dir, "a.js"), "js", `require("./b")`); err != nil {
		t.Errorf("the program itself counts: %v", err)
	}
	if _, err := companions(filepath.Join(dir, "c.js"), "js", `require("./b")`); err == nil {
		t.Error("more bytes than may be sent are accepted")
	}
}
