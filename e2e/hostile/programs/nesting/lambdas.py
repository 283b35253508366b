# attack: 100,000 nested lambdas in the source
# expect: uncaught_error
f = @repeat(100000, "lambda: ")1
