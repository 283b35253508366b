# throw of a generator that waits for an object with a throw of its own.
class Iter:
    def __iter__(self): return self
    def __next__(self): return 1
    def throw(self, *x):
        print('throw', x)
        if x[0] == 5: raise StopIteration(7)
        return 456
def gen():
    print('got', (yield from Iter()))
    yield 'end'
g = gen(); print(next(g)); g.close()
g = gen(); print(next(g)); print(g.throw(123)); print(g.throw(ZeroDivisionError)); print(g.throw(ZeroDivisionError, 'x')); print(g.throw(5))
g = gen()
try: g.throw(123)
except TypeError as e: print(e)
class Iter2:
    def __iter__(self): return self
    def __next__(self): return 1
def gen2(): yield from Iter2()
g = gen2(); print(next(g))
try: g.throw(ValueError)
except ValueError: print('ValueError')
g = gen2(); print(next(g))
try: g.throw(123)
except TypeError as e: print(e)
print(next(g))
def outer(): yield from gen()
g = outer(); print(next(g)); print(g.throw(ValueError('q')))
try: g.throw(12)
except TypeError as e: print(e)
