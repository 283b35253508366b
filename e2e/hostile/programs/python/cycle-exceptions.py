# attack: exceptions that cause each other in a cycle, printed
# expect: uncaught_error
# says: ValueError
a, b = ValueError("a"), ValueError("b")
a.__cause__, b.__cause__ = b, a
a.__context__, b.__context__ = b, a
raise a
