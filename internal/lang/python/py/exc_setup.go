package py

// setupExceptions completes the exception classes.
func setupExceptions() {
	setupBaseException()
	StopIteration.addFields("value")
	SystemExit.addFields("code")

	KeyError.Slots.Str = strKeyError
	NameError.Slots.Init = initNamed("NameError", "name")
	NameError.addFields("name")
	AttributeError.Slots.Init = initNamed("AttributeError", "name", "obj")
	AttributeError.addFields("name", "obj")
	ImportError.Slots.Init, ImportError.Slots.Str = initNamed("ImportError", "name", "path"), strImportError
	ImportError.addFields("msg", "name", "path")

	OSError.Slots.New, OSError.Slots.Init, OSError.Slots.Str = newOSError, initOSError, strOSError
	OSError.addFields("errno", "strerror", "filename", "filename2")
	OSError.addGetSets(&GetSet{Name: "characters_written", Get: func(_ *Thread, self Object) (Object, error) {
		if v := self.(*Exc).Fields["characters_written"]; v != nil {
			return v, nil
		}
		return nil, Raise(AttributeError, "characters_written")
	}, Set: func(_ *Thread, self, v Object) error {
		self.(*Exc).With("characters_written", v)
		return nil
	}})

	SyntaxError.Slots.Init, SyntaxError.Slots.Str = initSyntaxError, strSyntaxError
	SyntaxError.addFields(append([]string{"msg", "print_file_and_line"}, syntaxFields...)...)

	decode := []*Class{StrClass, BytesClass, IntClass, IntClass, StrClass}
	encode := []*Class{StrClass, StrClass, IntClass, IntClass, StrClass}
	UnicodeDecodeError.Slots.Init = initUnicode(codecFields, decode...)
	UnicodeEncodeError.Slots.Init = initUnicode(codecFields, encode...)
	UnicodeTranslateError.Slots.Init = initUnicode(translateFields, encode[1:]...)
	for _, c := range []*Class{UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError} {
		c.Slots.Str = strUnicode
		c.addFields(codecFields...)
	}
	setupGroups()
	setupTracebacks()
}
