# A module that a thread imports while another makes it is whole.
import importlib.abc
import importlib.machinery
import sys
import threading
import time


class Slow(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path, target=None):
        if name.startswith("slow"):
            return importlib.machinery.ModuleSpec(name, self)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        begun.set()
        time.sleep(0.05)
        if module.__name__ in other:
            module.other = __import__(other[module.__name__])
        module.value = module.__name__


begun = threading.Event()
other = {"slow_a": "slow_b", "slow_b": "slow_a"}
sys.meta_path.insert(0, Slow())
results = []


def take(name):
    try:
        results.append(__import__(name).value)
    except Exception as e:
        results.append(repr(e))


def together(*names):
    threads = [threading.Thread(target=take, args=(name,)) for name in names]
    for t in threads:
        t.start()
        begun.wait()
    for t in threads:
        t.join()
    print(sorted(results))
    results.clear()


together("slow", "slow", "slow")
together("slow_a", "slow_b")  # each imports the other
import slow_a
print(slow_a.other.value, slow_a.other.other.value)
