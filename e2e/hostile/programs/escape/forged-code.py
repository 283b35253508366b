# attack: a function of forged instructions
# expect: uncaught_error, exited
# why: an engine without replace has no way to forge, one that takes it must check it
# output: survived
def f(x):
    return x
try:
    f.__code__ = f.__code__.replace(co_code=b"\xff" * 1000, co_consts=(), co_stacksize=0)
    f(1)
except (AttributeError, TypeError, ValueError, NotImplementedError):
    pass
try:
    type(f.__code__)(0, 0, 0, 0, 0, 0, b"\x01\x02", (), (), (), "f", "f", "f", 1, b"", b"")
except (AttributeError, TypeError, ValueError, NotImplementedError):
    pass
try:
    f.__code__ = (lambda x, y=1: [z for z in x]).__code__
    f.__code__ = print.__class__
except (AttributeError, TypeError, ValueError, NotImplementedError):
    pass
print("survived")
