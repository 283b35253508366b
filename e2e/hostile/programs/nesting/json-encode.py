# attack: JSON text of a list nested 200,000 times
# expect: uncaught_error
# says: nest
x = []
for i in range(200000):
  x = [x]
json.encode(x)
