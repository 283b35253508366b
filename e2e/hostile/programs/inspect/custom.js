// attack: a custom inspection that never ends
// expect: timeout
console.log({ [Symbol.for('nodejs.util.inspect.custom')]() { for (;;) ; } })
