package lang

import (
	"path"
	"slices"
	"strings"
)

// Python is the version of the language that python runs, whose engine is elided's own.
const Python = "3.11"

// An Info describes a language by its names.
type Info struct {
	// Name is the full name, lower case.
	Name string
	// Aliases are other names that mean it.
	Aliases []string
	// Extensions are its file extensions with the dot; the first one names a
	// source that came without a name.
	Extensions []string
	// Engine is what runs it, for people.
	Engine string
	// Evaluates is true when its instances are Evaluators.
	Evaluates bool
}

// All returns every language that elided knows, in the order to list them.
func All() []Info {
	return []Info{
		{Name: "javascript", Aliases: []string{"js"}, Extensions: []string{".js", ".cjs", ".mjs"}, Engine: "goja", Evaluates: true},
		{Name: "typescript", Aliases: []string{"ts"}, Extensions: []string{".ts", ".cts", ".mts"}, Engine: "esbuild, goja", Evaluates: true},
		{Name: "python", Aliases: []string{"py"}, Extensions: []string{".py"}, Engine: "Python " + Python + " by elided's own engine"},
		{Name: "starlark", Extensions: []string{".star", ".bzl"}, Engine: "go.starlark.net"},
	}
}

// Lookup finds a language by name or alias in any case.
func Lookup(name string) (Info, bool) {
	name = strings.ToLower(name)
	for _, l := range All() {
		if l.Name == name || slices.Contains(l.Aliases, name) {
			return l, true
		}
	}
	return Info{}, false
}

// ByExtension finds the language of a file by its name.
func ByExtension(file string) (Info, bool) {
	ext := strings.ToLower(path.Ext(file))
	for _, l := range All() {
		if slices.Contains(l.Extensions, ext) {
			return l, true
		}
	}
	return Info{}, false
}
