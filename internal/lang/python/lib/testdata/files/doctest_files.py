import doctest
import io
import unittest

for name, text in ("good.txt", "Some text.\n\n>>> 1 + 1\n2\n>>> x\n5\n"), ("bad.txt", ">>> 1 + 1\n3\n"):
    with open(name, "w") as f:
        f.write(text)


def set_up(test):
    print("set up", test.name)


suite = doctest.DocFileSuite("good.txt", "bad.txt", module_relative=False, globs={"x": 5}, setUp=set_up, tearDown=lambda test: print("tear down"))
print(suite.countTestCases(), [repr(t) for t in suite], [t.id() for t in suite])
result = unittest.TestResult()
suite.run(result)
print(result.testsRun, len(result.failures), len(result.errors))
print(result.failures[0][1][-200:])
case = doctest.DocFileTest("good.txt", module_relative=False)
print(case.shortDescription(), case.run() and "ran")


def sample():
    """
    >>> sample()
    1
    """
    return 2


tests = doctest.DocTestSuite()
print([t.id() for t in tests], [repr(t) for t in tests], [str(t)[:20] for t in tests])
result = unittest.TestResult()
tests.run(result)
print(result.failures[0][1].split("Failed example:", 1)[1])
print(doctest.testfile("good.txt", module_relative=False, globs={"x": 5}))
