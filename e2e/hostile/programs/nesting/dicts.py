# attack: 200,000 nested dict displays in the source
# expect: uncaught_error
x = @repeat(200000, "{1:")2@repeat(200000, "}")
