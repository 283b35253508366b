// attack: an exit handler that never ends
// expect: timeout
process.on('exit', () => { for (;;) ; })
