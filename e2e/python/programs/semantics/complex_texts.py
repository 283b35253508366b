for text in ("1+2j", " (3-4J) ", "j", "-j", "1e3j", "nan+infj", "1_0+2j", "_1", "1+", "1 + 2j", "", "(1", "x_y", "1+2", "+-1j"):
    try:
        print(repr(text), complex(text))
    except ValueError as e:
        print(repr(text), "->", e)
for text in ("1_000.5", "_1.0", "1e_5", ".5", "5.", "infinity", "-NaN", "0x10", "1e400", "", " ", "1 2", b"2.5", b"\xff", "٣.٥"):
    try:
        print(repr(text), float(text))
    except ValueError as e:
        print(repr(text), "->", e)
