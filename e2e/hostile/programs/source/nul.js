// attack: NUL, control characters and a broken end in the source
// expect: uncaught_error
x = '@repeat(1, "\u0000")@repeat(1, "\u001b")[2J' + `unclosed
