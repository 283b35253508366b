class Transaction:
    def __enter__(self):
        print("begin")
        return self

    def __exit__(self, kind, e, tb):
        print("rollback" if kind else "commit", kind and kind.__name__, e)
        return kind is KeyError


with Transaction():
    print("fine")
with Transaction():
    raise KeyError("swallowed")
with Transaction():
    raise ValueError("passed on")
