// attack: a typed array of 16 MiB and a string of 16 MiB, printed
// expect: exited
// exit: 0
console.log(new Uint8Array(16 << 20), ['x'.repeat(16 << 20)])
