# attack: attributes of built-in types and of the library's classes for the next program
# expect: exited
# output: done
import collections, datetime, enum
for t in (int, str, list, dict, object, type, BaseException, type(lambda: 0), datetime.date, collections.deque):
    for change in (lambda: setattr(t, "left", 1), lambda: t.__dict__.update(left=1), lambda: type.__setattr__(t, "left", 1), lambda: object.__setattr__(t, "left", 1)):
        try:
            change()
        except (TypeError, AttributeError):
            continue
        raise SystemExit(f"{t} was changed")
collections.OrderedDict.left = enum.Enum.left = 1
object.__init_subclass__
class Left(dict): pass
print("done")
