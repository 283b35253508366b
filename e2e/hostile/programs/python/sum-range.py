# attack: a native call over a billion elements, which no step interrupts
# expect: timeout
x = max(range(10000000000))
