// attack: recursion by way of Reflect.construct and its new target
// expect: stack_overflow
// slow: yes
function F() { return Reflect.construct(F, [], F) }
Reflect.construct(F, [])
