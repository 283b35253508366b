import copy


class Coded(Exception):
    def __init__(self, code, text):
        super().__init__(code, text)
        self.code = code


e = Coded(404, "not found")
c = copy.copy(e)
print(type(c).__name__, c.args, c.code, c == e)
print(e.with_traceback(None) is e, e.__traceback__)
print(Coded.__init__.__qualname__)
print(repr(e), str(e))
raise c
