def items():
    for x in (1, 2, [], 3):
        print("item", x)
        yield x
print({1, 2}.intersection(items()))
try:
    {1, 2, 3}.intersection(items())
except TypeError as e:
    print(e)
print({1}.intersection([1, {}]), frozenset({2}).intersection((2, [])), set().intersection([1]), {1, 2}.intersection({2}, [2, 3]))
