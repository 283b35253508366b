# attack: 200,000 additions in one expression
# expect: uncaught_error
x = 1@repeat(200000, "+1")
