package main

import (
	"debug/buildinfo"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
)

// A module is one that is linked, with the licences of those of its packages that are.
type module struct {
	path, version string
	sum           string // go.sum's
	licences      []licence
}

// A listed package is what go list says of one.
type listed struct {
	Dir      string
	Standard bool
	Module   *struct {
		Path, Version, Dir string
	}
}

// linked are the modules of a binary, by path, and the standard library. What binary and
// go.mod know differently is an error: the bill would be of another build.
func linked(info *buildinfo.BuildInfo) ([]module, error) {
	packages, err := list(info)
	if err != nil {
		return nil, err
	}
	modules := []module{}
	for _, dep := range info.Deps {
		m := module{path: dep.Path, version: dep.Version, sum: dep.Sum}
		for _, p := range packages {
			if p.Module == nil || p.Module.Path != dep.Path {
				continue
			}
			if p.Module.Version != dep.Version {
				return nil, fmt.Errorf("the binary has %s %s, go.mod %s: build it again", dep.Path, dep.Version, p.Module.Version)
			}
			found, err := licencesOf(p.Dir, p.Module.Dir)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", dep.Path, err)
			}
			m.add(found)
		}
		if m.licences == nil {
			return nil, fmt.Errorf("%s is in the binary and none of its packages in go list: build it again", dep.Path)
		}
		modules = append(modules, m)
	}
	std := module{path: "std", version: info.GoVersion}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("go env GOROOT: %w", err)
	}
	goroot := strings.TrimSpace(string(root))
	found, err := licencesOf(goroot, goroot)
	std.add(found)
	return append(modules, std), err
}

func (m *module) add(found []licence) {
	for _, l := range found {
		if !slices.Contains(m.licences, l) {
			m.licences = append(m.licences, l)
		}
	}
}

// list has the packages of a binary, by the settings that it was built with.
func list(info *buildinfo.BuildInfo) ([]listed, error) {
	cmd := exec.Command("go", "list", "-deps", "-json=Dir,Standard,Module", info.Path)
	cmd.Env = os.Environ()
	for _, s := range info.Settings {
		if s.Key == "GOOS" || s.Key == "GOARCH" || s.Key == "CGO_ENABLED" {
			cmd.Env = append(cmd.Env, s.Key+"="+s.Value)
		}
	}
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	var all []listed
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all, nil
		} else if err != nil {
			return nil, err
		}
		if !p.Standard {
			all = append(all, p)
		}
	}
}
