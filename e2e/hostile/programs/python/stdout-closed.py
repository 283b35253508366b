# attack: print to an object that is no file
# expect: uncaught_error
print("x", file = os)
