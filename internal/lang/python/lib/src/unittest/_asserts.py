"""What tests assert."""

import re
import sys

from .util import common_shorten_repr, count_differences, safe_repr

__unittest = True

DIFF_OMITTED = "\nDiff is %s characters long. Set self.maxDiff to None to see it."


def _has_length(seq):
    try:
        len(seq)
    except (TypeError, NotImplementedError):
        return False
    return True


class _Raises:
    """What assertRaises returns as a context."""

    def __init__(self, expected, test_case, expected_regex=None):
        self.expected = expected
        self.test_case = test_case
        self.expected_regex = re.compile(expected_regex) if isinstance(expected_regex, (str, bytes)) else expected_regex
        self.obj_name = None
        self.msg = None

    base = BaseException
    base_text = "an exception type or tuple of exception types"

    def _raise(self, text):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, text))

    def handle(self, name, args, kwargs):
        kinds = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        if not all(isinstance(k, type) and issubclass(k, self.base) for k in kinds):
            raise TypeError("%s() arg 1 must be %s" % (name, self.base_text))
        if not args:
            self.msg = kwargs.pop("msg", None)
            if kwargs:
                raise TypeError("%r is an invalid keyword argument for this function" % (next(iter(kwargs)),))
            return self
        call, *args = args
        self.obj_name = getattr(call, "__name__", str(call))
        with self:
            call(*args, **kwargs)

    def _name(self):
        try:
            return self.expected.__name__
        except AttributeError:
            return str(self.expected)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            if self.obj_name:
                self._raise("{} not raised by {}".format(self._name(), self.obj_name))
            self._raise("{} not raised".format(self._name()))
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value.with_traceback(None)
        if self.expected_regex is not None and not self.expected_regex.search(str(exc_value)):
            self._raise('"{}" does not match "{}"'.format(self.expected_regex.pattern, str(exc_value)))
        return True


class _Warns(_Raises):
    """What assertWarns returns as a context."""

    base = Warning
    base_text = "a warning type or tuple of warning types"

    def __enter__(self):
        import warnings
        self._catch = warnings.catch_warnings(record=True)
        self.warnings = self._catch.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self._catch.__exit__(exc_type, exc_value, tb)
        if exc_type is not None:
            return
        first = None
        for w in self.warnings:
            if not isinstance(w.message, self.expected):
                continue
            first = first or w.message
            if self.expected_regex is not None and not self.expected_regex.search(str(w.message)):
                continue
            self.warning, self.filename, self.lineno = w.message, w.filename, w.lineno
            return
        if first is not None:
            self._raise('"{}" does not match "{}"'.format(self.expected_regex.pattern, str(first)))
        if self.obj_name:
            self._raise("{} not triggered by {}".format(self._name(), self.obj_name))
        self._raise("{} not triggered".format(self._name()))


class _Logs:
    """What assertLogs returns as a context."""

    def __init__(self, test_case, logger, level, none):
        import logging
        self.test_case = test_case
        self.logger_name = logger
        self.level = logging.getLevelName(level) if isinstance(level, str) else level or logging.INFO
        self.none = none
        self.records, self.output = [], []

    def __enter__(self):
        import logging
        watch = self

        class Capture(logging.Handler):
            def emit(self, record):
                watch.records.append(record)
                watch.output.append(self.format(record))

        handler = Capture()
        handler.setLevel(self.level)
        handler.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
        logger = self.logger = self.logger_name if isinstance(self.logger_name, logging.Logger) else logging.getLogger(self.logger_name)
        self.old = logger.handlers[:], logger.level, logger.propagate
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(self.level)
        return None if self.none else self

    def __exit__(self, exc_type, exc_value, tb):
        import logging
        self.logger.handlers, level, self.logger.propagate = self.old
        self.logger.setLevel(level)
        if exc_type is not None:
            return False
        if self.none and self.records:
            raise self.test_case.failureException(
                self.test_case._formatMessage(None, "Unexpected logs found: {!r}".format(self.output)))
        if not self.none and not self.records:
            raise self.test_case.failureException(self.test_case._formatMessage(
                None, "no logs of level {} or higher triggered on {}".format(logging.getLevelName(self.level), self.logger.name)))


class Asserts:
    """The assert methods of a TestCase."""

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        if msg is None:
            return standardMsg
        try:
            return "%s : %s" % (standardMsg, msg)
        except UnicodeDecodeError:
            return "%s : %s" % (safe_repr(standardMsg), safe_repr(msg))

    def _fail(self, msg, standard):
        raise self.failureException(self._formatMessage(msg, standard))

    def fail(self, msg=None):
        """Fail."""
        raise self.failureException(msg)

    def assertFalse(self, expr, msg=None):
        """Fail unless it is false."""
        if expr:
            self._fail(msg, "%s is not false" % safe_repr(expr))

    def assertTrue(self, expr, msg=None):
        """Fail unless it is true."""
        if not expr:
            self._fail(msg, "%s is not true" % safe_repr(expr))

    def assertRaises(self, expected_exception, *args, **kwargs):
        """Fail unless an exception is raised."""
        return _Raises(expected_exception, self).handle("assertRaises", args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        """Fail unless an exception is raised whose text matches."""
        return _Raises(expected_exception, self, expected_regex).handle("assertRaisesRegex", args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        """Fail unless there is a warning."""
        return _Warns(expected_warning, self).handle("assertWarns", args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        """Fail unless there is a warning whose text matches."""
        return _Warns(expected_warning, self, expected_regex).handle("assertWarnsRegex", args, kwargs)

    def assertLogs(self, logger=None, level=None):
        """Fail unless something is logged."""
        return _Logs(self, logger, level, False)

    def assertNoLogs(self, logger=None, level=None):
        """Fail if something is logged."""
        return _Logs(self, logger, level, True)

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            self._fail(msg, "%s != %s" % common_shorten_repr(first, second))

    def _getAssertEqualityFunc(self, first, second):
        if type(first) is type(second):
            function = self._type_equality_funcs.get(type(first))
            if function is not None:
                return getattr(self, function) if isinstance(function, str) else function
        return self._baseAssertEqual

    def assertEqual(self, first, second, msg=None):
        """Fail unless both are equal."""
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        """Fail if both are equal."""
        if not first != second:
            self._fail(msg, "%s == %s" % (safe_repr(first), safe_repr(second)))

    def _close(self, first, second, places, delta):
        if first == second:
            return True, "", None
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        diff = abs(first - second)
        if delta is not None:
            return diff <= delta, f"within {safe_repr(delta)} delta", diff
        places = 7 if places is None else places
        return round(diff, places) == 0, f"within {places!r} places", diff

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """Fail unless both are about equal."""
        close, how, diff = self._close(first, second, places, delta)
        if not close:
            self._fail(msg, "%s != %s %s (%s difference)" % (safe_repr(first), safe_repr(second), how, safe_repr(diff)))

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """Fail if both are about equal."""
        close, how, diff = self._close(first, second, places, delta)
        if first == second or close:
            if delta is not None:
                self._fail(msg, "%s == %s within %s delta (%s difference)" % (
                    safe_repr(first), safe_repr(second), safe_repr(delta), safe_repr(abs(first - second))))
            self._fail(msg, "%s == %s within %r places" % (safe_repr(first), safe_repr(second), 7 if places is None else places))

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + DIFF_OMITTED % len(diff)

    def assertSequenceEqual(self, first, second, msg=None, seq_type=None):
        """Fail unless two sequences are equal."""
        if seq_type is not None:
            name = seq_type.__name__
            for which, seq in (("First", first), ("Second", second)):
                if not isinstance(seq, seq_type):
                    raise self.failureException("%s sequence is not a %s: %s" % (which, name, safe_repr(seq)))
        else:
            name = "sequence"
        if first == second:
            return
        for which, seq in (("First", first), ("Second", second)):
            if not _has_length(seq):
                self._fail(msg, self._truncateMessage("%s %s has no length.    Non-sequence?" % (which, name), "\n" + _diff(first, second)))
        differing = "%ss differ: %s != %s\n" % ((name.capitalize(),) + common_shorten_repr(first, second))
        n = min(len(first), len(second))
        for i in range(n):
            if first[i] != second[i]:
                differing += "\nFirst differing element %d:\n%s\n%s\n" % ((i,) + common_shorten_repr(first[i], second[i]))
                break
        else:
            if seq_type is None and len(first) == len(second) and type(first) != type(second):
                return  # the same items: a list, say, and a tuple
        if len(first) > len(second):
            differing += "\nFirst %s contains %d additional elements.\n" % (name, len(first) - n)
            differing += "First extra element %d:\n%s\n" % (n, safe_repr(first[n]))
        elif len(second) > len(first):
            differing += "\nSecond %s contains %d additional elements.\n" % (name, len(second) - n)
            differing += "First extra element %d:\n%s\n" % (n, safe_repr(second[n]))
        self._fail(msg, self._truncateMessage(differing, "\n" + _diff(first, second)))

    def assertListEqual(self, list1, list2, msg=None):
        """Fail unless two lists are equal."""
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        """Fail unless two tuples are equal."""
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        """Fail unless two sets are equal."""
        parts = []
        for which, a, b in (("first", set1, set2), ("second", set2, set1)):
            try:
                only = a.difference(b)
            except TypeError as e:
                self.fail("invalid type when attempting set difference: %s" % e)
            except AttributeError as e:
                self.fail("%s argument does not support set difference: %s" % (which, e))
            if only:
                parts.append("Items in the %s set but not the %s:" % (which, "second" if which == "first" else "first"))
                parts.extend(repr(item) for item in only)
        if parts:
            self._fail(msg, "\n".join(parts))

    def assertDictEqual(self, d1, d2, msg=None):
        """Fail unless two dicts are equal."""
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            text = "%s != %s" % common_shorten_repr(d1, d2)
            self._fail(msg, self._truncateMessage(text, "\n" + _diff(d1, d2)))

    def assertDictContainsSubset(self, subset, dictionary, msg=None):
        """Fail unless a dict has all items of another."""
        missing = [k for k in subset if k not in dictionary]
        wrong = ["%s, expected: %s, actual: %s" % (safe_repr(k), safe_repr(v), safe_repr(dictionary[k]))
                 for k, v in subset.items() if k in dictionary and v != dictionary[k]]
        if missing or wrong:
            text = "Missing: %s" % ",".join(map(safe_repr, missing)) if missing else ""
            if wrong:
                text += ("; " if text else "") + "Mismatched values: %s" % ",".join(wrong)
            self._fail(msg, text)

    def assertCountEqual(self, first, second, msg=None):
        """Fail unless both have the same items, in any order."""
        first, second = list(first), list(second)
        differences = count_differences(first, second)
        if differences:
            lines = ["First has %d, Second has %d:  %r" % d for d in differences]
            self._fail(msg, self._truncateMessage("Element counts were not equal:\n", "\n".join(lines)))

    def assertMultiLineEqual(self, first, second, msg=None):
        """Fail unless two texts are equal."""
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        text = "%s != %s" % common_shorten_repr(first, second)
        if len(first) <= 2**16 and len(second) <= 2**16:
            import difflib
            a, b = first, second
            if len(first.splitlines()) == 1 and first.strip("\r\n") == first:
                a, b = first + "\n", second + "\n"
            text = self._truncateMessage(text, "\n" + "".join(difflib.ndiff(a.splitlines(keepends=True), b.splitlines(keepends=True))))
        else:
            self._baseAssertEqual(first, second, msg)
        self._fail(msg, text)

    def assertIn(self, member, container, msg=None):
        """Fail unless it is in a container."""
        if member not in container:
            self._fail(msg, "%s not found in %s" % (safe_repr(member), safe_repr(container)))

    def assertNotIn(self, member, container, msg=None):
        """Fail if it is in a container."""
        if member in container:
            self._fail(msg, "%s unexpectedly found in %s" % (safe_repr(member), safe_repr(container)))

    def assertIs(self, expr1, expr2, msg=None):
        """Fail unless both are the same object."""
        if expr1 is not expr2:
            self._fail(msg, "%s is not %s" % (safe_repr(expr1), safe_repr(expr2)))

    def assertIsNot(self, expr1, expr2, msg=None):
        """Fail if both are the same object."""
        if expr1 is expr2:
            self._fail(msg, "unexpectedly identical: %s" % safe_repr(expr1))

    def assertIsNone(self, obj, msg=None):
        """Fail unless it is None."""
        if obj is not None:
            self._fail(msg, "%s is not None" % safe_repr(obj))

    def assertIsNotNone(self, obj, msg=None):
        """Fail if it is None."""
        if obj is None:
            self._fail(msg, "unexpectedly None")

    def assertIsInstance(self, obj, cls, msg=None):
        """Fail unless it is an instance of a class."""
        if not isinstance(obj, cls):
            self._fail(msg, "%s is not an instance of %r" % (safe_repr(obj), cls))

    def assertNotIsInstance(self, obj, cls, msg=None):
        """Fail if it is an instance of a class."""
        if isinstance(obj, cls):
            self._fail(msg, "%s is an instance of %r" % (safe_repr(obj), cls))

    def assertLess(self, a, b, msg=None):
        """Fail unless a < b."""
        if not a < b:
            self._fail(msg, "%s not less than %s" % (safe_repr(a), safe_repr(b)))

    def assertLessEqual(self, a, b, msg=None):
        """Fail unless a <= b."""
        if not a <= b:
            self._fail(msg, "%s not less than or equal to %s" % (safe_repr(a), safe_repr(b)))

    def assertGreater(self, a, b, msg=None):
        """Fail unless a > b."""
        if not a > b:
            self._fail(msg, "%s not greater than %s" % (safe_repr(a), safe_repr(b)))

    def assertGreaterEqual(self, a, b, msg=None):
        """Fail unless a >= b."""
        if not a >= b:
            self._fail(msg, "%s not greater than or equal to %s" % (safe_repr(a), safe_repr(b)))

    def assertRegex(self, text, expected_regex, msg=None):
        """Fail unless a text matches."""
        pattern = re.compile(expected_regex) if isinstance(expected_regex, (str, bytes)) else expected_regex
        if not pattern.search(text):
            self._fail(msg, "Regex didn't match: %r not found in %r" % (pattern.pattern, text))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        """Fail if a text matches."""
        pattern = re.compile(unexpected_regex) if isinstance(unexpected_regex, (str, bytes)) else unexpected_regex
        match = pattern.search(text)
        if match:
            self._fail(msg, "Regex matched: %r matches %r in %r" % (text[match.start():match.end()], pattern.pattern, text))

    failUnlessEqual = assertEquals = assertEqual
    failIfEqual = assertNotEquals = assertNotEqual
    assert_ = assertTrue
    assertAlmostEquals = assertAlmostEqual
    assertNotAlmostEquals = assertNotAlmostEqual
    assertRegexpMatches = assertRegex
    assertNotRegexpMatches = assertNotRegex
    assertRaisesRegexp = assertRaisesRegex


def _diff(a, b):
    import difflib
    from pprint import pformat
    return "\n".join(difflib.ndiff(pformat(a).splitlines(), pformat(b).splitlines()))
