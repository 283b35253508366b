package py

import (
	"fmt"
	"strings"
)

// reprExc is "ValueError('text')".
func reprExc(t *Thread, self Object) (Object, error) {
	e := self.(*Exc)
	var x Object = e.Args
	if len(e.Args.Items) == 1 {
		x = e.Args.Items[0]
	}
	s, err := t.reprText(x)
	if err != nil {
		return nil, err
	}
	if len(e.Args.Items) == 1 {
		s = "(" + s + ")"
	}
	return NewStr(e.class.Name + s), nil
}

func strExc(t *Thread, self Object) (Object, error) {
	e := self.(*Exc)
	switch len(e.Args.Items) {
	case 0:
		return emptyStr, nil
	case 1:
		return t.strOf(e.Args.Items[0])
	}
	return t.strOf(e.Args)
}

// strKeyError shows what the key is: a text without quotes would be taken for a message.
func strKeyError(t *Thread, self Object) (Object, error) {
	e := self.(*Exc)
	if len(e.Args.Items) != 1 {
		return strExc(t, self)
	}
	s, err := t.reprText(e.Args.Items[0])
	return NewStr(s), err
}

// strImportError is the message, where that is a str.
func strImportError(t *Thread, self Object) (Object, error) {
	if s, ok := self.(*Exc).field("msg").(*Str); ok {
		return s, nil
	}
	return strExc(t, self)
}

func strOSError(t *Thread, self Object) (Object, error) {
	e := self.(*Exc)
	if e.Fields["errno"] == nil || e.Fields["strerror"] == nil {
		return strExc(t, self)
	}
	errno, err := t.strText(e.Fields["errno"])
	if err != nil {
		return nil, err
	}
	text, err := t.strText(e.Fields["strerror"])
	if err != nil {
		return nil, err
	}
	text = fmt.Sprintf("[Errno %s] %s", errno, text)
	for i, name := range []string{"filename", "filename2"} {
		f := e.Fields[name]
		if f == nil || f == None && i > 0 {
			break
		}
		s, err := t.reprText(f)
		if err != nil {
			return nil, err
		}
		text += []string{": ", " -> "}[i] + s
	}
	return NewStr(text), nil
}

func strSyntaxError(t *Thread, self Object) (Object, error) {
	e := self.(*Exc)
	text, err := t.strText(e.field("msg"))
	if err != nil {
		return nil, err
	}
	file, hasFile := e.field("filename").(*Str)
	line, hasLine := e.field("lineno").(Int)
	name := ""
	if hasFile {
		name = file.s[strings.LastIndexByte(file.s, '/')+1:]
	}
	switch {
	case hasFile && hasLine:
		text = fmt.Sprintf("%s (%s, line %d)", text, name, line)
	case hasFile:
		text = fmt.Sprintf("%s (%s)", text, name)
	case hasLine:
		text = fmt.Sprintf("%s (line %d)", text, line)
	}
	return NewStr(text), nil
}

// strUnicode is the message of UnicodeDecodeError and the like.
func strUnicode(t *Thread, self Object) (Object, error) {
	e := self.(*Exc)
	object, reason := e.field("object"), e.field("reason")
	if object == None {
		return emptyStr, nil
	}
	why, err := t.strText(reason)
	if err != nil {
		return nil, err
	}
	codec := ""
	if !e.class.IsSubclass(UnicodeTranslateError) {
		name, err := t.strText(e.field("encoding"))
		if err != nil {
			return nil, err
		}
		codec = "'" + name + "' codec "
	}
	start, end := e.span()
	verb, single, plural := "encode", "character", "characters"
	switch {
	case e.class.IsSubclass(UnicodeDecodeError):
		verb, single, plural = "decode", "byte", "bytes"
	case codec == "":
		verb = "translate"
	}
	if what, ok := charAt(Native(object), start); ok && end == start+1 {
		return NewStr(fmt.Sprintf("%scan't %s %s %s in position %d: %s", codec, verb, single, what, start, why)), nil
	}
	return NewStr(fmt.Sprintf("%scan't %s %s in position %d-%d: %s", codec, verb, plural, start, end-1, why)), nil
}

// span is the part of the object that a UnicodeError is about.
func (e *Exc) span() (start, end int) {
	n := 0
	switch o := Native(e.field("object")).(type) {
	case *Str:
		n = o.Len()
	case *Bytes:
		n = len(o.s)
	}
	if v, ok := e.field("start").(Int); ok {
		start = int(v)
	}
	if v, ok := e.field("end").(Int); ok {
		end = int(v)
	}
	return max(0, min(start, n-1)), min(max(end, 1), max(n, 1))
}

// charAt is how the messages show one character, or byte.
func charAt(o Object, i int) (string, bool) {
	switch o := o.(type) {
	case *Str:
		if i >= o.Len() {
			return "", false
		}
		r, _ := decodeRune(o.At(i).s)
		switch {
		case r <= 0xff:
			return fmt.Sprintf(`'\x%02x'`, r), true
		case r <= 0xffff:
			return fmt.Sprintf(`'\u%04x'`, r), true
		}
		return fmt.Sprintf(`'\U%08x'`, r), true
	case *Bytes:
		if i < len(o.s) {
			return fmt.Sprintf("0x%02x", o.s[i]), true
		}
	}
	return "", false
}

func strGroup(t *Thread, self Object) (Object, error) {
	e := self.(*Exc)
	msg, err := t.strText(e.field("message"))
	if err != nil {
		return nil, err
	}
	return NewStr(fmt.Sprintf("%s (%s)", msg, count(len(e.members()), "sub-exception"))), nil
}
