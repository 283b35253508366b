import errno

for make in (
    lambda: OSError(2, "No such file", "a.txt"),
    lambda: OSError(errno.EACCES, "Denied"),
    lambda: OSError(17, "Exists", "a", None, "b"),
    lambda: OSError("plain"),
    lambda: FileNotFoundError("f"),
    lambda: OSError(32, "Pipe"),
):
    e = make()
    print(type(e).__name__, "|", e, "|", e.errno, e.strerror, e.filename)
raise FileNotFoundError(2, "No such file or directory", "missing.txt")
