ops = {
    "half": lambda x: x / 2,
    "inverse": lambda x: 1 / x,
}
for name, op in ops.items():
    print(name, op(4))
for name, op in ops.items():
    print(name, op(0))
