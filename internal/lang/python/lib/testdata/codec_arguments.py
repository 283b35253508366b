import codecs

for call in (lambda: codecs.lookup(None), lambda: codecs.lookup(1), lambda: codecs.getencoder(None), lambda: codecs.getreader(None),
             lambda: codecs.encode("a", None), lambda: codecs.decode(b"a", None), lambda: codecs.encode("a", 1), lambda: codecs.decode(b"a", "utf-8", None),
             lambda: codecs.encode("a", "ascii", 1), lambda: codecs.lookup_error(None), lambda: codecs.lookup_error(1), lambda: codecs.lookup("none such"),
             lambda: codecs.lookup_error("none such")):
    try:
        call()
    except (TypeError, LookupError) as e:
        print(type(e).__name__, e)
