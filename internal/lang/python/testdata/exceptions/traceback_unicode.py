def f():
    print('héé', [1,2][5], 'ü')
f()
