import os
print("hello", os.environ.get("NAME"))
