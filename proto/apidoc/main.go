// Command apidoc is a plugin of buf that writes docs/api.md: the public contract as a page,
// in the words of its comments.
package main

import (
	"fmt"
	"strings"

	"google.golang.org/protobuf/compiler/protogen"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/types/pluginpb"
)

const head = `# API

The contract as a page, written by ` + "`make proto`" + ` from
[execution_api.proto](../proto/elide/daemon/v1alpha1/execution_api.proto). gRPC is served at the Unix socket and, when configured,
over TCP ([access.md](access.md)); the same calls are there over [HTTP](http.md). Every field that a caller leaves out has its
type's zero value, and its description says what that means.

`

func main() {
	protogen.Options{}.Run(func(p *protogen.Plugin) error {
		p.SupportedFeatures = uint64(pluginpb.CodeGeneratorResponse_FEATURE_PROTO3_OPTIONAL)
		for _, f := range p.Files {
			if f.Generate && len(f.Services) > 0 {
				write(p.NewGeneratedFile("api.md", ""), f)
			}
		}
		return nil
	})
}

// write is the page: services with their calls, then the messages and enumerations in the
// order of the contract.
func write(out *protogen.GeneratedFile, f *protogen.File) {
	out.P(head + "## Calls")
	for _, s := range f.Services {
		out.P(prose(s.Comments.Leading))
		out.P("\n| call | takes | answers | |\n|---|---|---|---|")
		for _, m := range s.Methods {
			answer := link(m.Output.Desc)
			if m.Desc.IsStreamingServer() {
				answer = "a stream of " + answer
			}
			out.P("| `", m.Desc.Name(), "` | ", link(m.Input.Desc), " | ", answer, " | ", cell(m.Comments.Leading), " |")
		}
	}
	out.P("\n## Messages")
	for _, m := range f.Messages {
		message(out, m)
	}
	out.P("\n## Enumerations")
	for _, e := range f.Enums {
		out.P("\n### ", e.Desc.Name(), "\n", prose(e.Comments.Leading), "\n\n| value | number | |\n|---|---|---|")
		for _, v := range e.Values {
			out.P("| `", v.Desc.Name(), "` | ", v.Desc.Number(), " | ", cell(v.Comments.Leading), " |")
		}
	}
}

func message(out *protogen.GeneratedFile, m *protogen.Message) {
	if m.Desc.IsMapEntry() {
		return
	}
	out.P("\n### ", m.Desc.Name(), "\n", prose(m.Comments.Leading))
	if len(m.Fields) > 0 {
		out.P("\n| field | type | number | |\n|---|---|---|---|")
	}
	for _, f := range m.Fields {
		out.P("| `", f.Desc.Name(), "` | ", kind(f.Desc), " | ", f.Desc.Number(), " | ", oneof(f), cell(f.Comments.Leading), " |")
	}
	for _, nested := range m.Messages {
		message(out, nested)
	}
}

func oneof(f *protogen.Field) string {
	if f.Oneof == nil || f.Oneof.Desc.IsSynthetic() {
		return ""
	}
	return fmt.Sprintf("One of `%s`. ", f.Oneof.Desc.Name())
}

// kind is a field's type for people.
func kind(f protoreflect.FieldDescriptor) string {
	switch {
	case f.IsMap():
		return fmt.Sprintf("map from %s to %s", kind(f.MapKey()), kind(f.MapValue()))
	case f.IsList():
		return "list of " + single(f)
	case f.HasOptionalKeyword():
		return "optional " + single(f)
	}
	return single(f)
}

func single(f protoreflect.FieldDescriptor) string {
	switch f.Kind() {
	case protoreflect.MessageKind:
		return link(f.Message())
	case protoreflect.EnumKind:
		return link(f.Enum())
	}
	return f.Kind().String()
}

// link names a type, with a link when it is on the page.
func link(d protoreflect.Descriptor) string {
	if strings.HasPrefix(string(d.FullName()), "google.protobuf.") {
		return string(d.Name())
	}
	return fmt.Sprintf("[%s](#%s)", d.Name(), strings.ToLower(string(d.Name())))
}

func prose(c protogen.Comments) string {
	return strings.TrimSpace(strings.ReplaceAll(string(c), "\n ", "\n"))
}

// cell is a comment for a table.
func cell(c protogen.Comments) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(string(c)), " "), "|", `\|`)
}
