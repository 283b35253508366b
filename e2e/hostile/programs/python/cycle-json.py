# attack: JSON text of a list that contains itself
# expect: uncaught_error
# says: Circular reference
import json
x = []
x.append(x)
json.dumps(x)
