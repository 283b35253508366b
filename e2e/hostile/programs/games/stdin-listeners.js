// attack: listeners of standard input that never let go
// expect: exited, timeout
// why: input that has ended lets the program end, unless it is taken for open
// exit: 0
process.stdin.on('data', () => { }); process.stdin.resume(); process.stdin.on('end', () => process.stdin.on('data', () => { }))
