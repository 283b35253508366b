// attack: exit in the executor of a promise, whose errors become rejections
// expect: exited
// exit: 8
new Promise(() => process.exit(8)).catch(() => { for (;;) ; })
