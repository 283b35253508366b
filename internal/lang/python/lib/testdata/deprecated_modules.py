# What modules that will be removed warn of, each when it is first imported.
import warnings

for name in ("asynchat", "asyncore", "cgi", "cgitb", "chunk", "crypt", "imghdr", "imp", "uu", "xdrlib"):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        __import__(name)
    for w in caught:
        print(name, w.category.__name__, w.message)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    import asyncore
print(len(caught))
