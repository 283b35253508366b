package py

import "strings"

// onlyTree is ast.PyCF_ONLY_AST, the flag of compile that has it return a tree.
const onlyTree = 0x400

// isTree is whether an object is a node of module ast.
func (t *Thread) isTree(x Object) bool {
	m, ok := t.In.Modules.GetStr("ast").(*Module)
	if !ok || !x.Class().Heap {
		return false
	}
	c, ok := m.Dict.GetStr("AST").(*Class)
	return ok && IsInstance(x, c)
}

// compileTree compiles a tree of module ast: what is compiled is a source that is made of it,
// and its lines are those that the tree says.
func (t *Thread) compileTree(tree Object, file string, kind *Str, mode Mode) (Object, error) {
	v, err := t.callOf("_ast_unparse", "checked", tree, kind)
	if err != nil {
		return nil, err
	}
	pair, ok := v.(*Tuple)
	if !ok || len(pair.Items) != 2 {
		return nil, Raise(TypeError, "expected a tree")
	}
	numbers, err := t.Items(pair.Items[1])
	if err != nil {
		return nil, err
	}
	lines := make([]int32, len(numbers))
	for i, n := range numbers {
		line, _ := n.(Int)
		lines[i] = int32(line)
	}
	source, err := t.sourceText(pair.Items[0], "compile")
	if err != nil {
		return nil, err
	}
	c, err := t.Compile(source, file, mode)
	if err != nil {
		return nil, err
	}
	return &Code{c.Moved(lines)}, nil
}

// futureAnnotations is __future__.annotations.compiler_flag.
const futureAnnotations = 0x1000000

// knownFlags are those of ast.PyCF_ONLY_AST and its like, and of all that could be imported
// from __future__ since Python 2.1.
const knownFlags = 0x7610 | 0x1fe0000

// modeOf is the mode with what compile's flags say and, unless dontInherit is true, what the
// program has imported from __future__; and whether the flags ask for a tree.
func (t *Thread) modeOf(mode Mode, flags, dontInherit Object) (m Mode, tree bool, err error) {
	alone := 0
	if dontInherit != nil {
		if alone, err = t.Index(dontInherit); err != nil {
			return 0, false, err
		}
	}
	if alone == 0 {
		mode = t.inherited(mode)
	}
	if flags == nil {
		return mode, false, nil
	}
	n, err := t.Index(flags)
	switch {
	case Caught(err, OverflowError) != nil || err == nil && n != int(int32(n)):
		return 0, false, Raise(OverflowError, "Python int too large to convert to C int")
	case err != nil:
		return 0, false, err
	case n&^knownFlags != 0:
		return 0, false, Raise(ValueError, "compile(): unrecognised flags")
	case n&futureAnnotations != 0:
		mode |= futureMode
	}
	return mode, n&onlyTree != 0, nil
}

// remember keeps the source of a file for tracebacks. CPython shows no lines of what is no
// file; and of the program's own files the lines stay those that they have.
func (t *Thread) remember(file, source string) {
	if !strings.HasPrefix(file, "<") && !t.programs(file) {
		t.In.sources[file] = source
	}
}

// programs reports whether a file is one that the program came with, and has run.
func (t *Thread) programs(file string) bool {
	p := t.In.Host.Program
	if p == nil || t.In.sources[file] == "" {
		return false
	}
	_, ok := p.Files[file]
	return ok || file == p.Name
}
