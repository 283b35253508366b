class StorageError(Exception):
    pass


def load(key):
    try:
        return {"a": 1}[key]
    except KeyError as e:
        raise StorageError(f"no value for {key}") from e


try:
    load("z")
except StorageError as e:
    print(repr(e.__cause__), e.__suppress_context__, repr(e.__context__))
load("b")
