// attack: recursion by way of call, apply and Reflect.apply
// expect: stack_overflow
// slow: yes
function f() { return f.call.apply(Reflect.apply, [null, f, null, []]) }
f()
