// attack: Go values behind the objects that the runtime gives
// expect: exited
// output: none
const odd = [], seen = new Set()
const look = (o, path, depth) => {
  if (Object(o) !== o || seen.has(o) || depth > 4) return
  seen.add(o)
  for (const k of Reflect.ownKeys(o)) {
    if (typeof k === 'string' && /^[A-Z][a-z]+[A-Z]|^(Lock|Unlock|Close|Write|Read|Interrupt|RunString)$/.test(k) && typeof o[k] === 'function' && !o[k].prototype && path === 'process') odd.push(path + '.' + k)
    let v; try { v = o[k] } catch { }
    look(v, String(k), depth + 1)
  }
}
look(process, 'process', 0); look(process.stdout, 'stdout', 0)
console.log(odd.join() || 'none')
