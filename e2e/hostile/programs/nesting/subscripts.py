# attack: 200,000 nested subscripts
# expect: uncaught_error
x = @repeat(200000, "a[")1@repeat(200000, "]")
