package node

import (
	"strings"

	"github.com/dop251/goja"
	"golang.org/x/net/idna"
)

// urlNatives are what the module url is made of.
func urlNatives() map[string]native {
	return map[string]native{
		// parse(text, base) is the parts of a URL, undefined where text isn't one.
		"parse": func(vm *goja.Runtime, call goja.FunctionCall) goja.Value {
			u, err := parseWithBase(call.Argument(0), call.Argument(1))
			if err != nil {
				return goja.Undefined()
			}
			return urlParts(vm, u)
		},
		// change(href, part, value) is the parts of a URL with one of them changed.
		"change": func(vm *goja.Runtime, call goja.FunctionCall) goja.Value {
			u, err := parseURL(usv(call.Argument(0)), nil)
			if err != nil {
				return goja.Undefined()
			}
			if change := usv(call.Argument(2)); len(change) <= maxURL {
				u.change(call.Argument(1).String(), change)
			}
			return urlParts(vm, u)
		},
		"domainToASCII": func(vm *goja.Runtime, call goja.FunctionCall) goja.Value {
			domain, err := parseHost(usv(call.Argument(0)), true)
			if err != nil {
				return text("")
			}
			return text(domain)
		},
		"domainToUnicode": func(vm *goja.Runtime, call goja.FunctionCall) goja.Value {
			domain, err := parseHost(usv(call.Argument(0)), true)
			if err != nil {
				return text("")
			}
			unicode, _ := idna.ToUnicode(domain) // what it can't decode it leaves
			return text(unicode)
		},
	}
}

// searchParamsNatives are what URLSearchParams is made of.
func searchParamsNatives() map[string]native {
	return map[string]native{
		// parseForm(text) is an array of names and values in turn, undefined when there
		// are too many.
		"parseForm": func(vm *goja.Runtime, call goja.FunctionCall) goja.Value {
			pairs, ok := parseForm(usv(call.Argument(0)))
			if !ok {
				return goja.Undefined()
			}
			return stringArray(vm, pairs)
		},
		// wellFormed(text) is text with U+FFFD for halves of surrogate pairs.
		"wellFormed": func(vm *goja.Runtime, call goja.FunctionCall) goja.Value {
			return text(usv(call.Argument(0)))
		},
		"formatForm": func(vm *goja.Runtime, call goja.FunctionCall) goja.Value {
			list := call.Argument(0).ToObject(vm)
			var pairs []string
			for _, index := range list.Keys() {
				pairs = append(pairs, usv(list.Get(index)))
			}
			return text(formatForm(pairs))
		},
	}
}

// usv is v as text, with U+FFFD for halves of surrogate pairs.
func usv(v goja.Value) string {
	return strings.ToValidUTF8(v.String(), "\ufffd")
}

// parseWithBase parses v; base may be undefined.
func parseWithBase(v, base goja.Value) (*urlRecord, error) {
	if goja.IsUndefined(base) {
		return parseURL(usv(v), nil)
	}
	b, err := parseURL(usv(base), nil)
	if err != nil {
		return nil, err
	}
	return parseURL(usv(v), b)
}

// urlParts are a URL's parts in the order in which the class has their names.
func urlParts(vm *goja.Runtime, u *urlRecord) goja.Value {
	return stringArray(vm, []string{u.href(), u.origin(), u.scheme + ":", u.username, u.password,
		u.hostPort(), u.host, u.port, u.pathname(), u.search(), u.hash()})
}

func stringArray(vm *goja.Runtime, list []string) goja.Value {
	values := make([]any, len(list))
	for i, s := range list {
		values[i] = text(s)
	}
	return vm.NewArray(values...)
}
