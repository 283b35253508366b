# attack: 100,000 nested lambdas in the source
# expect: stack_overflow
f = @repeat(100000, "lambda: ")1
