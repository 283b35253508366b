"""Plugins found by metaclass and hooks, wired by their annotations, run in order; a bad one is put aside."""
from __future__ import annotations

import inspect
import sys
import typing
from abc import ABCMeta, abstractmethod
from types import ModuleType
from typing import Generic, TypeVar, get_type_hints

T = TypeVar("T")


class PluginMeta(ABCMeta):
    registry: dict[str, type] = {}

    @classmethod
    def __prepare__(meta, name, bases, **options):
        return {"hooks": []}

    def __new__(meta, name, bases, body, *, priority=0, **options):
        cls = super().__new__(meta, name, bases, dict(body), **options)
        cls.priority = priority
        cls.hooks = [n for n, v in body.items() if getattr(v, "_hook", None)]
        if not inspect.isabstract(cls):
            if name in meta.registry:
                raise TypeError(f"plugin {name} twice")
            meta.registry[name] = cls
        return cls

    def __call__(cls, *args, **kwargs):
        self = super().__call__(*args, **kwargs)
        self.calls = 0
        return self

    def __lt__(cls, other):
        return (cls.priority, cls.__name__) < (other.priority, other.__name__)

    def __repr__(cls):
        return f"<plugin {cls.__name__}>"


def hook(event):
    def mark(f):
        f._hook = event
        return f

    return mark


class Plugin(metaclass=PluginMeta):
    @abstractmethod
    def describe(self) -> str: ...

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.label = cls.__name__.lower()


class Clock:
    def __init__(self):
        self.now = 100

    def tick(self):
        self.now += 1
        return self.now


class Store(Generic[T]):
    def __init__(self):
        self.items: list[T] = []

    def __class_getitem__(cls, item):
        return super().__class_getitem__(item)


class Stamp(Plugin, priority=5):
    def __init__(self, clock: Clock):
        self.clock = clock

    def describe(self):
        return f"stamps at {self.clock.now}"

    @hook("text")
    def add_time(self, text: str) -> str:
        return f"[{self.clock.tick()}] {text}"


class Shout(Plugin, priority=1):
    describe = lambda self: "shouts"

    @hook("text")
    def upper(self, text):
        return text.upper()

    @hook("end")
    def bye(self, _):
        return "BYE"


class Broken(Plugin, priority=3):
    def describe(self):
        return f"fails, {self.calls} calls"

    @hook("text")
    def fail(self, text):
        return text / 2


class Keep(Plugin, priority=9):
    def __init__(self, store: Store, clock: Clock, *, limit: int = 2):
        self.store, self.limit, self.clock = store, limit, clock

    def describe(self):
        return f"keeps {self.store.items[-self.limit:]}"

    @hook("text")
    def keep(self, text):
        self.store.items.append(text)
        return text


class Host:
    def __init__(self):
        self.made, self.aside = {}, {}
        self.plugins = [self.make(cls) for cls in sorted(PluginMeta.registry.values())]

    def make(self, cls):
        if cls in self.made:
            return self.made[cls]
        hints = get_type_hints(cls.__init__) if cls.__init__ is not object.__init__ else {}
        given = {}
        for name, p in inspect.signature(cls.__init__).parameters.items():
            if name in hints and p.default is p.empty:
                given[name] = self.make(hints[name])
        self.made[cls] = made = cls(**given)
        return made

    def emit(self, event, value=None):
        for plugin in self.plugins:
            for name in type(plugin).hooks:
                method = getattr(plugin, name)
                if method._hook != event or type(plugin) in self.aside:
                    continue
                plugin.calls += 1
                try:
                    value = method(value)
                except Exception as e:
                    self.aside[type(plugin)] = e
        return value


host = Host()
print(host.plugins[0].__class__, sorted(PluginMeta.registry), [type(p).priority for p in host.plugins])
print(host.emit("text", "hello"), "|", host.emit("text", "again"), "|", host.emit("end"), "|", host.emit("nothing", 1))
for p in host.plugins:
    print(f"{p.label:<8}{p.calls} {p.describe()} {type(p).hooks}")
print({k.__name__: str(v) for k, v in host.aside.items()}, host.make(Clock) is host.plugins[-1].clock)
for attempt in (lambda: Plugin(), lambda: PluginMeta("Shout", (Plugin,), {"describe": len}), lambda: Stamp(), lambda: type("X", (Plugin, Store), {})(), lambda: PluginMeta("Y", (Plugin,), {}, colour=1)):
    try:
        print(attempt())
    except TypeError as e:
        print("TypeError", e)
module = ModuleType("late", "Made at run time.")
exec("from __main__ import Plugin, hook\nclass Late(Plugin):\n    def describe(self): return __name__\n", vars(module))
sys.modules["late"] = module
import late

print(late.Late().describe(), late.Late.__module__, late.__doc__, "Late" in PluginMeta.registry, late, type(late.Late).__name__)
print(inspect.signature(Keep), inspect.signature(Stamp.add_time), typing.get_type_hints(Stamp.add_time), Store[int], Store[T].__parameters__, inspect.getmro(Shout)[:2])
