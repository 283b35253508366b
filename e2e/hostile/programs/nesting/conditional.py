# attack: a chain of 100,000 conditional expressions
# expect: uncaught_error
x = @repeat(100000, "1 if 0 else ")2
