# attack: a negative exit code
# expect: exited
# exit: 255
raise SystemExit(-1)
