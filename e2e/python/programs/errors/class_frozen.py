from dataclasses import dataclass, FrozenInstanceError, replace


@dataclass(frozen=True)
class Version:
    major: int
    minor: int = 0


v = Version(1)
print(v, replace(v, minor=5), hash(v) == hash(Version(1, 0)))
try:
    v.major = 2
except FrozenInstanceError as e:
    print(type(e).__mro__[1].__name__, e)
del v.minor
