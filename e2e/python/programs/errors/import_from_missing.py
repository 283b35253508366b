from collections import OrderedDict

print(OrderedDict(a=1)["a"])
from functools import no_such_function
