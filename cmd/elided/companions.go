package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/elide-dev/elided/internal/lang"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

const (
	maxFiles     = 256
	maxFileBytes = 2 << 20
)

// loadsScript and loadsStarlark find a program that loads a file of its own, and
// importsPython the modules that one imports. They may be wrong in a comment or a
// string, which costs a few files too many.
var (
	loadsScript   = regexp.MustCompile(`(?:\brequire|\bimport|\bfrom)\s*\(?\s*["'` + "`" + `]\.\.?/`)
	loadsStarlark = regexp.MustCompile(`\bload\s*\(\s*["']`)
	importsPython = regexp.MustCompile(`\b(?:from[ \t]+(\w+)[.\w]*[ \t]+import\b|import[ \t]+(\w[\w., \t]*))`)
)

// companions are the files that a program may load.
func companions(file, language, code string) ([]*daemonv1alpha1.SourceFile, error) {
	l, _ := lang.Lookup(language) // an unknown one is the daemon's to refuse
	var extensions []string
	switch l.Name {
	case "javascript", "typescript":
		if loadsScript.MatchString(code) {
			extensions = []string{".js", ".cjs", ".mjs", ".ts", ".cts", ".mts", ".json"}
		}
	case "python":
		if importsBeside(filepath.Dir(file), code) {
			extensions = []string{".py"}
		}
	case "starlark":
		if loadsStarlark.MatchString(code) {
			extensions = []string{".star", ".bzl"}
		}
	}
	if extensions == nil {
		return nil, nil
	}
	c := collector{dir: filepath.Dir(file), main: filepath.Base(file), extensions: extensions}
	err := filepath.WalkDir(c.dir, c.visit)
	return c.files, err
}

// importsBeside reports whether a program imports a module or a package of a directory.
func importsBeside(dir, code string) bool {
	for _, m := range importsPython.FindAllStringSubmatch(code, -1) {
		for module := range strings.SplitSeq(m[1]+m[2], ",") {
			fields := strings.FieldsFunc(module, func(r rune) bool { return r == ' ' || r == '\t' || r == '.' })
			if len(fields) > 0 && isModule(filepath.Join(dir, fields[0])) {
				return true
			}
		}
	}
	return false
}

func isModule(path string) bool {
	if _, err := os.Stat(path + ".py"); err == nil {
		return true
	}
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// A collector gathers source files of a directory tree.
type collector struct {
	dir, main  string
	extensions []string
	files      []*daemonv1alpha1.SourceFile
	bytes      int
}

func (c *collector) visit(path string, d fs.DirEntry, err error) error {
	if err != nil {
		return err
	}
	name, err := filepath.Rel(c.dir, path)
	if err != nil || name == "." {
		return err
	}
	if d.IsDir() && (d.Name() == "node_modules" || strings.HasPrefix(d.Name(), ".")) {
		return fs.SkipDir
	}
	if !d.Type().IsRegular() || name == c.main || !slices.Contains(c.extensions, strings.ToLower(filepath.Ext(name))) {
		return nil
	}
	return c.add(path, filepath.ToSlash(name))
}

func (c *collector) add(path, name string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	c.bytes += int(min(info.Size(), maxFileBytes+1))
	if len(c.files) == maxFiles || c.bytes > maxFileBytes {
		return usageErrorf("%s has more source files than can go with %s (%d, or %d bytes): give the program a directory of its own", c.dir, c.main, maxFiles, maxFileBytes)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if utf8.Valid(text) { // nothing else is a source
		c.files = append(c.files, &daemonv1alpha1.SourceFile{Path: name, Content: string(text)})
	}
	return nil
}
