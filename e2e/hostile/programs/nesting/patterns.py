# attack: 200,000 nested patterns
# expect: uncaught_error
match 1:
  case @repeat(200000, "[")x@repeat(200000, "]"): pass
