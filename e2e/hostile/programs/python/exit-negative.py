# attack: a negative exit code
# expect: exited
# exit: 255
exit(-1)
