# What examples of the documentation found: unions and isinstance, copyreg, parameters, flags, finalizers, codes, sizes of lists.
import copy
import copyreg
import enum
import inspect
import locale
import re
import sys
import types
import weakref


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


print(isinstance(1, int | list[int]), attempt(isinstance, "", int | list[int]), attempt(isinstance, "", list[int] | str))
print(issubclass(int, int | list[int]), attempt(issubclass, str, int | list[int]))


class Point:
    def __init__(self, x):
        self.x = x


copyreg.pickle(Point, lambda p: (print("reduced") or Point, (p.x,)))
print(copy.copy(Point([1])).x, copy.deepcopy(Point([1])).x)

p = inspect.Parameter("foo", inspect.Parameter.KEYWORD_ONLY, default=42, annotation=int)
print(p, p.replace(), p.replace(default=inspect.Parameter.empty), p.replace(annotation=inspect.Parameter.empty, name="bar"))
s = inspect.signature(lambda a, b: 0)
print(s.replace(return_annotation=int), s.replace(return_annotation=int).replace(return_annotation=inspect.Signature.empty))

for names in ({"R": 1, "G": 2, "B": 4, "W": 15}, {"R": 1, "W": 15, "N": 31}, {"R": 1, "W": 7}, {"R": 1, "A": 6, "B": 10, "C": 12}, {"R": 1, "G": 2, "W": 3}):
    print(attempt(enum.verify(enum.NAMED_FLAGS), enum.Flag("Color", names)))

point = Point(1)
f = weakref.finalize(point, print, "gone")
print(re.sub("0x[0-9a-f]+", "0x", repr(f)))
f.detach()
print(re.sub("0x[0-9a-f]+", "0x", repr(f)))


def add(a, b):
    return a + b


code = add.__code__.replace(co_name="other", co_filename="other.py", co_firstlineno=100)
print(code.co_name, code.co_filename, code.co_firstlineno, code.co_varnames, types.FunctionType(code, {})(1, 2))
try:
    types.FunctionType(code, {})(1, "")
except TypeError as e:
    print(e.__traceback__.tb_next.tb_lineno, e.__traceback__.tb_next.tb_frame.f_code.co_name)
add.__code__ = add.__code__.replace(co_posonlyargcount=1)
print(attempt(lambda: add(a=1, b=2)), add(1, b=2), add.__name__)
print(attempt(lambda: code.replace(foo=1)), attempt(lambda: code.replace(co_name=1)), attempt(lambda: code.replace(1)))
print(code.replace(co_argcount=2, co_consts=code.co_consts).co_name)

sizes, items = [], []
for i in range(20):
    items.append(i)
    sizes.append(sys.getsizeof(items))
print(sizes)
print([sys.getsizeof([k for k in range(n)]) for n in range(12)])

print(locale.format_string("%d", 12345, grouping=True), locale.setlocale(locale.LC_ALL, "C"))
