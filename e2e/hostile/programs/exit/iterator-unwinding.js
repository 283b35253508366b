// attack: a return method that is called while exit unwinds, and never ends
// expect: exited
// exit: 13
const it = { [Symbol.iterator]: () => ({ next: () => ({ value: 1 }), return() { for (;;) ; } }) }
for (const v of it) process.exit(13)
