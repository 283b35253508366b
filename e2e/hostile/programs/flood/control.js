// attack: control characters and escape sequences for a terminal or a log
// expect: exited
// exit: 0
console.log('\u0000\u001b]0;title\u0007\u001b[2J\r\n\u0085\u2028' + 'time=now level=ERROR msg=forged\n'.repeat(100))
