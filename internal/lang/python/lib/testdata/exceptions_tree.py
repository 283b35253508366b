# The tree of exceptions that there is when a program begins.
def tree(cls, level=0):
    print("    " * level + cls.__name__, cls.__module__)
    for sub in cls.__subclasses__():
        tree(sub, level + 1)


tree(BaseException)
import io
import signal
import zipimport

print(io.UnsupportedOperation, io.UnsupportedOperation.__mro__, signal.ItimerError, zipimport.ZipImportError)
try:
    zipimport.zipimporter("/none")
except ImportError as e:
    print(type(e), e)
try:
    io.BytesIO().fileno()
except io.UnsupportedOperation as e:
    print(e, isinstance(e, OSError), isinstance(e, ValueError))
