# attack: sleeps of no number, of infinity and of less than nothing
# expect: uncaught_error
sleep(float("nan"))
