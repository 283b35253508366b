// attack: exit in a promise job
// expect: exited
// exit: 7
Promise.resolve().then(() => process.exit(7)).then(() => { for (;;) ; })
