# attack: names through which other Pythons reach the machine
# expect: exited
# output: none
found = []
for name in ["__import__", "eval", "exec", "compile", "open", "globals", "input", "breakpoint", "memoryview"]:
  if name in dir(os) or name in dir(sys) or name in dir(time):
    found.append(name)
print(found or "none")
