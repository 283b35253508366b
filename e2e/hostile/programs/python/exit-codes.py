# attack: an exit code beyond 8 bits
# expect: exited
# exit: 7
sys.exit(256 * 10 ** 30 + 7)
