package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestIdentify(t *testing.T) {
	for want, text := range map[string]string{
		"Apache-2.0":   "Apache License\n    Version 2.0, January 2004",
		"MPL-2.0":      "Mozilla Public License Version 2.0\n====",
		"MIT":          "Copyright A\n\nPermission is hereby granted, free of\ncharge, to any person",
		"MIT-0":        "MIT No Attribution License\n\nPermission is hereby granted, free of charge, to any person",
		"BSD-3-Clause": "Redistribution and use in source and binary forms ... Neither the name of A nor",
		"BSD-2-Clause": "Redistribution and use in source and binary forms, with or without modification",
		"HPND":         "Permission to use, copy, modify, and distribute this software ... not be used in advertising or publicity",
		"":             "Business Source License 1.1",
	} {
		if got := identify(text); got != want {
			t.Errorf("%q is taken for %q, not %q", text, got, want)
		}
	}
}

// TestLicencesOf takes the licence that is the nearest, with what is added to it below.
func TestLicencesOf(t *testing.T) {
	dir := t.TempDir()
	write := func(path, text string) {
		t.Helper()
		path = filepath.Join(dir, path)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	const mit, mpl, bsd = "Permission is hereby granted, free of charge", "Mozilla Public License, version 2.0", "Redistribution and use in source and binary forms"
	write("LICENSE", mit)
	write("NOTICE", "by somebody")
	write("plugins/LICENSE", mpl)
	write("plugins/base/plugin.go", "package base")
	write("engine/LICENSE_OTHER", bsd)
	for path, want := range map[string][]string{
		".": {"MIT"}, "plugins": {"MPL-2.0"}, "plugins/base": {"MPL-2.0"}, "engine": {"BSD-2-Clause", "MIT"},
	} {
		got, err := licencesOf(filepath.Join(dir, path), dir)
		if err != nil || !slices.Equal(ids(got), want) {
			t.Errorf("%s: %v, %v, not %v", path, ids(got), err, want)
		}
	}
	write("secret/LICENSE", "All rights reserved")
	if _, err := licencesOf(filepath.Join(dir, "secret"), dir); err == nil {
		t.Error("a licence that nobody knows is taken")
	}
}
