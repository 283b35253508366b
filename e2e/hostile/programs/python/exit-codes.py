# attack: an exit code beyond 8 bits and beyond 64
# expect: exited
# exit: 7
sys.exit(256 * 1000000000000000000000000000 + 7)
