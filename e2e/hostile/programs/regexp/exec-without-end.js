// attack: an exec of its own that matches for ever
// expect: timeout
const r = /a/g; r.exec = () => ({ index: 0, length: 1, 0: '' })
for (;;) try { r[Symbol.replace]('aaa', 'b'); break } catch {}
'aaa'.replaceAll(r, 'b')
