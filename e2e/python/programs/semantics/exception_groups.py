"""except* takes a group apart; what no clause takes is raised again as a group."""


def tree(e, depth=0):
    if isinstance(e, BaseExceptionGroup):
        return f"{e.message}[{', '.join(tree(x) for x in e.exceptions)}]"
    return f"{type(e).__name__}:{e}"


def handle(group):
    try:
        try:
            raise group
        except* ValueError as v:
            print("  values", tree(v), type(v).__name__)
        except* (KeyError, OSError) as k:
            print("  lookups", tree(k))
        else:
            print("  nothing")
        finally:
            print("  finally")
    except BaseException as rest:
        print("  rest", tree(rest), type(rest).__name__)


G = ExceptionGroup
handle(G("one", [ValueError(1), TypeError(2), G("two", [KeyError(3), ValueError(4), G("three", [OSError(5)])])]))
handle(ValueError("bare"))
handle(TypeError("bare, not taken"))
handle(BaseExceptionGroup("base", [KeyboardInterrupt(), ValueError(0)]))
group = G("g", [ValueError(1), G("h", [TypeError(2), ValueError(3)])])
print(tree(group.subgroup(ValueError)), group.subgroup(KeyError), [tree(x) for x in group.split(TypeError)])
print(tree(group.subgroup(lambda e: "3" in str(e))), group.split(KeyError)[0], str(group), repr(group))
print(type(BaseExceptionGroup("x", [ValueError()])).__name__, tree(group.derive([OSError("d")])))
for bad in (lambda: G("x", []), lambda: G("x", [5]), lambda: G(5, [ValueError()]), lambda: G("x", [KeyboardInterrupt()]), lambda: G("x"), lambda: G("x", 5)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
try:
    try:
        raise G("a", [ValueError("v"), KeyError("k")])
    except* ValueError:
        raise TypeError("new")
    except* KeyError as k:
        raise
except ExceptionGroup as e:
    print(tree(e), [repr(x.__context__) for x in e.exceptions][:1])
try:
    try:
        raise G("x", [ValueError()])
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e)


class Named(ExceptionGroup):
    def derive(self, excs):
        return Named(self.message + "'", excs)


print([tree(x) for x in Named("n", [ValueError(1), KeyError(2)]).split(ValueError)])
for n in range(2):
    try:
        raise G("loop", [ValueError(n)])
    except* ValueError as e:
        print(n, e.exceptions[0].args)
print("e" in globals())
