# attack: a field of a billion characters through formatting
# expect: uncaught_error
print("%1000000000d" % 1)
