# attack: nested loops beyond what the language allows, in the source of exec
# expect: uncaught_error
# says: too many statically nested blocks
exec("".join(" " * i + "for x in y:\n" for i in range(30)) + " " * 30 + "pass\n")
