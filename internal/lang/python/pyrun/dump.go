package main

import (
	"fmt"

	"github.com/elide-dev/elided/internal/lang/python/code"
	"github.com/elide-dev/elided/internal/lang/python/compile"
	"github.com/elide-dev/elided/internal/lang/python/parse"
)

func dump(source string) {
	m, err := parse.Module("x.py", source)
	if err != nil {
		fmt.Println(err)
		return
	}
	c, err := compile.Module(m, "x.py")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(code.Dump(c))
}
