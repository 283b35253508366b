# attack: numbers and strings of one hash, in a dict
# expect: timeout, exited
# why: a fast machine does it in time
# output: True
p = 2 ** 61 - 1
d = {i * p: i for i in range(1, 60000)}
print(len(d) > 0)
