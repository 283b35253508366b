package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A licence is a text that has to come with a program. Its id is SPDX's; a notice has none.
type licence struct{ id, text string }

// ids are the licences' SPDX ids, each once.
func ids(all []licence) []string {
	var out []string
	for _, l := range all {
		if l.id != "" && !slices.Contains(out, l.id) {
			out = append(out, l.id)
		}
	}
	return out
}

// licencesOf are those of the package in dir of a module: of the directory at or above it
// that has a licence, as a part of a module may have one of its own, and what is added on
// the way in files such as LICENSE_V8.
func licencesOf(dir, module string) ([]licence, error) {
	var all []licence
	for ; strings.HasPrefix(dir, module); dir = filepath.Dir(dir) {
		found, whole, err := licencesIn(dir)
		all = append(all, found...)
		if err != nil || whole {
			return all, err
		}
	}
	return nil, fmt.Errorf("no licence is in %s", module)
}

// licencesIn are those of a directory, and whether one is of all that is in it.
func licencesIn(dir string) (found []licence, whole bool, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, false, err
	}
	for _, e := range entries {
		name := strings.ToUpper(e.Name())
		isNotice := strings.HasPrefix(name, "NOTICE")
		if e.IsDir() || !isNotice && !strings.HasPrefix(name, "LICEN") && !strings.HasPrefix(name, "COPYING") {
			continue
		}
		if ext := filepath.Ext(name); ext == ".GO" || ext == ".JSON" {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return nil, false, err
		}
		l := licence{text: strings.TrimSpace(strings.ReplaceAll(string(text), "\r\n", "\n"))}
		if !isNotice {
			if l.id = identify(l.text); l.id == "" {
				return nil, false, fmt.Errorf("%s is no licence that is known: see whether it may be used, and add it", filepath.Join(dir, e.Name()))
			}
		}
		found = append(found, l)
		whole = whole || !isNotice && !strings.Contains(name, "_")
	}
	return found, whole, nil
}

// identify tells the licences that docs/dependencies.md allows by a sentence that each has.
func identify(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	has := func(sentence string) bool { return strings.Contains(strings.ToLower(text), strings.ToLower(sentence)) }
	switch {
	case has("Apache License Version 2.0"):
		return "Apache-2.0"
	case has("Mozilla Public License, version 2.0"), has("Mozilla Public License Version 2.0"):
		return "MPL-2.0"
	case has("Permission to use, copy, modify, and distribute this software") && has("not be used in advertising or publicity"):
		return "HPND"
	case has("MIT No Attribution"):
		return "MIT-0"
	case has("Permission is hereby granted, free of charge"):
		return "MIT"
	case has("Redistribution and use in source and binary forms") && (has("Neither the name") || has("may be used to endorse or promote") || has("may not be used to endorse")):
		return "BSD-3-Clause"
	case has("Redistribution and use in source and binary forms"):
		return "BSD-2-Clause"
	}
	return ""
}
