# What a class method is of, operators that can't be asked, __class__ in a metaclass's mro.
class A:
    @classmethod
    @property
    def name(cls):
        return cls.__name__

    def method(self, cls):
        return "called", cls


class B(A):
    bound = classmethod(A().method)
    twice = classmethod(classmethod(lambda cls: cls))


print(A.name, B.name, B().name, B.bound(), B.twice())


class Unequal:
    @property
    def __eq__(self):
        raise AttributeError("not to be had")


print(Unequal() == Unequal())


class Meta(type):
    def mro(self):
        self.__dict__["shows"]()
        return super().mro()


class C(metaclass=Meta):
    def shows():
        print(__class__)
