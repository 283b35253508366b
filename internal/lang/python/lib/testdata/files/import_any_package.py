# Packages that are no modules: any object in sys.modules that has a __path__.
import importlib.machinery
import os
import shutil
import sys
import tempfile
import types
import warnings
import weakref

folder = tempfile.mkdtemp()
for name, text in (("one", "value = 1"), ("two", "value = 2"), ("three", "value = 3")):
    with open(os.path.join(folder, name + ".py"), "w") as f:
        f.write(text)


class Made(types.ModuleType):
    "A module that a program makes."


made = Made("made")
made.__path__ = [folder]
sys.modules["made"] = weakref.proxy(made)
module = __import__("made.one", None, None, ["value"])
print(module.value, made.one is module)
from made import two

print(two.value, two.__package__)
import made.three as three

print(type(sys.modules["made"]) is weakref.ProxyType, three.value)


class Holder:
    __slots__ = ()
    __path__ = [folder]
    __spec__ = None


warnings.simplefilter("ignore")
sys.modules["holder"] = Holder()

print(__import__("holder.one", None, None, ["x"]).value)
try:
    import holder.absent
except ImportError as e:
    print(e)


class Failing:
    __spec__ = None

    @property
    def __path__(self):
        raise ValueError("no path")


for name, thing in (("plain", object()), ("failing", Failing())):
    sys.modules[name] = thing
    try:
        __import__(name + ".inside")
    except (ImportError, ValueError) as e:
        print(type(e).__name__, e)
shutil.rmtree(folder)
