// attack: a function that calls itself without end
// expect: stack_overflow
function f() { return f() + 1 }
f()
