# attack: looking for the classes and attributes that the program before has left
# expect: exited
# pair: classes.py
# output: False False []
import collections, enum
print(hasattr(collections.OrderedDict, "left"), hasattr(enum.Enum, "left"), [c for c in dict.__subclasses__() if c.__name__ == "Left"])
