# with leaves a file by its own close, which a subclass may have.
import io


class Kept(io.StringIO):
    quiet = False

    def close(self):
        if not self.quiet:
            print("kept", self.getvalue())


class KeptBytes(io.BytesIO):
    def close(self):
        print("kept", self.getvalue())
        super().close()
        return 1


class Text(io.TextIOWrapper):
    def close(self):
        print("text")
        super().close()


kept = Kept()
with kept:
    kept.write("a")
print(kept.closed, kept.getvalue())
kept.quiet = True
with KeptBytes(b"x") as b:
    pass
print(b.closed)
inner = io.BytesIO()
with Text(inner, "utf-8") as t:
    t.write("é")
print(t.closed, inner.closed)


class Failing(io.BytesIO):
    def close(self):
        raise OSError("can't")


f = Failing()
try:
    with f:
        1 / 0
except OSError as e:
    print(e, type(e.__context__).__name__)
io.BytesIO.close(f)
