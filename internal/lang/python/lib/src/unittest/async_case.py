"""Tests that are coroutines."""

from .case import TestCase

__unittest = True


class IsolatedAsyncioTestCase(TestCase):
    """A test whose methods may be coroutines. Each has a loop of its own."""

    def __init__(self, methodName="runTest"):
        super().__init__(methodName)
        self._runner = None

    async def asyncSetUp(self):
        """Called before each test."""

    async def asyncTearDown(self):
        """Called after each test."""

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        """Have a coroutine run after the test."""
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        """Enter a context that is left after the test."""
        value = await type(cm).__aenter__(cm)
        self.addAsyncCleanup(type(cm).__aexit__, cm, None, None, None)
        return value

    def _call(self, function, *args, **kwargs):
        value = function(*args, **kwargs)
        if hasattr(value, "__await__"):
            async def wait():
                return await value
            return self._runner.run(wait())
        return value

    def _callSetUp(self):
        self._runner.get_loop()
        self.setUp()
        self._call(self.asyncSetUp)

    def _callTestMethod(self, method):
        self._call(method)

    def _callTearDown(self):
        self._call(self.asyncTearDown)
        self.tearDown()

    def _callCleanup(self, function, /, *args, **kwargs):
        self._call(function, *args, **kwargs)

    def run(self, result=None):
        import asyncio
        self._runner = asyncio.Runner()
        try:
            return super().run(result)
        finally:
            self._runner.close()
            self._runner = None
