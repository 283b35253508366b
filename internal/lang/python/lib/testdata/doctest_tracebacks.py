# doctest: where examples are, and what it says of exceptions.
import doctest
import types

text = '''# a comment
"""
>>> unknown(1)
>>> int("x")
3
>>> (1
"""


class C:
    x = 1

    @property
    def p(self):
        """
        >>> 1 + 1
        3
        """

    def m(self):
        "one line: >>> not an example"

    @staticmethod
    def s():
        r"""A text.

        >>> def f():
        ...     raise ValueError("bad")
        >>> f()
        >>> f()
        Traceback (most recent call last):
        ValueError: bad
        """


class D(C):
    """
    >>> C.y
    """
'''
module = types.ModuleType("mod")
exec(compile(text, "mod.py", "exec"), module.__dict__)
for name, value in vars(module).items():
    if isinstance(value, type):
        value.__module__ = "mod"
finder, runner = doctest.DocTestFinder(), doctest.DocTestRunner(verbose=False)
import io
import re

out = io.StringIO()
for test in finder.find(module, "mod"):
    print(test.name, test.filename, len(test.examples))
    runner.run(test, out=out.write)
print(re.sub(r'File "[^"]*/', 'File "', out.getvalue()))
print(runner.summarize(verbose=False))
