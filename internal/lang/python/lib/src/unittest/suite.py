"""Several tests."""

import sys

from . import case
from .util import strclass

__unittest = True


class BaseTestSuite:
    """Several tests, without what is done for classes and modules."""

    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return "<%s tests=%s>" % (strclass(self.__class__), list(self))

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum(t.countTestCases() for t in self if t)

    def addTest(self, test):
        """Add a test."""
        if not callable(test):
            raise TypeError("{} is not callable".format(repr(test)))
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        """Add tests."""
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for i, test in enumerate(self._tests):
            if result.shouldStop:
                break
            test(result)
            self._forget(i)
        return result

    def _forget(self, i):
        if self._cleanup:
            test = self._tests[i]
            if hasattr(test, "countTestCases"):
                self._removed_tests += test.countTestCases()
            self._tests[i] = None

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for test in self:
            test.debug()


class _ErrorHolder:
    """Stands for a fixture that has failed."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return "<ErrorHolder description=%r>" % (self.description,)

    def __str__(self):
        return self.description

    def countTestCases(self):
        return 0


class TestSuite(BaseTestSuite):
    """Several tests."""

    def run(self, result, debug=False):
        top = not getattr(result, "_testRunEntered", False)
        if top:
            result._testRunEntered = True
        for i, test in enumerate(self._tests):
            if result.shouldStop:
                break
            if not isinstance(test, BaseTestSuite):
                self._tear_down_class(test, result)
                self._module_fixture(test, result)
                self._set_up_class(test, result)
                result._previousTestClass = test.__class__
                if getattr(test.__class__, "_classSetupFailed", False) or getattr(result, "_moduleSetUpFailed", False):
                    continue
            test(result)
            self._forget(i)
        if top:
            self._tear_down_class(None, result)
            self._tear_down_module(result)
            result._testRunEntered = False
        return result

    def _previous_module(self, result):
        previous = getattr(result, "_previousTestClass", None)
        return None if previous is None else previous.__module__

    def _set_up_class(self, test, result):
        current = test.__class__
        if current == getattr(result, "_previousTestClass", None) or getattr(result, "_moduleSetUpFailed", False):
            return
        if getattr(current, "__unittest_skip__", False):
            return
        current._classSetupFailed = False
        set_up = getattr(current, "setUpClass", None)
        if set_up is None:
            return
        try:
            set_up()
        except Exception as e:
            current._classSetupFailed = True
            self._fixture_error(result, e, "setUpClass", strclass(current))
            current.doClassCleanups()

    def _tear_down_class(self, test, result):
        previous = getattr(result, "_previousTestClass", None)
        if previous is None or test is not None and test.__class__ == previous:
            return
        if getattr(previous, "_classSetupFailed", False) or getattr(result, "_moduleSetUpFailed", False):
            return
        if getattr(previous, "__unittest_skip__", False):
            return
        tear_down = getattr(previous, "tearDownClass", None)
        if tear_down is None:
            return
        try:
            tear_down()
        except Exception as e:
            self._fixture_error(result, e, "tearDownClass", strclass(previous))
        if hasattr(previous, "doClassCleanups"):
            previous.doClassCleanups()
            for info in previous.tearDown_exceptions:
                self._fixture_error(result, info[1], "tearDownClass", strclass(previous))

    def _module_fixture(self, test, result):
        current = test.__class__.__module__
        if current == self._previous_module(result):
            return
        self._tear_down_module(result)
        result._moduleSetUpFailed = False
        set_up = getattr(sys.modules.get(current), "setUpModule", None)
        if set_up is None:
            return
        try:
            set_up()
        except Exception as e:
            result._moduleSetUpFailed = True
            self._fixture_error(result, e, "setUpModule", current)

    def _tear_down_module(self, result):
        previous = self._previous_module(result)
        if previous is None or getattr(result, "_moduleSetUpFailed", False):
            return
        module = sys.modules.get(previous)
        if module is None:
            return
        try:
            if hasattr(module, "tearDownModule"):
                module.tearDownModule()
        except Exception as e:
            self._fixture_error(result, e, "tearDownModule", previous)
        try:
            case.doModuleCleanups()
        except Exception as e:
            self._fixture_error(result, e, "tearDownModule", previous)

    def _fixture_error(self, result, exc, method, parent):
        holder = _ErrorHolder(f"{method} ({parent})")
        if isinstance(exc, case.SkipTest) and hasattr(result, "addSkip"):
            result.addSkip(holder, str(exc))
        else:
            result.addError(holder, (type(exc), exc, exc.__traceback__))
