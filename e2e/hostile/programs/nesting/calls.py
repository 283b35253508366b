# attack: 200,000 calls of calls
# expect: uncaught_error
x = f@repeat(200000, "()")
