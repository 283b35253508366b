# attack: a comprehension of 50,000 clauses
# expect: uncaught_error
[x @repeat(50000, "for x in y ")]
