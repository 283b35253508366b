# A text file reads from what a program wraps a file of bytes in.
import io


class Echoing:
    def __init__(self, input, output):
        self._input = input
        self._output = output

    def __getattr__(self, name):
        return getattr(self._input, name)

    def _echo(self, data):
        self._output.write(data)
        return data

    def read(self, n=-1):
        return self._echo(self._input.read(n))

    def read1(self, n=-1):
        return self._echo(self._input.read1(n))

    def readline(self, n=-1):
        return self._echo(self._input.readline(n))

    def readlines(self):
        return [self._echo(x) for x in self._input.readlines()]

    def __iter__(self):
        return iter(self._echo(x) for x in self._input)


for how in ("read", "readline", "iter", "readlines", "next", "buffer"):
    out = io.BytesIO()
    text = io.TextIOWrapper(Echoing(io.BytesIO(b"one\ntwo\n"), out), encoding="utf-8")
    if how == "iter":
        got = list(text)
    elif how == "next":
        got = next(text)
    elif how == "buffer":
        got = text.buffer.readline(), text.buffer.read(2)
    else:
        got = getattr(text, how)()
    print(how, got, out.getvalue())

class Named(io.TextIOWrapper):
    def __init__(self, buffer, name, **kwargs):
        super().__init__(buffer, **kwargs)
        self._name = name

    @property
    def name(self):
        return self._name


out = io.BytesIO()
echo = Echoing(io.BytesIO(b"one\ntwo\nthree\n"), out)
text = Named(echo, "<in>", encoding="utf-8")
print(text.buffer is echo, text.name)
print(text.buffer.read(5), out.getvalue())
text._CHUNK_SIZE = 1
print(text.readline(), out.getvalue())
print(next(text), out.getvalue())
text = io.TextIOWrapper(io.BytesIO("aé\r\n€b\rc".encode()), "utf-8")
print(text._CHUNK_SIZE)
text._CHUNK_SIZE = 1
print([text.read(n) for n in (0, 1, 1, 1, 2, 1, 5)])
try:
    text._CHUNK_SIZE = 0
except ValueError as e:
    print(e)
out = io.BytesIO()
text = io.TextIOWrapper(Echoing(io.BytesIO(b"one\ntwo\n"), out), encoding="utf-8")
print(repr(text.read(0)), out.getvalue())
