def attempt(kinds):
    try:
        try:
            raise ValueError("v")
        except kinds:
            return "matched"
    except ValueError:
        return "passed on"
    except TypeError as e:
        return str(e)
for kinds in (ValueError, (KeyError, ValueError), (ValueError, 5), ((ValueError,),), (), int, (KeyError,), "x", BaseException):
    print(kinds if not isinstance(kinds, type) else kinds.__name__, attempt(kinds))
