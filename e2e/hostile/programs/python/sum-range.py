# attack: native calls over endless and very long iterators, which no step interrupts
# expect: timeout
x = max(range(10000000000))
