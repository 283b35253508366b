// attack: sources of the runtime, by the text of its functions
// expect: exited
// output: none
const seen = []; for (const o of [process, console, Buffer, globalThis]) for (const k in o) try { if (/node:elided|prelude/.test(Function.prototype.toString.call(o[k]))) seen.push(k) } catch { }
console.log(seen.join() || 'none')
