package py

// setupDocs gives the commonest classes their __doc__.
func setupDocs() {
	for c, doc := range map[*Class]string{
		ObjectClass:       "The base class of all classes.",
		TypeClass:         "The class of classes. With one argument, the class of an object; with three, a new class.",
		IntClass:          "An integer of any size. int(x, base) reads one from a text.",
		BoolClass:         "True or False, of which there are no others.",
		FloatClass:        "A floating-point number of 64 bits.",
		ComplexClass:      "A complex number of two floats.",
		StrClass:          "A text of code points. str(x) is x as a text for people; str(data, encoding) decodes bytes.",
		BytesClass:        "A sequence of bytes that never changes.",
		ByteArrayClass:    "A sequence of bytes that can be changed.",
		MemoryViewClass:   "The bytes of another object, without a copy of them.",
		TupleClass:        "A sequence that never changes.",
		ListClass:         "A sequence that can be changed.",
		DictClass:         "Keys and their values, in the order in which the keys came. dict(x) copies a mapping, or is made of pairs.",
		SetClass:          "Items without repetition, in no order.",
		FrozenSetClass:    "A set that never changes.",
		RangeClass:        "Integers at equal distances.",
		SliceClass:        "What stands in brackets with colons.",
		PropertyClass:     "An attribute that functions get, set and delete.",
		StaticMethodClass: "A function in a class that is bound to nothing.",
		ClassMethodClass:  "A function in a class that is bound to the class.",
		SuperClass:        "An object's attributes as the classes after one have them.",
		BaseException:     "The base class of all exceptions.",
		Exception:         "The base class of exceptions that programs are to catch.",
	} {
		c.Doc = doc
	}
}
