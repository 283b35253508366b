# attack: 50,000 elif branches
# expect: uncaught_error
if 0: pass
@repeat(50000, "elif 0: pass\n")
