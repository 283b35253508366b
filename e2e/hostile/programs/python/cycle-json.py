# attack: JSON text of a list that contains itself
# expect: uncaught_error
# says: cycle
x = []
x.append(x)
json.encode(x)
