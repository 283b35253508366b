"""create_autospec of functions makes functions: they are bound to instances, and know their calls."""
import asyncio
import inspect
from unittest import mock


class Account:
    def pay(self, cents, *, note=None):
        """Pays."""

    async def wait(self, n):
        """Waits."""


def plain(a, b=2):
    return a + b


with mock.patch.object(Account, "pay", autospec=True, return_value="patched") as pay:
    account = Account()
    print(account.pay(1), account.pay(2, note="x"), type(pay).__name__, pay.__name__, pay.__doc__, inspect.signature(pay))
    pay.assert_called_with(account, 2, note="x")
    print(pay.call_count, pay.called, pay.call_args == mock.call(account, 2, note="x"), len(pay.mock_calls))
    for wrong in lambda: account.pay(), lambda: account.pay(1, 2), lambda: pay.assert_called_once_with(account, 1), pay.assert_not_called:
        try:
            wrong()
        except (TypeError, AssertionError) as e:
            print(type(e).__name__, str(e).splitlines()[0].split(" Actual")[0].replace(repr(account), "account"))
    pay.return_value = 7
    print(account.pay(3))
    pay.side_effect = [1, KeyError("k")]
    print(account.pay(3))
    try:
        account.pay(4)
    except KeyError as e:
        print(repr(e))
    pay.reset_mock()
    print(pay.call_count, pay.called, pay.call_args, pay.mock_calls)
print(Account().pay(1))

f = mock.create_autospec(plain, side_effect=lambda a, b=5: a * b)
print(f(3), f(3, b=4), f.call_args_list, f.mock is not f, inspect.isfunction(f), callable(f.mock))
try:
    f()
except TypeError as e:
    print(e)
bound = mock.create_autospec(Account().pay)
bound(5)
bound.assert_called_once_with(5)
print(bound.call_args)
with mock.patch("__main__.plain", autospec=True) as p:
    plain(1)
    print(p.call_args, plain is p)
print(plain(1))
with mock.patch.object(Account, "wait", autospec=True) as w:
    w.return_value = 4
    print(asyncio.run(Account().wait(1)), w.call_count, inspect.iscoroutinefunction(w), asyncio.iscoroutinefunction(w))
    w.assert_awaited_once()
