// attack: names declared again and again, each time an error whose line must be found
// expect: uncaught_error, timeout
// why: the time that the compiler takes grows with the square of the number of errors
@repeat(1000, "let a = 1; const a = 2; class a {} function a() {}\n")
