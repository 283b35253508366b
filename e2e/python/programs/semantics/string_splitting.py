for s in ("a,b,,c", " a  b ", "", ",", "x", "a\nb\r\nc\rd", "日,本"):
    print(repr(s), s.split(","), s.split(), s.rsplit(",", 1), s.split(",", 1), s.partition(","), s.rpartition(","), s.splitlines(), s.splitlines(True), s.split(maxsplit=1))
print("a--b--c".split("--"), "aXbXc".rsplit("X", 1), "abc".split("abc"), "1<>2<>3".split("<>", maxsplit=-1), b"a b".split(), b"a,b".partition(b","))
