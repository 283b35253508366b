// attack: exit in the return method of an iterator that is being closed
// expect: exited
// exit: 12
const it = { [Symbol.iterator]: () => ({ next: () => ({ value: 1 }), return() { process.exit(12) } }) }
for (const v of it) break
for (;;) ;
