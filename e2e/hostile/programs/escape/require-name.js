// attack: names of modules that are no text, are huge, or have NUL in them
// expect: exited
// output: none
const found = []
for (const m of [{ toString: () => 'fs' }, ['fs'], '\0', 'x'.repeat(1 << 20), '__proto__', 'constructor', 'hasOwnProperty', '', Symbol.iterator, new Proxy({}, {})])
  try { require(m); found.push(String(m).slice(0, 20)) } catch { }
console.log(found.join() || 'none')
