from enum import Enum, unique


class Color(Enum):
    RED = 1
    BLUE = 2


print(Color(1), Color["BLUE"])
for act in (lambda: Color["GREEN"], lambda: Color.RED < Color.BLUE, lambda: setattr(Color, "RED", 5)):
    try:
        act()
    except Exception as e:
        print(type(e).__name__, e)
Color(3)
