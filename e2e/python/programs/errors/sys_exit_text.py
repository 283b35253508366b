import sys

print("checking")
sys.exit("fatal: the input is missing")
