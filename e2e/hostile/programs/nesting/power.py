# attack: 200,000 powers of powers
# expect: uncaught_error
x = 1@repeat(200000, "**1")
