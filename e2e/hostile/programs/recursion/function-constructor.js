// attack: functions that compile the next function
// expect: stack_overflow
globalThis.f = () => Function('return f()')(); f()
