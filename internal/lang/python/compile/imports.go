package compile

import (
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/code"
)

func (g *gen) importStmt(s *ast.Import) {
	for _, a := range s.Names {
		mark := g.temps
		g.at(s)
		r := g.temp()
		g.emitN(code.Import, 0, r, g.nameIndex(a.Name), -1)
		top, rest, dotted := strings.Cut(a.Name, ".")
		if a.AsName == "" {
			g.storeName(top, register(r))
			g.temps = mark
			continue
		}
		for dotted {
			var part string
			part, rest, dotted = strings.Cut(rest, ".")
			g.emit(code.ImportFrom, r, r, g.nameIndex(part))
		}
		g.storeName(a.AsName, register(r))
		g.temps = mark
	}
}

func (g *gen) importFrom(s *ast.ImportFrom) {
	g.at(s)
	if s.Module == "__future__" && s.Level == 0 && s.Start.Line > g.table.futureLine {
		g.fail(s, "from __future__ imports must occur at the beginning of the file")
	}
	if s.Level > 255 {
		g.fail(s, "too many leading dots in relative import")
	}
	names := make(code.Tuple, len(s.Names))
	for i, a := range s.Names {
		names[i] = a.Name
	}
	r := g.temp()
	g.emitN(code.Import, s.Level, r, g.nameIndex(s.Module), g.constIndex(names))
	for _, a := range s.Names {
		if a.Name == "*" {
			g.emit(code.ImportStar, 0, r, 0)
			return
		}
		as := a.AsName
		if as == "" {
			as = a.Name
		}
		v := g.temp()
		g.emit(code.ImportFrom, v, r, g.nameIndex(a.Name))
		g.storeName(as, register(v))
		g.temps = v
	}
}
