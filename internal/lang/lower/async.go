package lower

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// CommonJS knows no await at the top level, so such a module becomes an async function
// that is called at once. Its exports exist from the start, may be read when it has
// ended, and are a thenable until then: import() and await wait for it. The CommonJS
// function returns the promise of its end.
const (
	asyncHead = `const __settle = (get, more) => {
  let done = false;
  for (const name of Object.keys(get)) Object.defineProperty(exports, name, { enumerable: true, configurable: true, get() {
    if (!done) throw new ReferenceError("Cannot access '" + name + "' before " + __filename + " has finished its top-level await; load it with await import()");
    return get[name]();
  } });
  if (!get.then) Object.defineProperty(exports, "then", { configurable: true, value: (resolve, reject) => __running.then(() => resolve(exports), reject) });
  return () => {
    done = true;
    if (!get.then) delete exports.then;
    for (const name of Object.keys(more())) if (!get[name]) Object.defineProperty(exports, name, { enumerable: true, get: () => more()[name] });
  };
};
Object.defineProperty(exports, "__esModule", { value: true });
const __running = (async function () {
`
	asyncTail = `
}).call(undefined);
return __running;`
)

// transformAsync rewrites a module that awaits at its top level. esbuild's bundler
// brings it into a shape that fits into a function: imports become calls of require,
// and one export clause stands at the end.
func transformAsync(s source, l Loader) (output, error) {
	r := api.Build(api.BuildOptions{
		Stdin:          &api.StdinOptions{Contents: s.code, Sourcefile: sourcefile, Loader: esbuildLoader(l)},
		Bundle:         true,
		Plugins:        []api.Plugin{requirePlugin()},
		AbsWorkingDir:  "/",
		Outfile:        "/" + sourcefile + ".js",
		Format:         api.FormatESModule,
		Platform:       api.PlatformNode,
		Target:         api.ESNext,
		Supported:      supported(),
		Define:         importMeta(s.code),
		TsconfigRaw:    "{}",
		Charset:        api.CharsetUTF8,
		LegalComments:  api.LegalCommentsNone,
		TreeShaking:    api.TreeShakingFalse,
		KeepNames:      true,
		Sourcemap:      api.SourceMapExternal,
		SourcesContent: api.SourcesContentExclude,
		LogLevel:       api.LogLevelSilent,
	})
	if len(r.Errors) > 0 {
		return output{}, esbuildError(s, r.Errors[0])
	}
	var code string
	var ms []mapping
	for _, f := range r.OutputFiles {
		if strings.HasSuffix(f.Path, ".map") {
			var err error
			if ms, err = parseMappings(f.Contents, sourcefile); err != nil {
				return output{}, err
			}
		} else {
			code = string(f.Contents)
		}
	}
	toBytes(ms, code)
	return wrapAsync(s, output{code, ms}), nil
}

// requirePlugin has every static import load a module that requires what was
// imported, so that the bundler reads no file.
func requirePlugin() api.Plugin {
	const namespace = "require"
	return api.Plugin{Name: namespace, Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			if a.Kind == api.ResolveJSImportStatement {
				return api.OnResolveResult{Path: a.Path, Namespace: namespace}, nil
			}
			return api.OnResolveResult{Path: a.Path, External: true}, nil
		})
		b.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: namespace}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
			contents := "module.exports = require(" + strconv.Quote(a.Path) + ")"
			return api.OnLoadResult{Contents: &contents, Loader: api.LoaderJS}, nil
		})
	}}
}

// exportClause matches the clause at the very end of a bundle, a name a line.
var exportClause = regexp.MustCompile(`(?:^|\n)export \{\n((?:  [^\n]+\n)*)\};\n*$`)

// wrapAsync puts a bundle into an async function that fills exports.
func wrapAsync(s source, bundle output) output {
	var exports []string
	body := bundle.code
	if at := exportClause.FindStringSubmatchIndex(body); at != nil {
		exports = strings.Split(strings.TrimSpace(body[at[2]:at[3]]), ",\n")
		body = body[:at[0]]
	}
	// export * of a module leaves its names in this variable of the bundle's.
	star := "{}"
	if name := sourcefile + "_exports"; strings.Contains(body, "__reExport("+name) {
		star = name
	}
	head := `"use strict";` + prologue(s, body) + "\n" + asyncHead +
		"const __done = __settle({ __proto__: null, " + getters(exports) + "}, () => (" + star + "));"
	out := prepend(head, output{body, bundle.mappings})
	out.code += "\n__done();" + asyncTail
	return out
}

// getters returns the properties of an object literal for the entries of an export
// clause: "a" or "a as b", where b may be a string.
func getters(exports []string) string {
	var b strings.Builder
	for _, e := range exports {
		local, name, renamed := strings.Cut(strings.TrimSpace(e), " as ")
		if local == "" {
			continue
		}
		if !renamed {
			name = local
		}
		b.WriteString(name + ": () => " + local + ", ")
	}
	return b.String()
}
