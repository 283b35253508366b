# attack: finally with continue, which takes every exception back
# expect: timeout
while True:
  try:
    raise SystemExit
  finally:
    continue
