"""Results of tests."""

import io
import sys

__unittest = True


class TestResult:
    """What came of tests."""

    shouldStop = False
    failfast = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures = []
        self.errors = []
        self.testsRun = 0
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.shouldStop = False
        self.buffer = False
        self.tb_locals = False
        self._previousTestClass = None
        self._testRunEntered = False
        self._moduleSetUpFailed = False
        self._mirror = False
        self._streams = None

    def printErrors(self):
        """For subclasses."""

    def startTest(self, test):
        """A test begins."""
        self.testsRun += 1
        self._mirror = False
        self._setupStdout()

    def _setupStdout(self):
        if self.buffer and self._streams is None:
            self._streams = sys.stdout, sys.stderr
            sys.stdout, sys.stderr = io.StringIO(), io.StringIO()

    def startTestRun(self):
        """The tests begin."""

    def stopTest(self, test):
        """A test has ended."""
        self._restoreStdout()
        self._mirror = False

    def _restoreStdout(self):
        if self._streams is None:
            return
        captured = sys.stdout, sys.stderr
        (sys.stdout, sys.stderr), self._streams = self._streams, None
        if self._mirror:
            for stream, buffer, name in zip((sys.stdout, sys.stderr), captured, ("Stdout", "Stderr")):
                text = buffer.getvalue()
                if text:
                    stream.write(f"\n{name}:\n{text}" + ("" if text.endswith("\n") else "\n"))

    def stopTestRun(self):
        """The tests have ended."""

    def _stop_at_first(self):
        if self.failfast:
            self.stop()

    def addError(self, test, err):
        """A test has raised an exception."""
        self._stop_at_first()
        self.errors.append((test, self._exc_info_to_string(err, test)))
        self._mirror = True

    def addFailure(self, test, err):
        """A test has failed."""
        self._stop_at_first()
        self.failures.append((test, self._exc_info_to_string(err, test)))
        self._mirror = True

    def addSubTest(self, test, subtest, err):
        """A part of a test has ended."""
        if err is not None:
            self._stop_at_first()
            which = self.failures if issubclass(err[0], test.failureException) else self.errors
            which.append((subtest, self._exc_info_to_string(err, test)))
            self._mirror = True

    def addSuccess(self, test):
        """A test has passed."""

    def addSkip(self, test, reason):
        """A test was skipped."""
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        """A test has failed that was to."""
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    def addUnexpectedSuccess(self, test):
        """A test has passed that was to fail."""
        self._stop_at_first()
        self.unexpectedSuccesses.append(test)

    def wasSuccessful(self):
        """Report whether all is well."""
        return not self.failures and not self.errors and not self.unexpectedSuccesses

    def stop(self):
        """Run no further tests."""
        self.shouldStop = True

    def _clean(self, exc, failure, seen):
        tb = exc.__traceback__
        while tb is not None and "__unittest" in tb.tb_frame.f_globals:
            tb = tb.tb_next
        if failure:
            last = None
            at = tb
            while at is not None and "__unittest" not in at.tb_frame.f_globals:
                last, at = at, at.tb_next
            if last is not None:
                last.tb_next = None
        exc.__traceback__ = tb
        seen.add(id(exc))
        for other in (exc.__cause__, exc.__context__):
            if other is not None and id(other) not in seen:
                self._clean(other, False, seen)

    def _exc_info_to_string(self, err, test):
        import traceback
        kind, value, tb = err
        self._clean(value, kind is test.failureException, set())
        text = "".join(traceback.format_exception(kind, value, value.__traceback__))
        if self._streams is not None:
            for buffer, name in ((sys.stdout, "Stdout"), (sys.stderr, "Stderr")):
                output = buffer.getvalue()
                if output:
                    text += f"\n{name}:\n{output}" + ("" if output.endswith("\n") else "\n")
        return text

    def __repr__(self):
        return "<%s.%s run=%i errors=%i failures=%i>" % (
            type(self).__module__, type(self).__qualname__, self.testsRun, len(self.errors), len(self.failures))
