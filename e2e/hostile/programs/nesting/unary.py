# attack: a million unary operators
# expect: uncaught_error
x = @repeat(1000000, "-")1
