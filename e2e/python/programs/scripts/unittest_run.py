"""A module with its tests: fixtures, sub-tests, mocks, skips, a doctest; the results as a report."""
import doctest
import io
import re
import sys
import unittest
from unittest import mock


class Account:
    """Money in cents.

    >>> a = Account(100)
    >>> a.pay(30)
    70
    >>> a.pay(71)
    Traceback (most recent call last):
        ...
    ValueError: only 70 left
    >>> a
    Account(70)
    >>> sorted(a.log, reverse=True)  # doctest: +NORMALIZE_WHITESPACE
    [('pay',
      30)]
    """

    def __init__(self, cents, clock=None):
        self.cents, self.clock, self.log = cents, clock, []

    def pay(self, cents):
        if cents > self.cents:
            raise ValueError(f"only {self.cents} left")
        self.cents -= cents
        self.log.append(("pay", cents) if self.clock is None else ("pay", cents, self.clock()))
        return self.cents

    def __repr__(self):
        return f"Account({self.cents})"


def report(account, send):
    if not send(f"{account!r}", urgent=account.cents < 10):
        send("again", urgent=True)


class AccountTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.made = 0

    def setUp(self):
        type(self).made += 1
        self.account = Account(50, clock=mock.Mock(side_effect=[1, 2, 3]))
        self.addCleanup(setattr, self, "account", None)

    def test_pay(self):
        """Paying takes money off."""
        self.assertEqual(self.account.pay(20), 30)
        self.assertEqual(self.account.log, [("pay", 20, 1)])
        self.account.clock.assert_called_once_with()

    def test_too_much(self):
        with self.assertRaisesRegex(ValueError, r"only \d+ left") as caught:
            self.account.pay(51)
        self.assertEqual(caught.exception.args, ("only 50 left",))

    def test_amounts(self):
        for cents, left in (10, 40), (15, 25), (5, 99):
            with self.subTest(cents=cents):
                self.assertEqual(self.account.pay(cents), left)

    def test_report(self):
        send = mock.MagicMock(return_value=False, name="send")
        report(self.account, send)
        self.assertEqual(send.call_args_list, [mock.call("Account(50)", urgent=False), mock.call("again", urgent=True)])
        send.assert_any_call(mock.ANY, urgent=True)
        self.assertEqual(send.call_count, 2)

    def test_wrong_call(self):
        send = mock.Mock(return_value=True)
        report(self.account, send)
        send.assert_called_with("Account(5)", urgent=False)

    def test_patched(self):
        with mock.patch.object(Account, "pay", autospec=True, return_value="patched") as pay, mock.patch.dict("sys.modules", extra=mock.sentinel.extra):
            self.assertEqual(self.account.pay(1), "patched")
            import extra

            self.assertIs(extra, mock.sentinel.extra)
        pay.assert_called_once_with(self.account, 1)
        self.assertNotIn("extra", sys.modules)

    @unittest.skipIf(sys.maxsize > 2**31, "only where words are short")
    def test_words(self): ...

    @unittest.expectedFailure
    def test_known(self):
        self.assertAlmostEqual(0.1 + 0.2, 0.3, places=20)

    def test_diff(self):
        self.assertDictEqual({"a": [1, 2], "b": "x"}, {"a": [1, 3], "b": "x"})

    def test_error(self):
        self.account.missing()


class AsyncTest(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.send = mock.AsyncMock(return_value=3)

    async def test_await(self):
        self.assertEqual(await self.send("x"), 3)
        self.send.assert_awaited_once_with("x")

    async def test_group(self):
        with self.assertRaises(ExceptionGroup) as caught:
            raise ExceptionGroup("g", [ValueError(1)])
        self.assertEqual(len(caught.exception.exceptions), 1)


def load_tests(loader, tests, pattern):
    tests.addTests(doctest.DocTestSuite())
    return tests


def shorten(text):
    text = re.sub(r"Ran (\d+) tests in \d+\.\d+s", r"Ran \1 tests", text)
    text = re.sub(r'  File "[^"]*[/\\]mock\.py", .*\n(    .*\n)+', "", text)  # the library's lines are its own
    return re.sub(r'File "[^"]*[/\\]', 'File "', text)


out = io.StringIO()
result = unittest.main(argv=["tests", "-v"], exit=False, testRunner=unittest.TextTestRunner(out, verbosity=2)).result
print(shorten(out.getvalue()))
print(result.testsRun, [str(t) for t, _ in result.failures], len(result.errors), [r for _, r in result.skipped], len(result.expectedFailures), result.wasSuccessful())
print(AccountTest.made, [t.id() for t in unittest.defaultTestLoader.loadTestsFromName("AsyncTest", sys.modules["__main__"])])
m = mock.Mock(spec=["read"], **{"read.return_value": 5})
print(m.read(), m.mock_calls, hasattr(m, "write"), mock.call(1, a=2), mock.call.f(3).g(), mock.sentinel.x)
try:
    m.write()
except AttributeError as e:
    print(e)
