import __future__
import asyncio
import collections.abc
import copy
import pickle
import types
from typing import *

for alias in (list[int], int | str, tuple[int, ...], dict[str, list[int]], List[int], Optional[int], set[int], Literal[1], Callable[[int], str], Annotated[int, "x"]):
    print(alias, pickle.loads(pickle.dumps(alias)) == alias, copy.copy(alias) == alias, copy.deepcopy(alias) == alias)
unpacked = next(iter(tuple[int, str]))
print(unpacked, pickle.loads(pickle.dumps(unpacked)) == unpacked)

for form in (List[int], Dict, Union, Optional[int], Callable[..., Any], Literal[1], Final[int], Tuple[int, ...], Type[int], ClassVar[int], Union[int, str], Deque[int], Pattern[str]):
    print(form, form.__name__, form.__qualname__, form.__module__)

for form in (Union, List, Tuple, Callable, Annotated[int, ""], Optional[int], Literal[1]):
    try:
        iter(form)
    except TypeError as e:
        print(e)
    print(isinstance(form, collections.abc.Iterable))

print(list(reversed(types.MappingProxyType({"a": 1, "b": 2}))))


async def ends():
    for rest in ((), (2,)):
        try:
            await anext(1, *rest)
        except TypeError as e:
            print(e)

asyncio.run(ends())
print(__future__.all_feature_names, __future__.annotations, __future__.division.getMandatoryRelease())
