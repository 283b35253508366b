# attack: 100,000 decorators
# expect: uncaught_error
@repeat(100000, "@f\n")def g(): pass
