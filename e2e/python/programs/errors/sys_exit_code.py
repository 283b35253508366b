import sys


def main(argv):
    print("args", argv)
    return 3


sys.exit(main(sys.argv[1:]))
