def f(x, *, key): return x
print(f(1, key=2))
d = {'a': [1, 2, {'b': None}]}
print(d['a'][2]['b']['c'])
