class Meta(type):
    def __call__(cls, *a):
        return super().__call__(*a)
class A(metaclass=Meta):
    def __init__(self, x):
        self.value = x
    def __getattr__(self, name):
        raise AttributeError(name)
    @property
    def p(self):
        return self.valu
    def __repr__(self): return 'A'
print(A(1).value)
sorted([3, 1, 2], key=lambda v: A(v).p)
