package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// copyright writes which licence each module has, and then each text once.
func (p program) copyright(w io.Writer) error {
	b := bufio.NewWriter(w)
	line := func(format string, args ...any) { _, _ = fmt.Fprintf(b, format+"\n", args...) } // Flush tells
	line("%s is under the Apache License, version 2.0, which is the first text below; on Debian", p.name)
	line("it is in /usr/share/common-licenses/Apache-2.0, too. It has the following modules in it,")
	line("whose copyright is that of their authors, under the licences that stand behind them.")
	line("Source: https://github.com/elide-dev/elided and https://proxy.golang.org\n")
	var texts []string
	of := map[string][]string{}
	for _, m := range append([]module{{path: p.name, version: p.version, licences: p.own}}, p.modules...) {
		for _, l := range m.licences {
			if of[l.text] == nil {
				texts = append(texts, l.text)
			}
			of[l.text] = append(of[l.text], m.path)
		}
		line("%s %s (%s)", m.path, m.version, strings.Join(ids(m.licences), ", "))
	}
	for _, text := range texts {
		line("\n%s\n%s\n\n%s", strings.Repeat("-", 72), strings.Join(of[text], "\n"), text)
	}
	return b.Flush()
}
