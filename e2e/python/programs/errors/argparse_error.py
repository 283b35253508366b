import argparse

p = argparse.ArgumentParser(prog="tool")
p.add_argument("--count", type=int, default=1)
p.add_argument("name")
print(p.parse_args(["--count", "3", "x"]))
p.parse_args(["--count", "many", "x"])
