// attack: a global getter that runs whenever anything is looked up
// expect: timeout
Object.defineProperty(globalThis, 'x', { get() { return x1 } }); Object.defineProperty(globalThis, 'x1', { get() { for (;;) ; } })
x
