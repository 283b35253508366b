from abc import ABC, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self): ...

    @abstractmethod
    def name(self): ...


class Square(Shape):
    def area(self):
        return 4


class Full(Square):
    def name(self):
        return "full"


print(Full().area(), Full().name())
try:
    Shape()
except TypeError as e:
    print(e)
Square()
