// attack: exit within a generator whose finally yields for ever
// expect: exited
// exit: 14
function* g() { try { yield 1 } finally { for (;;) yield 2 } }
for (const v of g()) process.exit(14)
