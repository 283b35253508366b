"""A program that runs its tests."""

import sys

from . import loader, runner

__unittest = True


class TestProgram:
    """Runs the tests of a module and ends the program."""

    module = None
    verbosity = 1
    failfast = catchbreak = buffer = progName = warnings = testNamePatterns = None

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=loader.defaultTestLoader, exit=True,
                 verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *, tb_locals=False):
        if isinstance(module, str):
            __import__(module)
            module = sys.modules[module]
        self.module = module
        self.exit = exit
        self.failfast = failfast
        self.buffer = buffer
        self.verbosity = verbosity
        self.tb_locals = tb_locals
        self.defaultTest = defaultTest
        self.testRunner = testRunner
        self.testLoader = testLoader
        self.parseArgs(sys.argv if argv is None else argv)
        self.runTests()

    def parseArgs(self, argv):
        """Take the program's arguments."""
        names = []
        rest = list(argv[1:])
        while rest:
            a = rest.pop(0)
            if a in ("-v", "--verbose"):
                self.verbosity = 2
            elif a in ("-q", "--quiet"):
                self.verbosity = 0
            elif a in ("-f", "--failfast"):
                self.failfast = True
            elif a in ("-b", "--buffer"):
                self.buffer = True
            elif a in ("-c", "--catch", "--locals"):
                pass
            elif a == "-k" and rest:
                pattern = rest.pop(0)
                self.testNamePatterns = (self.testNamePatterns or []) + [pattern if "*" in pattern else f"*{pattern}*"]
            elif a.startswith("-"):
                sys.stderr.write(f"usage: {argv[0]} [-h] [-v] [-q] [--locals] [-f] [-c] [-b] [-k TESTNAMEPATTERNS] [tests ...]\n"
                                 f"{argv[0]}: error: unrecognized arguments: {a}\n")
                sys.exit(2)
            else:
                names.append(a)
        if self.testNamePatterns:
            self.testLoader.testNamePatterns = self.testNamePatterns
        if names:
            self.test = self.testLoader.loadTestsFromNames(names, self.module)
        elif self.defaultTest is None:
            self.test = self.testLoader.loadTestsFromModule(self.module)
        else:
            wanted = [self.defaultTest] if isinstance(self.defaultTest, str) else list(self.defaultTest)
            self.test = self.testLoader.loadTestsFromNames(wanted, self.module)

    def runTests(self):
        """Run them."""
        made = self.testRunner or runner.TextTestRunner
        if isinstance(made, type):
            made = made(verbosity=self.verbosity, failfast=self.failfast, buffer=self.buffer)
        self.result = made.run(self.test)
        if self.exit:
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
