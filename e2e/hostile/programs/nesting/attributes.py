# attack: 200,000 attributes of attributes
# expect: uncaught_error
x = f@repeat(200000, ".a")
