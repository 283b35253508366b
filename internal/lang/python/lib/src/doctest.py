"""Tests that are examples in docstrings."""

import sys

from _sources import keep as keep_source

__all__ = ["register_optionflag", "DONT_ACCEPT_TRUE_FOR_1", "DONT_ACCEPT_BLANKLINE", "NORMALIZE_WHITESPACE", "ELLIPSIS", "SKIP",
           "IGNORE_EXCEPTION_DETAIL", "COMPARISON_FLAGS", "REPORT_UDIFF", "REPORT_CDIFF", "REPORT_NDIFF", "REPORT_ONLY_FIRST_FAILURE",
           "REPORTING_FLAGS", "FAIL_FAST", "Example", "DocTest", "DocTestParser", "DocTestFinder", "DocTestRunner", "OutputChecker",
           "DocTestFailure", "UnexpectedException", "testmod", "testfile", "run_docstring_examples", "TestResults", "DocTestSuite",
           "DocFileSuite"]

OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    """The number of an option."""
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag("DONT_ACCEPT_TRUE_FOR_1")
DONT_ACCEPT_BLANKLINE = register_optionflag("DONT_ACCEPT_BLANKLINE")
NORMALIZE_WHITESPACE = register_optionflag("NORMALIZE_WHITESPACE")
ELLIPSIS = register_optionflag("ELLIPSIS")
SKIP = register_optionflag("SKIP")
IGNORE_EXCEPTION_DETAIL = register_optionflag("IGNORE_EXCEPTION_DETAIL")
COMPARISON_FLAGS = (DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE | NORMALIZE_WHITESPACE | ELLIPSIS | SKIP | IGNORE_EXCEPTION_DETAIL)
REPORT_UDIFF = register_optionflag("REPORT_UDIFF")
REPORT_CDIFF = register_optionflag("REPORT_CDIFF")
REPORT_NDIFF = register_optionflag("REPORT_NDIFF")
REPORT_ONLY_FIRST_FAILURE = register_optionflag("REPORT_ONLY_FIRST_FAILURE")
FAIL_FAST = register_optionflag("FAIL_FAST")
REPORTING_FLAGS = REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE | FAIL_FAST

BLANKLINE_MARKER = "<BLANKLINE>"
ELLIPSIS_MARKER = "..."


class TestResults(tuple):
    """How many examples failed, and how many were tried."""

    __slots__ = ()

    def __new__(cls, failed, attempted):
        return tuple.__new__(cls, (failed, attempted))

    failed = property(lambda self: self[0])
    attempted = property(lambda self: self[1])

    def __repr__(self):
        return f"TestResults(failed={self[0]}, attempted={self[1]})"


class Example:
    """A piece of source and what it is to print."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith("\n") else source + "\n"
        self.want = want + "\n" if want and not want.endswith("\n") else want
        self.exc_msg = exc_msg + "\n" if exc_msg is not None and not exc_msg.endswith("\n") else exc_msg
        self.lineno = lineno
        self.indent = indent
        self.options = {} if options is None else options


class DocTest:
    """The examples of one text."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        self.examples = examples
        self.docstring = docstring
        self.globs = globs.copy()
        self.name = name
        self.filename = filename
        self.lineno = lineno

    def __repr__(self):
        n = len(self.examples)
        examples = "no examples" if n == 0 else "1 example" if n == 1 else "%d examples" % n
        return "<%s %s from %s:%s (%s)>" % (type(self).__name__, self.name, self.filename, self.lineno, examples)

    def __lt__(self, other):
        if not isinstance(other, DocTest):
            return NotImplemented
        return (self.name, self.filename or "", self.lineno or 0) < (other.name, other.filename or "", other.lineno or 0)


class DocTestParser:
    """Finds examples in texts."""

    def get_doctest(self, string, globs, name, filename, lineno):
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def get_examples(self, string, name="<string>"):
        return [x for x in self.parse(string, name) if isinstance(x, Example)]

    def parse(self, string, name="<string>"):
        """The text as a list of examples and what is between them."""
        lines = string.expandtabs().split("\n")
        margins = [len(x) - len(x.lstrip(" ")) for x in lines if x.strip()]
        margin = min(margins, default=0)
        lines = [x[margin:] for x in lines]
        output, text, i = [], [], 0
        while i < len(lines):
            stripped = lines[i].lstrip(" ")
            if not stripped.startswith(">>>"):
                text.append(lines[i])
                i += 1
                continue
            output.append("".join(x + "\n" for x in text))
            text = []
            first, indent = i, len(lines[i]) - len(stripped)
            pad = " " * indent
            source, i = [lines[i][indent:]], i + 1
            while i < len(lines) and lines[i].startswith(pad + "..."):
                source.append(lines[i][indent:])
                i += 1
            want = []
            while i < len(lines) and lines[i].strip() and not lines[i].lstrip(" ").startswith(">>>"):
                want.append(lines[i])
                i += 1
            example = self._example(source, want, name, first, indent)
            if not _nothing(example.source):
                output.append(example)
        output.append("\n".join(text))
        return output

    def _example(self, source, want, name, lineno, indent):
        for i, line in enumerate(source):
            if len(line) > 3 and line[3] != " ":
                raise ValueError("line %r of the docstring for %s lacks blank after %s: %r" % (
                    lineno + i + 1, name, line[:3], " " * indent + line))
        pad = " " * indent
        for i, line in enumerate(want):
            if not line.startswith(pad):
                raise ValueError("line %r of the docstring for %s has inconsistent leading whitespace: %r" % (
                    lineno + len(source) + i + 1, name, line))
        code = "\n".join(line[4:] for line in source)
        wanted = "\n".join(line[indent:] for line in want)
        return Example(code, wanted, exc_msg=_exception_message(wanted), lineno=lineno, indent=indent + 0,
                       options=_options(code, name, lineno))


def _nothing(source):
    """Whether an example is a blank line or a comment, which isn't run."""
    line = source.removesuffix("\n").lstrip(" ")
    return not line or line[0] == "#" and "\n" not in line


def _exception_message(want):
    lines = want.split("\n")
    if not lines[0].startswith(("Traceback (most recent call last):", "Traceback (innermost last):")):
        return None
    for i, line in enumerate(lines[1:], 1):
        if line and (line[0].isalnum() or line[0] == "_"):
            return "\n".join(lines[i:])
    return None


def _options(source, name, lineno):
    options = {}
    for line in source.split("\n"):
        at = line.find("#")
        while at >= 0:
            rest = line[at + 1:].strip()
            if rest.startswith("doctest:"):
                for word in rest[len("doctest:"):].replace(",", " ").split():
                    if word[0] not in "+-" or word[1:] not in OPTIONFLAGS_BY_NAME:
                        raise ValueError("line %r of the doctest for %s has an invalid option: %r" % (lineno + 1, name, word))
                    options[OPTIONFLAGS_BY_NAME[word[1:]]] = word[0] == "+"
                break
            at = line.find("#", at + 1)
    return options


class DocTestFinder:
    """Finds the docstrings of a module."""

    def __init__(self, verbose=False, parser=None, recurse=True, exclude_empty=True):
        self._parser = parser or DocTestParser()
        self._recurse = recurse
        self._verbose = verbose
        self._exclude_empty = exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        """The DocTests of an object and what is in it."""
        import types
        if name is None:
            name = getattr(obj, "__name__", None)
            if name is None:
                raise ValueError("DocTestFinder.find: name must be given when obj.__name__ doesn't exist: %r" % (type(obj),))
        if module is None:
            module = obj if isinstance(obj, types.ModuleType) else sys.modules.get(getattr(obj, "__module__", None))
        if globs is None:
            globs = module.__dict__.copy() if module else {}
        else:
            globs = globs.copy()
        if extraglobs is not None:
            globs.update(extraglobs)
        globs.setdefault("__name__", "__main__")
        tests, self._seen = [], set()
        self._find(tests, obj, name, module, globs)
        tests.sort()
        return tests

    def _find(self, tests, obj, name, module, globs):
        import types
        if id(obj) in self._seen:
            return
        self._seen.add(id(obj))
        if self._verbose:
            print("Finding tests in %s" % name)
        test = self._test(obj, name, module, globs)
        if test is not None:
            tests.append(test)
        if isinstance(obj, types.ModuleType) and self._recurse:
            for key, value in obj.__dict__.items():
                if self._wanted(value) and self._from_module(module, value):
                    self._find(tests, value, f"{name}.{key}", module, globs)
            for key, value in getattr(obj, "__test__", {}).items():
                self._find(tests, value, f"{name}.__test__.{key}", module, globs)
        if isinstance(obj, type) and self._recurse:
            for key, value in obj.__dict__.items():
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                if (self._wanted(value) or isinstance(value, property)) and self._from_module(module, value):
                    self._find(tests, value, f"{name}.{key}", module, globs)

    @staticmethod
    def _wanted(value):
        import types
        while hasattr(value, "__wrapped__") and not isinstance(value, type):
            value = value.__wrapped__
        if isinstance(value, (types.FunctionType, types.MethodType, type)):
            return True
        kind = type(value)
        return hasattr(kind, "__get__") and not hasattr(kind, "__set__")  # a method of a kind of its own

    @staticmethod
    def _from_module(module, value):
        if module is None or isinstance(value, property):
            return True
        return getattr(value, "__module__", None) == module.__name__

    def _test(self, obj, name, module, globs):
        doc = obj if isinstance(obj, str) else getattr(obj, "__doc__", None)
        doc = "" if doc is None else str(doc)
        lineno = self._line(obj, doc, module)
        if self._exclude_empty and not doc:
            return None
        filename = getattr(module, "__file__", None) or getattr(module, "__name__", None)
        return self._parser.get_doctest(doc, globs, name, filename, lineno)

    @staticmethod
    def _line(obj, doc, module):
        """Where the docstring is: the line from 0."""
        import linecache
        import re
        import types
        file = getattr(module, "__file__", None)
        lines = linecache.getlines(file) if file else None
        first = None
        if isinstance(obj, types.ModuleType):
            first = 0
        elif isinstance(obj, type):
            for i, line in enumerate(lines or ()):
                if re.match(r"\s*class\s*%s\b" % re.escape(obj.__name__), line):
                    first = i
                    break
        if first is None:
            while hasattr(obj, "__wrapped__"):
                obj = obj.__wrapped__
            code = getattr(getattr(obj, "__func__", obj), "__code__", None)
            if code is None:
                return None
            first = code.co_firstlineno - 1
        if not lines:
            return first + 1
        for i in range(first, len(lines)):
            if re.match(r"""(^|.*:)\s*\w*("|')""", lines[i]):
                return i
        return None


class OutputChecker:
    """Compares what was printed with what was to be."""

    def check_output(self, want, got, optionflags):
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (("True\n", "1\n"), ("False\n", "0\n")):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = "\n".join("" if line.strip() == BLANKLINE_MARKER else line for line in want.split("\n"))
            got = "\n".join("" if line and not line.strip() else line for line in got.split("\n"))
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got, want = " ".join(got.split()), " ".join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS) and _matches(want, got)

    def output_difference(self, example, got, optionflags):
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = "\n".join(BLANKLINE_MARKER if not line.strip() and i < got.count("\n") else line for i, line in enumerate(got.split("\n")))
        if optionflags & (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF) and want.count("\n") > 2 and got.count("\n") > 2 or (
                optionflags & REPORT_NDIFF and want and got):
            import difflib
            a, b = want.splitlines(keepends=True), got.splitlines(keepends=True)
            if optionflags & REPORT_UDIFF:
                diff, kind = list(difflib.unified_diff(a, b, n=2))[2:], "unified diff with -expected +actual"
            elif optionflags & REPORT_CDIFF:
                diff, kind = list(difflib.context_diff(a, b, n=2))[2:], "context diff with expected followed by actual"
            else:
                diff, kind = list(difflib.ndiff(a, b)), "ndiff with -expected +actual"
            return "Differences (%s):\n" % kind + _indent("".join(diff))
        if want and got:
            return "Expected:\n%sGot:\n%s" % (_indent(want), _indent(got))
        if want:
            return "Expected:\n%sGot nothing\n" % _indent(want)
        if got:
            return "Expected nothing\nGot:\n%s" % _indent(got)
        return "Expected nothing\nGot nothing\n"


def _indent(text, pad=4):
    return "".join(" " * pad + line if line.strip("\n") else line for line in text.splitlines(keepends=True))


def _matches(want, got):
    if ELLIPSIS_MARKER not in want:
        return want == got
    parts = want.split(ELLIPSIS_MARKER)
    start, end = 0, len(got)
    if parts[0]:
        if not got.startswith(parts[0]):
            return False
        start = len(parts[0])
    if parts[-1]:
        if not got.endswith(parts[-1]):
            return False
        end -= len(parts[-1])
    if start > end:
        return False
    for part in parts[1:-1]:
        start = got.find(part, start, end)
        if start < 0:
            return False
        start += len(part)
    return True


class DocTestFailure(Exception):
    """An example that has printed something else."""

    def __init__(self, test, example, got):
        self.test, self.example, self.got = test, example, got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    """An example that has raised an exception."""

    def __init__(self, test, example, exc_info):
        self.test, self.example, self.exc_info = test, example, exc_info

    def __str__(self):
        return str(self.test)


class DocTestRunner:
    """Runs examples and tells which failed."""

    DIVIDER = "*" * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = "-v" in sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self.tries = self.failures = 0
        self._results = {}
        self._kept = []  # the names of the examples whose lines tracebacks show

    def report_start(self, out, test, example):
        if self._verbose:
            if example.want:
                out("Trying:\n" + _indent(example.source) + "Expecting:\n" + _indent(example.want))
            else:
                out("Trying:\n" + _indent(example.source) + "Expecting nothing\n")

    def report_success(self, out, test, example, got):
        if self._verbose:
            out("ok\n")

    def report_failure(self, out, test, example, got):
        out(self._failure_header(test, example) + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        out(self._failure_header(test, example) + "Exception raised:\n" + _indent(self._trace(exc_info)))

    def _failure_header(self, test, example):
        lines = [self.DIVIDER]
        if test.filename:
            if test.lineno is not None and example.lineno is not None:
                line = test.lineno + example.lineno + 1
            else:
                line = "?"
            lines.append('File "%s", line %s, in %s' % (test.filename, line, test.name))
        else:
            lines.append("Line %s, in %s" % (example.lineno + 1, test.name))
        lines.append("Failed example:")
        return "\n".join(lines) + "\n" + _indent(example.source)

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        """Run the examples of a DocTest."""
        import io
        if out is None:
            out = sys.stdout.write
        save, hook = sys.stdout, sys.displayhook
        self._fake = type("_SpoofOut", (io.StringIO,), {})()  # a program may set its attributes
        sys.displayhook = sys.__displayhook__ if hasattr(sys, "__displayhook__") else hook
        sys.stdout = self._fake
        try:
            return self._run(test, out)
        finally:
            sys.stdout, sys.displayhook = save, hook
            for filename in self._kept:
                keep_source(filename, "")
            if clear_globs:
                test.globs.clear()

    def _run(self, test, out):
        failures = tries = 0
        original = self.optionflags
        for number, example in enumerate(test.examples):
            quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures > 0
            self.optionflags = original
            for flag, on in example.options.items():
                self.optionflags = self.optionflags | flag if on else self.optionflags & ~flag
            if self.optionflags & SKIP:
                continue
            tries += 1
            if not quiet:
                self.report_start(out, test, example)
            exception = None
            filename = "<doctest %s[%d]>" % (test.name, number)
            self._kept.append(filename)
            keep_source(filename, example.source)
            try:
                exec(compile(example.source, filename, "single"), test.globs)
            except KeyboardInterrupt:
                raise
            except:
                exception = sys.exc_info()
            got = self._fake.getvalue()
            self._fake.seek(0)
            self._fake.truncate()
            if got and not got.endswith("\n"):
                got += "\n"
            outcome = self._judge(example, got, exception)
            if outcome == "ok":
                if not quiet:
                    self.report_success(out, test, example, got)
                continue
            failures += 1
            if not quiet:
                if outcome == "error":
                    self.report_unexpected_exception(out, test, example, exception)
                else:
                    self.report_failure(out, test, example, got if exception is None else got + self._trace(exception))
            if self.optionflags & FAIL_FAST:
                break
        self.optionflags = original
        f, t = self._results.get(test.name, (0, 0))
        self._results[test.name] = f + failures, t + tries
        self.failures += failures
        self.tries += tries
        return TestResults(failures, tries)

    @staticmethod
    def _text(exc_info):
        import traceback
        return traceback.format_exception_only(*exc_info[:2])[-1]

    @staticmethod
    def _trace(exc_info):
        import traceback
        lines = traceback.format_exception(*exc_info)
        for i, line in enumerate(lines):
            if line.startswith('  File "%s"' % __file__):  # it runs the example: the line is CPython's
                lines[i] = '  File "%s", line 1353, in __run\n    exec(compile(example.source, filename, "single",\n' % __file__
                if exc_info[2].tb_next is None:
                    lines[i] += " " * 9 + "^" * 43 + "\n"
        return "".join(lines)

    def _judge(self, example, got, exception):
        check = self._checker.check_output
        if exception is None:
            return "ok" if check(example.want, got, self.optionflags) else "failure"
        message = self._text(exception)
        if example.exc_msg is None:
            return "error"
        if check(example.exc_msg, message, self.optionflags):
            return "ok"
        if self.optionflags & IGNORE_EXCEPTION_DETAIL and check(_bare(example.exc_msg), _bare(message), self.optionflags):
            return "ok"
        return "failure"

    def summarize(self, verbose=None):
        """Print what came of all."""
        if verbose is None:
            verbose = self._verbose
        empty, passed, failed = [], [], []
        for name, (f, t) in self._results.items():
            (empty if t == 0 else passed if f == 0 else failed).append((name, f, t))
        tries, failures = self.tries, self.failures
        if verbose:
            if empty:
                print(len(empty), "items had no tests:")
                for name, _, _ in sorted(empty):
                    print("   ", name)
            if passed:
                print(len(passed), "items passed all tests:")
                for name, _, t in sorted(passed):
                    print(" %3d tests in %s" % (t, name))
        if failed:
            print(self.DIVIDER)
            print(len(failed), "items had failures:")
            for name, f, t in sorted(failed):
                print(" %3d of %3d in %s" % (f, t, name))
        if verbose:
            print(tries, "tests in", len(self._results), "items.")
            print(tries - failures, "passed and", failures, "failed.")
        if failures:
            print("***Test Failed***", failures, "failures.")
        elif verbose:
            print("Test passed.")
        return TestResults(failures, tries)


def _bare(message):
    name = message.split("\n")[0].split(":")[0]
    return name.rsplit(".", 1)[-1].strip()


class DebugRunner(DocTestRunner):
    """Raises an exception where an example fails."""

    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)


master = None


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None, raise_on_error=False,
            exclude_empty=False):
    """Test the docstrings of a module: the main one, unless told."""
    if m is None:
        m = sys.modules.get("__main__")
    finder = DocTestFinder(exclude_empty=exclude_empty)
    runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)
    for test in finder.find(m, name or m.__name__, globs=globs, extraglobs=extraglobs):
        runner.run(test)
    if report:
        runner.summarize()
    return TestResults(runner.failures, runner.tries)


def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None, report=True, optionflags=0,
             extraglobs=None, raise_on_error=False, parser=DocTestParser(), encoding=None):
    """Test the examples of a file."""
    runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)
    globs = {} if globs is None else globs.copy()
    globs.update(extraglobs or {})
    globs.setdefault("__name__", "__main__")
    runner.run(_file_test(filename, globs, parser, encoding, name))
    if report:
        runner.summarize()
    return TestResults(runner.failures, runner.tries)


def _file_test(filename, globs, parser, encoding, name=None):
    import os
    with open(filename, encoding=encoding or "utf-8") as f:
        text = f.read()
    return parser.get_doctest(text, globs, name or os.path.basename(filename), filename, 0)


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None, optionflags=0):
    """Test the docstring of an object."""
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    """The docstrings of a module as tests of unittest."""
    from _doctest_cases import DocTestCase, suite_of
    if module is None:
        module = sys.modules[sys._getframe(1).f_globals["__name__"]]
    elif isinstance(module, str):
        module = __import__(module, globals(), locals(), ["_"])
    tests = (test_finder or DocTestFinder()).find(module, globs=globs, extraglobs=extraglobs)
    return suite_of(DocTestCase(test, **options) for test in tests if test.examples)


def DocFileTest(path, module_relative=True, package=None, globs=None, parser=DocTestParser(), encoding=None, **options):
    """The examples of a file as a test of unittest."""
    from _doctest_cases import DocFileCase
    globs = {} if globs is None else globs.copy()
    globs.setdefault("__file__", path)
    return DocFileCase(_file_test(path, globs, parser, encoding), **options)


def DocFileSuite(*paths, **options):
    """The examples of files as tests of unittest."""
    from _doctest_cases import suite_of
    return suite_of(DocFileTest(path, **options) for path in paths)


def __getattr__(name):
    if name in ("DocTestCase", "DocFileCase"):
        import _doctest_cases
        return getattr(_doctest_cases, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
