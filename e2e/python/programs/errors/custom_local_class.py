def make():
    class LocalError(ValueError):
        pass

    return LocalError


E = make()
print(E.__qualname__, E.__module__, E.__mro__[1].__name__)
raise E("from a function")
