"""Runs migrations over a store: found by decorator, ordered, done in a transaction, undone on failure."""
import hashlib
import inspect
import json
import re
import sys
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Callable, Protocol, runtime_checkable


@runtime_checkable
class Step(Protocol):
    version: tuple[int, ...]

    def up(self, store: dict) -> None: ...

    def down(self, store: dict) -> None: ...


@dataclass(order=True)
class Migration:
    version: tuple[int, ...]
    name: str = field(compare=False)
    up: Callable[[dict], None] = field(compare=False, repr=False)
    down: Callable[[dict], None] = field(compare=False, repr=False, default=None)

    @property
    def digest(self):
        code = inspect.unwrap(self.up).__code__
        return hashlib.sha256(repr((code.co_name, code.co_argcount, code.co_varnames)).encode()).hexdigest()[:8]


class Migrations:
    def __init__(self):
        self.all = {}

    def __call__(self, version):
        key = tuple(map(int, version.split(".")))

        def register(f):
            if key in self.all:
                raise ValueError(f"version {version} twice: {self.all[key].name} and {f.__name__}")
            self.all[key] = Migration(key, f.__name__.replace("_", " "), f)
            f.undo = lambda g: setattr(self.all[key], "down", g) or g
            return f

        return register

    def run(self, store, to=None):
        done = store.setdefault("_done", [])
        for m in sorted(self.all.values()):
            label = ".".join(map(str, m.version))
            if label in done or to and m.version > to:
                continue
            before = deepcopy(store)
            try:
                m.up(store)
            except Exception as e:
                store.clear()
                store.update(before)
                print(f"{label:<8} {m.name}: {type(e).__name__}: {e}")
                raise RuntimeError(f"migration {label} failed") from e
            done.append(label)
            print(f"{label:<8} {m.name}: ok {changed(before, store)}")

    def rollback(self, store, n):
        for label in store["_done"][-n:][::-1]:
            m = self.all[tuple(map(int, label.split(".")))]
            if m.down is None:
                print(f"{label:<8} can't be undone")
                break
            m.down(store)
            store["_done"].remove(label)
            print(f"{label:<8} undone")


def changed(a, b, path=""):
    if isinstance(a, dict) and isinstance(b, dict):
        out = []
        for k in sorted(a.keys() | b.keys()):
            if k == "_done":
                continue
            here = f"{path}/{k}"
            out += changed(a[k], b[k], here) if k in a and k in b else [("+" if k in b else "-") + here]
        return out
    return [] if a == b else [f"~{path}"]


migration = Migrations()


@migration("1.0")
def add_users(store):
    store["users"] = [{"name": n} for n in ("Ann Lee", "Bob", "Cem Öz")]


@migration("1.2")
def split_names(store):
    for user in store["users"]:
        first, _, last = user.pop("name").partition(" ")
        user |= {"first": first, "last": last or None}


@split_names.undo
def join_names(store):
    for user in store["users"]:
        user["name"] = " ".join(filter(None, (user.pop("first"), user.pop("last"))))


@migration("1.10")
def add_slugs(store):
    for user in store["users"]:
        user["slug"] = re.sub(r"[^a-z]+", "-", f"{user['first']}{user['last'] or ''}".casefold()).strip("-")
    store["settings"] = {"slugs": True}


@add_slugs.undo
def drop_slugs(store):
    del store["settings"]
    for user in store["users"]:
        del user["slug"]


@migration("2.0")
def require_last_names(store):
    for i, user in enumerate(store["users"]):
        user["last"] = user["last"].upper()


store = {"settings": {}}
print([m.version for m in sorted(migration.all.values())], isinstance(migration.all[1, 0], Step), isinstance(migration, Step))
try:
    migration.run(store)
except RuntimeError as e:
    print(e, "|", repr(e.__cause__))
print(json.dumps(store, ensure_ascii=False))
migration.rollback(store, 3)
print(json.dumps(store, ensure_ascii=False))
migration.run(store, to=(1, 2))
try:
    migration("1.2.0")(add_users), migration("1.0")(join_names)
except ValueError as e:
    print(e)
print(migration.all[1, 2], migration.all[1, 0].digest != migration.all[1, 2].digest, max(migration.all))
sys.exit(0 if store["_done"] == ["1.0", "1.2"] else 3)
