try:
    raise "text"
except TypeError as e:
    print(e)
try:
    raise int
except TypeError as e:
    print(e)
try:
    raise ValueError from "x"
except TypeError as e:
    print(e)
raise 42
