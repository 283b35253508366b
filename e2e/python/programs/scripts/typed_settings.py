"""Settings by descriptors with conversion from text, from the environment and arguments, with help made of them."""
import argparse
import os
import re
import sys
import textwrap
from datetime import timedelta
from typing import Any, Callable, Generic, TypeVar, overload

T = TypeVar("T")


class Setting(Generic[T]):
    count = 0

    def __init__(self, convert: Callable[[str], T], default: T | None = None, *, help: str = "", secret: bool = False, choices: tuple = ()):
        self.convert, self.default, self.help, self.secret, self.choices = convert, default, help, secret, choices
        Setting.count += 1
        self.order = Setting.count

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name
        self.env = f"{owner.prefix}{name.upper()}"

    @overload
    def __get__(self, obj: None, owner: Any) -> "Setting[T]": ...
    @overload
    def __get__(self, obj: object, owner: Any) -> T: ...
    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return obj.values.get(self.name, self.default)

    def __set__(self, obj, value):
        if self.choices and value not in self.choices:
            raise ValueError(f"{self.name}: {value!r} is none of {', '.join(map(str, self.choices))}")
        obj.values[self.name] = value

    def __delete__(self, obj):
        obj.values.pop(self.name, None)

    def show(self, obj) -> str:
        value = getattr(obj, self.name)
        return "***" if self.secret and value else str(value)


def boolean(text: str) -> bool:
    try:
        return {"1": True, "yes": True, "on": True, "0": False, "no": False, "off": False}[text.lower()]
    except KeyError:
        raise ValueError(f"{text!r} is neither on nor off") from None


def duration(text: str) -> timedelta:
    units = {"ms": "milliseconds", "s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
    parts = re.findall(r"(\d+(?:\.\d+)?)(ms|[smhd])", text)
    if "".join(map("".join, parts)) != text or not parts:
        raise ValueError(f"{text!r} is no duration")
    return sum((timedelta(**{units[u]: float(n)}) for n, u in parts), timedelta())


def listed(convert: Callable[[str], T]) -> Callable[[str], list[T]]:
    return lambda text: [convert(part.strip()) for part in text.split(",") if part.strip()]


class Settings:
    prefix = "APP_"

    def __init__(self, env, args):
        self.values: dict[str, Any] = {}
        self.errors: list[str] = []
        for s in self.settings():
            if (text := env.get(s.env)) is not None:
                self.read(s, text, s.env)
        for name, text in vars(self.parser().parse_args(args)).items():
            if text is not None:
                self.read(getattr(type(self), name), text, f"--{name}")

    def read(self, setting, text, origin):
        try:
            setattr(self, setting.name, setting.convert(text))
        except (ValueError, TypeError) as e:
            self.errors.append(f"{origin}: {e}")

    @classmethod
    def settings(cls):
        found = (v for c in reversed(cls.__mro__) for v in vars(c).values() if isinstance(v, Setting))
        return sorted(found, key=lambda s: s.order)

    @classmethod
    def parser(cls):
        parser = argparse.ArgumentParser(prog="app", description=cls.__doc__, formatter_class=argparse.RawTextHelpFormatter)
        for s in cls.settings():
            text = f"{s.help} [{s.env}]" + (f"\n{'default: ' + str(s.default)}" if s.default is not None else "")
            parser.add_argument(f"--{s.name.replace('_', '-')}", dest=s.name, help=text, metavar=s.name[0].upper())
        return parser

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{s.name}={s.show(self)}' for s in self.settings())})"


class ServerSettings(Settings):
    """Serves things."""

    host = Setting(str, "localhost", help="where to listen")
    port = Setting(int, 8080, help="the port")
    debug = Setting(boolean, False, help="say more")
    timeout = Setting(duration, timedelta(seconds=30), help="how long a request may take")
    tags = Setting(listed(str.upper), help="what it is for")
    token = Setting(str, help="a secret", secret=True)
    level = Setting(str, "info", choices=("info", "warn"), help="what is logged")
    limits = Setting(listed(int), help="three numbers")


settings = ServerSettings(os.environ, sys.argv[1:])
print(settings)
print(*settings.errors, sep="\n")
print(settings.timeout.total_seconds(), type(settings.timeout).__name__, ServerSettings.port.env, sorted(settings.values))
settings.port = 1
del settings.host, settings.debug
print(settings.host, settings.port, settings.debug)
try:
    settings.level = "loud"
except ValueError as e:
    print(e)
ServerSettings.parser().print_help()
for text in "1h30m", "250ms", "1.5s", "s", "5 s", "":
    try:
        print(repr(text), duration(text))
    except ValueError as e:
        print(e)
print(textwrap.shorten(str(Setting[int]), 40), Setting.__parameters__, ServerSettings.__mro__[1].__name__)
