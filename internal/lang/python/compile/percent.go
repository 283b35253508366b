package compile

import (
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/ast"
)

// percent is "..." % (a, b) as an f-string, which CPython makes of it where the format
// has nothing but %s, %r and %a: the order in which the values are evaluated and made
// text is that of an f-string.
func percent(e *ast.BinOp) (*ast.JoinedStr, bool) {
	format, ok := e.Left.(*ast.Constant)
	args, isTuple := e.Right.(*ast.Tuple)
	if !ok || !isTuple || e.Op != ast.Mod || format.Kind != ast.Str || starred(args.Elts) || literals(args.Elts) {
		return nil, false
	}
	s := &ast.JoinedStr{Span: e.Span}
	rest, text, used := format.Str, "", 0
	for rest != "" {
		before, after, found := strings.Cut(rest, "%")
		text += before
		if !found {
			break
		}
		if strings.HasPrefix(after, "%") {
			text, rest = text+"%", after[1:]
			continue
		}
		spec, conversion, n := percentSpec(after)
		if conversion == 0 || used == len(args.Elts) {
			return nil, false
		}
		s.Values = appendText(s.Values, e, text)
		s.Values = append(s.Values, percentValue(args.Elts[used], conversion, spec))
		text, rest, used = "", after[n:], used+1
	}
	if used != len(args.Elts) {
		return nil, false
	}
	s.Values = appendText(s.Values, e, text)
	return s, true
}

func appendText(list []ast.Expr, e *ast.BinOp, text string) []ast.Expr {
	if text == "" {
		return list
	}
	return append(list, &ast.Constant{Span: e.Span, Kind: ast.Str, Str: text})
}

func percentValue(v ast.Expr, conversion byte, spec string) *ast.FormattedValue {
	f := &ast.FormattedValue{Span: v.Extent(), Value: v, Conversion: conversion}
	if spec != "" {
		f.Spec = &ast.JoinedStr{Span: f.Span, Values: []ast.Expr{&ast.Constant{Span: f.Span, Kind: ast.Str, Str: spec}}}
	}
	return f
}

// percentSpec is what follows a % as a format specification, and how long it is. A
// conversion of 0 is for what CPython leaves alone.
func percentSpec(s string) (spec string, conversion byte, n int) {
	flags := len(s) - len(strings.TrimLeft(s, "-+ #0"))
	left := strings.Contains(s[:flags], "-")
	width := digits(s[flags:])
	n = flags + len(width)
	precision := ""
	if n < len(s) && s[n] == '.' {
		precision = digits(s[n+1:])
		n += 1 + len(precision)
		if precision == "" {
			precision = "0"
		}
		precision = "." + trimZeros(precision)
	}
	if n == len(s) || strings.IndexByte("sra", s[n]) < 0 || len(width) > 3 || len(precision) > 4 {
		return "", 0, 0
	}
	if width != "" && !left {
		spec = ">"
	}
	return spec + width + precision, s[n], n + 1
}

func digits(s string) string {
	return s[:len(s)-len(strings.TrimLeft(s, "0123456789"))]
}

func trimZeros(s string) string {
	if t := strings.TrimLeft(s, "0"); t != "" {
		return t
	}
	return "0"
}
