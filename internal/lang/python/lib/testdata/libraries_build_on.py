# What well-known libraries build on: private names, hooks and modules that are seldom asked for.
import asyncio
import copy
import html
import importlib.resources
import io
import pickle
import random
import re
import string
import typing
import urllib.parse
import uuid
import warnings
from _string import formatter_field_name_split, formatter_parser
from xml.etree.ElementTree import HTML_EMPTY

warnings.simplefilter("ignore")


class Point:
    def __init__(self, x):
        self.x = x

    def get(self):
        return self.x


class Locked(dict):
    def setdefault(self, key, default):
        raise TypeError("locked")


def methods():
    for protocol in range(6):
        print(pickle.loads(pickle.dumps(Point(3).get, protocol))(), pickle.loads(pickle.dumps(random.choice, protocol)).__name__)
    print(copy.deepcopy(Point(4).get)(), [].append.__reduce__()[0] is getattr)


def dict_of_its_own():
    p = Point(1)
    p.__dict__ = Locked(p.__dict__)
    p.y = 2
    print(type(p.__dict__).__name__, vars(p), p.y)
    try:
        p.__dict__.setdefault("z", 1)
    except TypeError as e:
        print(e)
    p.__dict__ = {"x": 5}
    print(type(p.__dict__).__name__, p.get())


def files():
    for f in io.StringIO(), io.BytesIO(), io.TextIOWrapper(io.BytesIO()), io.BufferedReader(io.BytesIO()):
        print(f.isatty(), end=" ")
        was, f.isatty = f.isatty, lambda: True
        print(f.isatty(), end=" ")
        f.isatty = was
        del f.isatty
        f.extra = 1
        print(f.isatty(), f.__dict__)
    b = io.BytesIO()
    print(hasattr(b, "name"))
    b.name = "upload.txt"
    print(b.name, io.BytesIO().__dict__)
    for number in range(4):
        s = io.StringIO()
        if number == 2:
            s.write = lambda text: print("written", repr(text))
        s.write("x")
        print(repr(s.getvalue()))


def names():
    print(html._replace_charref(re.match("&(.*)", "&#65;")), html._charref.sub(html._replace_charref, "&lt;&amp"))
    print(sorted(HTML_EMPTY)[:3])
    print(list(formatter_parser("a{0.b[c]!r:>{w}}d")))
    first, rest = formatter_field_name_split("a.b[0][k]")
    print(first, list(rest), string.Formatter().format("{0[1]}", "ab"))
    print(uuid._generate_time_safe is None or callable(uuid._generate_time_safe))
    from re._parser import parse
    print([parse(p).getwidth() for p in ("a{2,5}", "a|bcd", "", "(a{2,3}){4,}", r"(x)?(?(1)a|bb)\b")])


def splits():
    p = urllib.parse
    print(p.splittype("HTTP://x"), p.splittype("x/y:z"), p.splithost("//h:1/p?q"), p.splithost("//h?q"), p.splithost("x"))
    print(p.splituser("u:p@h@i"), p.splitpasswd("u:p:q"), p.splitport("h:80"), p.splitport("h:"), p.splitport("h:x"))
    print(p.splitnport("h:80"), p.splitnport("h:x"), p.splitnport("h:", 5), p.splitnport("h"))
    print(p.splitquery("a?b?c"), p.splitquery("a"), p.splittag("a#b"), p.splitattr("a;b;c=d"), p.splitvalue("a=b=c"))
    print(p.unwrap(" <URL:http://x> "), p.to_bytes("x"), p.uses_query[:2], p.uses_fragment[:2], p.non_hierarchical[:2])


def types():
    print(typing._type_check(int, "msg"), typing._type_check("int", "msg"), typing._type_check(None, "msg"))
    for wrong in typing.ClassVar[int], typing.Union, (int, str):
        try:
            typing._type_check(wrong, "msg")
        except TypeError as e:
            print(e)
    print(isinstance(typing.List, typing._BaseGenericAlias), isinstance(typing.List[int], typing._BaseGenericAlias))
    print(typing.List.copy_with((int,)), len.__reduce__(), pickle.loads(pickle.dumps([1].index))(1))
    print(typing._collect_parameters((typing.List[typing.T], typing.KT)), typing._eval_type(typing.ForwardRef("int"), {}, {}))
    print(type.__prepare__("x", (), cls=1), type.__prepare__(cls=2, self=3))

    class Unpacked:
        __typing_is_unpacked_typevartuple__ = True
        __parameters__ = (typing.T,)
    print(len(typing.Generic[Unpacked(), typing.KT].__args__))
    calls = []

    @typing._tp_cache
    def f(x):
        calls.append(x)
        return x
    print(f(1), f(1), f([]), len(calls))


def resources():
    print(importlib.resources.files("json").name, importlib.resources.files(importlib).name)
    for wrong in "json.decoder", string:
        try:
            importlib.resources.files(wrong)
        except TypeError as e:
            print(str(e)[:20])
    try:
        importlib.resources.read_text("json", "a/b")
    except ValueError as e:
        print(e)
    from importlib.abc import Traversable
    print(isinstance(importlib.resources.files("json"), Traversable))


async def streams():
    reader = asyncio.StreamReader(limit=8)
    reader.feed_data(b"one\ntwo")
    print(await reader.readline(), await reader.read(1))
    asyncio.get_running_loop().call_soon(reader.feed_data, b"-three\nrest")
    print(await reader.readuntil(b"-"), await reader.readexactly(5), await reader.readline())
    reader.feed_eof()
    try:
        await reader.readexactly(9)
    except asyncio.IncompleteReadError as e:
        print(e, e.partial)
    print(reader.at_eof(), await reader.read())
    long = asyncio.StreamReader(limit=4)
    long.feed_data(b"too long a line\n")
    try:
        await long.readline()
    except ValueError as e:
        print(e)
    print([c.__name__ for c in asyncio.SubprocessTransport.__mro__], asyncio.Protocol().data_received(b""))


methods()
dict_of_its_own()
files()
names()
splits()
types()
resources()
asyncio.run(streams())
