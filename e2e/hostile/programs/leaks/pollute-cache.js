// attack: the same source compiled before under another name, with a mutable template object
// expect: exited
// output: 1
const t = s => s; const o = (() => t`x`)(); try { o.left = 1 } catch { } ; o.raw === o
console.log(1)
