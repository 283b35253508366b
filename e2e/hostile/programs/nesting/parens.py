# attack: 200,000 nested parentheses in the source
# expect: uncaught_error
x = @repeat(200000, "(")2@repeat(200000, ")")
