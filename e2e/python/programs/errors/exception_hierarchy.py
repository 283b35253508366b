def parents(c):
    return " < ".join(k.__name__ for k in c.__mro__[:-1])


for c in (ZeroDivisionError, KeyError, FileNotFoundError, UnicodeDecodeError, RecursionError, ModuleNotFoundError, TabError, StopAsyncIteration, ConnectionResetError, BrokenPipeError, NotImplementedError, UnboundLocalError, ExceptionGroup, BytesWarning, KeyboardInterrupt, TimeoutError):
    print(parents(c))
raise NotImplementedError
