# attack: lambdas that call each other without end
# expect: stack_overflow
d = {}
d["a"] = lambda: d["b"]()
d["b"] = lambda: [d["a"]() for x in [1]]
d["a"]()
