# attack: a sleep until the end of time
# expect: timeout
sleep(1e300)
