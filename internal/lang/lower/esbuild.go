package lower

import (
	"regexp"
	"strings"

	"github.com/dop251/goja"
	"github.com/evanw/esbuild/pkg/api"

	"github.com/elide-dev/elided/internal/lang/javascript"
)

// supported returns what goja lacks; it runs the rest of ECMAScript 2022 natively.
func supported() map[string]bool {
	return map[string]bool{
		"async-generator": false,
		"decorators":      false,
		"dynamic-import":  false,
		"for-await":       false,
		"import-meta":     false,
		"using":           false,
	}
}

// importMeta returns what stands for the metadata of a module in CommonJS. It is nil
// for code that asks for none, since esbuild takes a millisecond for any definition.
func importMeta(code string) map[string]string {
	if !strings.Contains(code, "import.meta") {
		return nil
	}
	return map[string]string{
		"import.meta.url":      importMetaURL,
		"import.meta.main":     importMetaMain,
		"import.meta.filename": "__filename",
		"import.meta.dirname":  "__dirname",
	}
}

const (
	importMetaURL  = "__import_meta_url"
	importMetaMain = "__import_meta_main"
)

// An output is code that goja runs, as the body of a CommonJS function.
type output struct {
	code     string
	mappings []mapping
}

func compileTypeScript(s source) (*goja.Program, int64, error) {
	return lowerSource(s, TypeScript)
}

// lowerSource rewrites s and compiles the result.
func lowerSource(s source, l Loader) (*goja.Program, int64, error) {
	out, err := transform(s, l)
	if err != nil {
		return nil, 0, err
	}
	p, names, err := compileLowered(s, out)
	if err != nil {
		return nil, 0, err
	}
	// Measured: 24 bytes and the slack of what holds them.
	const mappingBytes = 40
	size := (programBytes+1)*int64(len(out.code)) + mappingBytes*int64(len(out.mappings))
	return p, size + javascript.ScopeNameBytes*int64(names), nil
}

// transform rewrites s to CommonJS.
func transform(s source, l Loader) (output, error) {
	r := api.Transform(s.code, api.TransformOptions{
		Loader:        esbuildLoader(l),
		Sourcefile:    sourcefile,
		Format:        api.FormatCommonJS,
		Platform:      api.PlatformNode,
		Target:        api.ESNext,
		Supported:     supported(),
		Define:        importMeta(s.code),
		TsconfigRaw:   "{}",
		Charset:       api.CharsetUTF8,
		LegalComments: api.LegalCommentsNone,
		Sourcemap:     api.SourceMapExternal,
		// The content is here already.
		SourcesContent: api.SourcesContentExclude,
		LogLevel:       api.LogLevelSilent,
	})
	errs := withoutTopLevelAwait(r.Errors)
	switch {
	case len(errs) > 0:
		return output{}, esbuildError(s, errs[0])
	case len(r.Errors) > 0:
		return transformAsync(s, l)
	}
	ms, err := parseMappings(r.Map, sourcefile)
	if err != nil {
		return output{}, err
	}
	code := string(r.Code)
	toBytes(ms, code)
	return prepend(prologue(s, code), output{code, ms}), nil
}

// sourcefile is what esbuild calls the source: its name must neither escape in the
// source map nor choose a loader.
const sourcefile = "source"

func esbuildLoader(l Loader) api.Loader {
	if l == TypeScript {
		return api.LoaderTS
	}
	return api.LoaderJS
}

// withoutTopLevelAwait leaves out the errors that say that CommonJS has no await at
// the top level.
func withoutTopLevelAwait(errs []api.Message) []api.Message {
	var others []api.Message
	for _, e := range errs {
		if !strings.HasPrefix(e.Text, "Top-level await is currently not supported") {
			others = append(others, e)
		}
	}
	return others
}

func toBytes(ms []mapping, code string) {
	if !isASCII(code) {
		bytesFromUnits(ms, code)
	}
}

// moduleSyntax finds a line that begins as a static import or an export does.
var moduleSyntax = regexp.MustCompile(`(?m)^[ \t]*(?:import\b[ \t]*["'{*\pL_$]|export\b[ \t]*[={*@\pL_$])`)

// prologue returns what goes before the lowered code of s: strict mode for what is a
// module, and the metadata that the code asks for.
func prologue(s source, code string) string {
	var b strings.Builder
	if e := s.extension(); e == ".mjs" || e == ".mts" || moduleSyntax.MatchString(s.code) {
		b.WriteString(`"use strict";`)
	}
	if strings.Contains(code, importMetaURL) {
		b.WriteString("const " + importMetaURL + ` = "file://" + __filename;`)
	}
	if strings.Contains(code, importMetaMain) {
		b.WriteString("const " + importMetaMain + " = require.main === module;")
	}
	return b.String()
}

// prepend puts a line before out.
func prepend(line string, out output) output {
	if line == "" {
		return out
	}
	shift := 1 + strings.Count(line, "\n")
	for i := range out.mappings {
		out.mappings[i].line += shift
	}
	out.code = line + "\n" + out.code
	return out
}
