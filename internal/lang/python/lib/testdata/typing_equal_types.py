# Types that are equal have equal hashes; references know their module; what classes without a __name__ are in.
import abc
import collections.abc
import sys
import types
import typing

print(hash(typing.Optional[str]) == hash(str | None), hash(typing.Union[int, str]) == hash(str | int), {int | str: 1}[typing.Union[str, int]])
print(hash(int | str) == hash(frozenset((int, str))))

module = types.ModuleType("elsewhere")
sys.modules["elsewhere"] = module
module.Hidden = int
module.made = 0
ref = typing.ForwardRef("Hidden", module="elsewhere")


class Uses:
    x: typing.List[ref]
    y: ref


print(typing.get_type_hints(Uses), ref)
print(ref.__forward_evaluated__, ref.__forward_value__, ref == typing.ForwardRef("Hidden"))
unknown = typing.ForwardRef("Nowhere", module="absent")
try:
    typing.get_type_hints(types.SimpleNamespace(__annotations__={"a": unknown}))
except (NameError, TypeError) as e:
    print(type(e).__name__, e)

space = {}
exec("class A: pass\ndef f(): pass\nclass B:\n    __module__ = 'own'\nclass C(list):\n    def m(self): pass", space)
print([space[n].__module__ for n in "ABCf"], repr(space["A"]), space["C"].m.__module__)
space = {"__builtins__": {"__build_class__": __build_class__}}
try:
    exec("class A: pass", space)
except NameError as e:
    print(e)


class Sized(abc.ABC):
    pass


Sized.register(int)
print(issubclass(int, Sized), issubclass(str, Sized))
Sized._abc_registry_clear()
Sized._abc_caches_clear()
print(issubclass(int, Sized))

Both = int


class Scoped:
    Both = str
    Inner = bytes
    a: "Both"
    b: "Inner"
    c: "Scoped"


print(typing.get_type_hints(Scoped))
print(typing.get_type_hints(Scoped, globals()), typing.get_type_hints(Scoped, None, {"Inner": int, "Both": list, "Scoped": 1 and set}))
