# attack: functions in functions, a hundred deep, made by exec
# expect: uncaught_error, exited
# why: the depth of indentation is bounded; what is below runs
# output: end
exec("".join(" " * i + f"def f{i}():\n" for i in range(90)) + " " * 90 + "return f0\n")
print("end")
