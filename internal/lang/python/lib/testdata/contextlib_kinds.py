# Context managers of generators, asynchronous ones too, and what an ExitStack chains.
import asyncio
from contextlib import ExitStack, asynccontextmanager, contextmanager


@asynccontextmanager
async def opened(name, *, upper=False):
    print("open", name)
    try:
        yield name.upper() if upper else name
    finally:
        print("close", name)


async def main():
    async with opened("a", upper=True) as a, opened("b") as b:
        print(a, b)


asyncio.run(main())


@contextmanager
def renaming(error):
    try:
        yield
    except Exception as e:
        raise error from None


@contextmanager
def following(error):
    try:
        yield
    finally:
        raise error


try:
    with ExitStack() as stack:
        stack.enter_context(following(KeyError("first")))
        stack.enter_context(following(ValueError("second")))
        stack.enter_context(following(TypeError("third")))
        raise RuntimeError("body")
except Exception as e:
    while e is not None:
        print(repr(e))
        e = e.__context__
