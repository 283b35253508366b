import sys


def work():
    try:
        raise ValueError("lost")
    finally:
        print("cleaning up")
        sys.exit(4)


work()
