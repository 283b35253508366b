class Bad:
    def __enter__(self):
        return 1

    def __exit__(self, *info):
        raise RuntimeError("exit failed")


try:
    with Bad():
        raise ValueError("body")
except RuntimeError as e:
    print(e, "after", repr(e.__context__))
with Bad() as b:
    print("body", b)
