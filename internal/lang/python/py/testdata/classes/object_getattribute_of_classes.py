# object.__getattribute__ of a class sees what is its own and its metaclass's; type's, its bases' too.


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Meta(type):
    tag = 'meta'

    def who(cls):
        return 'of ' + cls.__name__


class A:
    tag = 'A'
    other = 'other'
    f = staticmethod(len)


class B(A, metaclass=Meta):
    pass


class Loud(type):
    def __getattribute__(cls, name):
        return 'loud', super().__getattribute__(name)


class C(A, metaclass=Loud):
    own = 1


class Strict(type):
    def __getattribute__(cls, name):
        return object.__getattribute__(cls, name)


class D(A, metaclass=Strict):
    own = 1


get = object.__getattribute__
show(lambda: get(A, 'tag'))
show(lambda: get(B, 'tag'))
show(lambda: get(B, 'other'))
show(lambda: get(B, 'who')())
show(lambda: type(get(A, 'f')).__name__)
show(lambda: (get(B, '__name__'), get(B, '__bases__')))
show(lambda: get(int, 'real'))
show(lambda: type.__getattribute__(B, 'other'))
show(lambda: (C.own, C.other, C.tag))
show(lambda: C.nope)
show(lambda: D.own)
show(lambda: D.other)
show(lambda: (D.__name__, D.mro()))
show(lambda: (B.tag, B.other, B.who(), Meta.who(B)))
show(lambda: type.__getattribute__ is object.__getattribute__)
show(lambda: get(5, 'real'))
show(lambda: type.__getattribute__(5, 'real'))
