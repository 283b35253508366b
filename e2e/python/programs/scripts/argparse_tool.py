import argparse
import sys


def build():
    p = argparse.ArgumentParser(prog="tool", description="Does things.")
    p.add_argument("files", nargs="*")
    p.add_argument("-n", "--count", type=int, default=1)
    p.add_argument("-v", "--verbose", action="store_true")
    p.add_argument("--mode", choices=["fast", "slow"], default="fast")
    p.add_argument("--tag", action="append", default=[])
    return p


args = build().parse_args(sys.argv[1:])
print(args)
print(args.files, args.count * 2, args.verbose, args.tag)
print(vars(build().parse_args([])))
print(build().parse_args(["-n5", "--mode=slow", "x"]))
