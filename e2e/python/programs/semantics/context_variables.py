"""A context variable has a value for each task and each context."""
import asyncio
import contextvars
from contextvars import ContextVar, copy_context

user = ContextVar("user")
level = ContextVar("level", default=0)
try:
    user.get()
except LookupError as e:
    print(type(e).__name__, e.args[0] is user)
print(user.get("fallback"), level.get(), level.get("given"), user.name)
token = user.set("ann")
inner = user.set("bob")
print(user.get(), inner.old_value, token.old_value is contextvars.Token.MISSING, token.var is user)
user.reset(inner)
print(user.get())
try:
    user.reset(inner)
except RuntimeError as e:
    print(type(e).__name__)
context = copy_context()
print(context[user], user in context, level in context, len(context) >= 1, context.get(level, "unset"))


def change(name, *more):
    user.set(name)
    level.set(level.get() + 1)
    return user.get(), level.get(), more


print(context.run(change, "inside", 1, 2), user.get(), level.get(), context[user], context[level])
print(context.run(change, "again"), dict(context.items())[level])
try:
    context.run(lambda: context.run(print))
except RuntimeError as e:
    print(type(e).__name__)
try:
    context.run(user.reset, token)
except ValueError as e:
    print("made in a different context", type(e).__name__)


async def worker(name):
    before = user.get()
    user.set(name)
    await asyncio.sleep(0)
    level.set(len(name))
    await asyncio.sleep(0)
    return before, user.get(), level.get()


async def main():
    user.set("main")
    print(await asyncio.gather(*(worker(n) for n in ("x", "yy", "zzz"))), user.get())
    print(await worker("awaited directly"), user.get(), level.get())
    task = asyncio.create_task(worker("task"))
    user.set("set after the task was made")
    print(await task, user.get())
    asyncio.get_running_loop().call_soon(lambda: print("callback sees", user.get()))
    user.set("later")
    await asyncio.sleep(0)
    other = copy_context()
    other.run(user.set, "other")
    print(await asyncio.create_task(worker("c"), context=other), other[user])


asyncio.run(main())
print(user.get(), level.get())


def generator():
    level.set("set by the generator")
    yield level.get()


print(next(generator()), level.get())
