package main

import (
	"encoding/json"
	"io"
	"strings"
)

// What follows is of CycloneDX 1.5, as far as it is used.

type bom struct {
	Format       string       `json:"bomFormat"`
	Spec         string       `json:"specVersion"`
	Serial       string       `json:"serialNumber"`
	Version      int          `json:"version"`
	Metadata     metadata     `json:"metadata"`
	Components   []component  `json:"components"`
	Dependencies []dependency `json:"dependencies"`
}

type metadata struct {
	Timestamp string    `json:"timestamp,omitempty"`
	Component component `json:"component"`
}

type component struct {
	Ref        string     `json:"bom-ref"`
	Type       string     `json:"type"`
	Name       string     `json:"name"`
	Version    string     `json:"version"`
	Hashes     []hash     `json:"hashes,omitempty"`
	Licences   []choice   `json:"licenses,omitempty"`
	PURL       string     `json:"purl"`
	Properties []property `json:"properties,omitempty"`
}

type hash struct {
	Algorithm string `json:"alg"`
	Content   string `json:"content"`
}

type choice struct {
	Licence struct {
		ID string `json:"id"`
	} `json:"license"`
}

type property struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

type dependency struct {
	Ref       string   `json:"ref"`
	DependsOn []string `json:"dependsOn"`
}

// sbom writes the modules as a bill of materials. The same binary makes the same bill.
func (p program) sbom(w io.Writer) error {
	ref := purl(p.path, p.version)
	main := component{
		Ref: ref, Type: "application", Name: p.name, Version: p.version,
		PURL: ref, Hashes: []hash{{"SHA-256", p.digest}}, Licences: choices(p.own),
	}
	out := bom{Format: "CycloneDX", Spec: "1.5", Serial: p.serial(), Version: 1, Metadata: metadata{p.date, main}}
	on := dependency{Ref: ref}
	for _, m := range p.modules {
		ref := purl(m.path, strings.TrimPrefix(m.version, "go"))
		c := component{Ref: ref, Type: "library", Name: m.path, Version: m.version, PURL: ref, Licences: choices(m.licences)}
		if m.sum != "" {
			c.Properties = []property{{"elided:go.sum", m.sum}}
		}
		out.Components = append(out.Components, c)
		on.DependsOn = append(on.DependsOn, ref)
	}
	out.Dependencies = []dependency{on}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

func choices(all []licence) []choice {
	var out []choice
	for _, id := range ids(all) {
		var c choice
		c.Licence.ID = id
		out = append(out, c)
	}
	return out
}

// purl names a module as package managers do.
func purl(path, version string) string {
	return "pkg:golang/" + path + "@" + strings.ReplaceAll(version, "+", "%2B")
}

// serial is a UUID made of the binary's digest, marked as one of a hash of somebody's own
// choice (version 8).
func (p program) serial() string {
	d := p.digest
	return "urn:uuid:" + d[:8] + "-" + d[8:12] + "-8" + d[13:16] + "-8" + d[17:20] + "-" + d[20:32]
}
