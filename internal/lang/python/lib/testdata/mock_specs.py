# Mocks of specs, chains of calls, special methods with values of their own, awaits.
import asyncio
import io
from unittest import mock
from unittest.mock import ANY, AsyncMock, DEFAULT, MagicMock, Mock, PropertyMock, call, create_autospec, mock_open, patch, seal


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except BaseException as e:
        return type(e).__name__ + ": " + str(e)


def area(width, height, *, unit="m"):
    return width * height


class Shop:
    def __init__(self, name):
        self.name = name

    def sell(self, thing, price=1):
        return price

    async def fetch(self, key):
        return key


# Calls are compared by the parameters of the spec.
m = Mock(spec=area)
m(1, height=2, unit="cm")
print(attempt(m.assert_called_with, 1, 2, unit="cm"), attempt(m.assert_called_once_with, height=2, width=1, unit="cm"))
print(attempt(m.assert_any_call, width=1, height=2, unit="cm"), attempt(m.assert_has_calls, [call(width=1, height=2, unit="cm")]))
print(attempt(m.assert_called_with, 1, 3))
print(attempt(m.assert_called_with, 1))
plain = Mock()
plain(1, b=2)
print(attempt(plain.assert_called_with, 1, 2))
made = Mock(spec=Shop)
made("corner")
print(attempt(made.assert_called_with, name="corner"), isinstance(Mock(spec=Shop("x")), Shop))

# Chains.
m = MagicMock()
m.method(arg="foo").other("bar")(2.0)
kall = call.method(arg="foo").other("bar")(2.0)
print(kall.call_list())
print(m.mock_calls == kall.call_list(), m.mock_calls)
m = MagicMock()
m(1).method(arg="foo")
print(m.mock_calls == call(1).method(arg="foo").call_list(), call(1).method(arg="foo"))
print(call.one.two, call.one(1).two(2), call == call, call(1) == call(1), call(1) == call(1, 2), call.f(1) == ("f", (1,)), call.f(1) == ((1,),))
m = MagicMock()
int(m)
m.first(a=3)
print(m.mock_calls == [call.__int__(), call.first(a=3)], m.mock_calls)

# Special methods.
m = MagicMock()
m.__iter__.return_value = ["a", "b"]
print(list(m), list(m))
m.__eq__.return_value = True
print(m == 3, MagicMock() == 3)
m = MagicMock()
m.__len__.return_value = 3
m.__getitem__.side_effect = lambda key: key * 2
m.__contains__.return_value = True
m.__str__.return_value = "text"
print(len(m), m[4], 1 in m, str(m), bool(m), int(m), float(m))
mock_dict = Mock()
mock_dict.__class__ = dict
print(isinstance(mock_dict, dict))


async def gather():
    m = MagicMock()
    m.__aiter__.return_value = [1, 2, 3]
    print([i async for i in m])
    async with m as inside:
        print(type(inside).__name__)
    a = AsyncMock(return_value=5)
    print(await a("x"), await a("y", k=1), a.await_count, a.await_args, a.await_args_list)
    print(attempt(a.assert_any_await, "x"), attempt(a.assert_any_await, "z"))
    print(attempt(a.assert_has_awaits, [call("x"), call("y", k=1)]), attempt(a.assert_has_awaits, [call("y"), call("x")]))
    print(attempt(a.assert_awaited_with, "y", k=1), attempt(a.assert_awaited_once))
    a.reset_mock()
    print(a.await_count, attempt(a.assert_awaited), attempt(a.assert_not_awaited))
    s = Mock(spec=Shop)
    print(type(s.fetch).__name__, type(s.sell).__name__, asyncio.iscoroutinefunction(s.fetch), asyncio.iscoroutinefunction(s.sell))
    print(asyncio.iscoroutinefunction(AsyncMock()), asyncio.iscoroutinefunction(Mock()))
    of = MagicMock(spec=Shop.fetch)
    print(asyncio.iscoroutinefunction(of), type(of).__name__)
    b = AsyncMock(side_effect=[1, ValueError("bad")])
    print(await b())
    try:
        await b()
    except ValueError as e:
        print("raised", e)


asyncio.run(gather())


# Dicts that can do little.
class Container:
    def __init__(self):
        self.values = {}

    def __getitem__(self, name):
        return self.values[name]

    def __setitem__(self, name, value):
        self.values[name] = value

    def __delitem__(self, name):
        del self.values[name]

    def __iter__(self):
        return iter(self.values)


thing = Container()
thing["one"] = 1
with patch.dict(thing, one=2, two=3):
    print(thing["one"], thing["two"])
print(thing["one"], list(thing))

# Targets.
print(attempt(patch("__main__.Missing.foo").start))
print(attempt(patch("nosuchmodule.foo").start))
print(attempt(patch("json.nosuch.foo").start))
with patch("__main__.Shop.sell", return_value=9) as sell:
    print(Shop("a").sell("b"), sell.call_args)
with patch.object(Shop, "name", new_callable=PropertyMock, create=True) as name:
    name.return_value = "patched"
    print(Shop("x").name, name.mock_calls)

# Files.
with patch("builtins.open", mock_open(read_data="a\nb\n")) as opened:
    with open("f") as f:
        print(f.read(), f.read() == "", f.write("x"))
    with open("f") as f:
        print(list(f), f.readline() == "")
    with open("f") as f:
        print(f.readline(), f.readlines())
    opened.return_value.__enter__.return_value.read.return_value = "set"
    with open("f") as f:
        print(f.read(), next(f))
print(opened.mock_calls[:4])

auto = create_autospec(area, return_value=7)
print(auto(1, 2), attempt(auto, 1), attempt(auto.assert_called_once_with, width=1, height=2))
shop = create_autospec(Shop)
print(shop("n").sell("t"), attempt(shop, 1, 2, 3)) if False else print(attempt(shop, 1, 2, 3))
print(attempt(shop("n").sell.assert_called_with))
