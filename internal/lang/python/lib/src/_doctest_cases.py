"""doctest's tests as cases of unittest."""

import unittest

from doctest import DocTestRunner


class DocTestCase(unittest.TestCase):
    """The examples of one docstring."""

    def __init__(self, test, optionflags=0, setUp=None, tearDown=None, checker=None):
        super().__init__()
        self._dt_test = test
        self._runner = DocTestRunner(optionflags=optionflags, checker=checker, verbose=False)
        self._runner.DIVIDER = "-" * 70
        self._set_up, self._tear_down = setUp, tearDown

    def setUp(self):
        if self._set_up is not None:
            self._set_up(self._dt_test)

    def tearDown(self):
        if self._tear_down is not None:
            self._tear_down(self._dt_test)
        self._dt_test.globs.clear()

    def runTest(self):
        lines = []
        if self._runner.run(self._dt_test, out=lines.append, clear_globs=False).failed:
            raise self.failureException(self.format_failure("".join(lines)))

    def format_failure(self, text):
        test = self._dt_test
        name = test.name.split(".")[-1]
        line = "unknown line number" if test.lineno is None else str(test.lineno)
        return f'Failed doctest test for {test.name}\n  File "{test.filename}", line {line}, in {name}\n\n{text}'

    def id(self):
        return self._dt_test.name

    def __repr__(self):
        parts = self._dt_test.name.split(".")
        return "%s (%s)" % (parts[-1], ".".join(parts[:-1]))

    __str__ = object.__str__

    def shortDescription(self):
        return "Doctest: " + self._dt_test.name


class DocFileCase(DocTestCase):
    """The examples of one file."""

    def id(self):
        return "_".join(self._dt_test.name.split("."))

    def __repr__(self):
        return self._dt_test.filename

    def format_failure(self, text):
        test = self._dt_test
        return f'Failed doctest test for {test.name}\n  File "{test.filename}", line 0\n\n{text}'


def suite_of(tests):
    suite = unittest.TestSuite()
    suite.addTests(tests)
    return suite
