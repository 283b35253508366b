// attack: one name declared a thousand times, each time in every way
// expect: uncaught_error
// timeout: 3s
@repeat(1000, "let a = 1; const a = 2; class a {} function a() {}\n")
