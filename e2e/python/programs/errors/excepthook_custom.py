import sys


def hook(kind, value, tb):
    print("hook:", kind.__name__, value)
    while tb.tb_next:
        tb = tb.tb_next
    print("line", tb.tb_lineno)


sys.excepthook = hook


def f():
    raise LookupError("handled by the hook")


f()
