"""What builtins does that is easier said in Python."""


async def anext_or(iterator, default):
    """anext(iterator, default)."""
    try:
        return await type(iterator).__anext__(iterator)
    except StopAsyncIteration:
        return default
