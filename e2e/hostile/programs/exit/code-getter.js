// attack: an exit code that is a getter that throws
// expect: exited, uncaught_error
// why: whether the code is read through a property of the program's is the runtime's affair
Object.defineProperty(process, 'exitCode', { get() { throw new Error('no code') } })
