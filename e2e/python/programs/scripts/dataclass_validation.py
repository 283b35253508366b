"""Checks JSON records against dataclasses and says everything that is wrong with them."""
import json
import sys
import types
import typing
from dataclasses import MISSING, asdict, dataclass, field, fields, is_dataclass, replace
from datetime import date
from enum import Enum
from typing import Annotated, Any, Literal, Optional, Union, get_args, get_origin, get_type_hints


class Level(Enum):
    LOW = "low"
    HIGH = "high"


@dataclass(frozen=True)
class Between:
    low: float
    high: float

    def check(self, value):
        if not self.low <= value <= self.high:
            return f"{value} isn't between {self.low} and {self.high}"


@dataclass
class Address:
    street: str
    zip: Annotated[int, Between(1, 99999)]


@dataclass
class Person:
    name: str
    born: date
    level: Level = Level.LOW
    kind: Literal["staff", "guest"] = "guest"
    email: Optional[str] = None
    score: Union[int, float] = 0
    tags: list[str] = field(default_factory=list)
    homes: dict[str, Address] = field(default_factory=dict)
    pair: tuple[int, ...] = ()
    extra: Any = field(default=None, repr=False, compare=False)


def build(kind, value, path, errors):
    def wrong(text):
        errors.append(f"{path or '.'}: {text}")

    origin, args = get_origin(kind), get_args(kind)
    if kind is Any:
        return value
    if origin is Annotated:
        value = build(args[0], value, path, errors)
        for rule in args[1:]:
            if value is not None and (text := rule.check(value)):
                wrong(text)
        return value
    if origin in (Union, types.UnionType):
        for arg in args:
            tried = []
            built = build(arg, value, path, tried)
            if not tried:
                return built
        return wrong(f"{value!r} is none of {', '.join(getattr(a, '__name__', str(a)) for a in args)}")
    if origin is Literal:
        return value if value in args else wrong(f"{value!r} is none of {args}")
    if origin is list and isinstance(value, list):
        return [build(args[0], v, f"{path}[{i}]", errors) for i, v in enumerate(value)]
    if origin is tuple and isinstance(value, list):
        return tuple(build(args[0], v, f"{path}[{i}]", errors) for i, v in enumerate(value))
    if origin is dict and isinstance(value, dict):
        return {build(args[0], k, path, errors): build(args[1], v, f"{path}.{k}", errors) for k, v in value.items()}
    if origin is not None:
        return wrong(f"{type(value).__name__}, not {kind}")
    if is_dataclass(kind):
        return record(kind, value, path, errors)
    if kind is date or issubclass(kind, Enum):
        try:
            return date.fromisoformat(value) if kind is date else kind(value)
        except (ValueError, TypeError) as e:
            return wrong(e)
    if not isinstance(value, kind) or isinstance(value, bool) and kind is not bool:
        return wrong(f"{value!r} is no {kind.__name__}")
    return value


def record(kind, value, path, errors):
    if not isinstance(value, dict):
        errors.append(f"{path or '.'}: no object")
        return None
    hints = get_type_hints(kind, include_extras=True)
    given = {}
    for f in fields(kind):
        here = f"{path}.{f.name}"
        if f.name in value:
            given[f.name] = build(hints[f.name], value[f.name], here, errors)
        elif f.default is MISSING and f.default_factory is MISSING:
            errors.append(f"{here}: missing")
            given[f.name] = None
    errors += (f"{path}.{n}: unknown" for n in value.keys() - hints.keys())
    return kind(**given)


good = 0
for number, line in enumerate(sys.stdin, 1):
    errors = []
    try:
        person = record(Person, json.loads(line), "", errors)
    except json.JSONDecodeError as e:
        errors = [f"column {e.colno}: {e.msg}"]
    if errors:
        print(f"line {number}", *errors, sep="\n  ")
        continue
    good += 1
    print(person)
    print(json.dumps(asdict(replace(person, tags=[*person.tags, "checked"])), default=lambda o: getattr(o, "value", None) or o.isoformat()))
print(good, "good;", typing.get_type_hints(Address), get_type_hints(Person)["email"])
