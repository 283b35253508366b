// attack: recursion that the error handler of the runtime continues
// expect: stack_overflow
process.on('uncaughtException', function again() { again() })
throw 1
