def number(text):
    try:
        return float(text)
    except ValueError:
        raise TypeError(f"{text!r} is no number") from None


try:
    number("x")
except TypeError as e:
    print(e.__cause__, e.__suppress_context__, repr(e.__context__))
print(number("2.5"))
number("two")
