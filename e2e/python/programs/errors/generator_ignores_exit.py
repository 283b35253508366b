def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = stubborn()
print(next(g))
g.close()
