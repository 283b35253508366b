// attack: an exec of its own that matches for ever
// expect: timeout, memory_limit
// why: the matches are collected, so that memory may be first
const r = /a/g; r.exec = () => ({ index: 0, length: 1, 0: '' })
for (;;) try { r[Symbol.replace]('aaa', 'b'); break } catch {}
'aaa'.replaceAll(r, 'b')
