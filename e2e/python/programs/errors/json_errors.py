import json

for text in ('{"a": 1', "[1, 2,]", "{'a': 1}", "", "nul", '"\x01"', '{"a" 1}', "[1] 2"):
    try:
        print(json.loads(text))
    except json.JSONDecodeError as e:
        print(e.msg, e.lineno, e.colno, e.pos)
try:
    json.dumps({1, 2})
except TypeError as e:
    print(e)
json.loads('{"key": [1, 2, oops]}')
