# attack: 200,000 nested targets
# expect: uncaught_error
@repeat(200000, "[")x@repeat(200000, "]") = 1
