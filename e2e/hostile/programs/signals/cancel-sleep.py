# attack: a sleep of a thousand years that is cancelled
# expect: cancelled
# cancel: ready
print("ready")
time.sleep(3e10)
