# attack: f-strings in f-strings' format specifications
# expect: uncaught_error
x = f'@repeat(50000, "{1:")1@repeat(50000, "}")'
