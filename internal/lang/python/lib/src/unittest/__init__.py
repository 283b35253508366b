"""Tests of units."""

_WHERE = {
    "async_case": ("IsolatedAsyncioTestCase",),
    "case": ("FunctionTestCase", "SkipTest", "TestCase", "addModuleCleanup", "doModuleCleanups", "enterModuleContext", "expectedFailure",
             "skip", "skipIf", "skipUnless"),
    "loader": ("TestLoader", "defaultTestLoader", "findTestCases", "getTestCaseNames", "makeSuite"),
    "main": ("TestProgram",),
    "result": ("TestResult",),
    "runner": ("TextTestResult", "TextTestRunner"),
    "suite": ("BaseTestSuite", "TestSuite"),
    "util": (),
}

__all__ = ["IsolatedAsyncioTestCase", "TestResult", "TestCase", "TestSuite", "TextTestRunner", "TestLoader", "FunctionTestCase", "main",
           "defaultTestLoader", "SkipTest", "skip", "skipIf", "skipUnless", "expectedFailure", "TextTestResult", "installHandler",
           "registerResult", "removeResult", "removeHandler", "addModuleCleanup", "doModuleCleanups", "enterModuleContext"]

__unittest = True


def installHandler():
    """Signals are left alone."""


def registerResult(result):
    """Signals are left alone."""


def removeResult(result):
    """Signals are left alone."""


def removeHandler(method=None):
    """Signals are left alone."""
    return method


def __getattr__(name):
    # unittest.mock needs none of the rest, which takes some time to import.
    from importlib import import_module
    own = globals()
    for module, names in _WHERE.items():
        if name == module or name in names:
            part = import_module("." + module, __name__)
            for known in names:
                own.setdefault(known, getattr(part, known))
            if module == "main":
                own["main"] = part.main
            return own[name]
    raise AttributeError(f"module 'unittest' has no attribute {name!r}")


def __dir__():
    return sorted({*globals(), *_WHERE, *__all__})
