# attack: a hundred thousand nots
# expect: uncaught_error
x = @repeat(100000, "not ")1
