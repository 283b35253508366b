// attack: every intrinsic frozen for the next program of the worker
// expect: exited
// output: done
const seen = new Set(); const freeze = o => {
  if (Object(o) !== o || seen.has(o)) return
  seen.add(o)
  for (const k of Reflect.ownKeys(o)) try { const d = Reflect.getOwnPropertyDescriptor(o, k); freeze(d?.value); freeze(d?.get) } catch { }
  freeze(Object.getPrototypeOf(o)); try { Object.freeze(o) } catch { }
}
for (const m of ['util', 'events', 'buffer', 'url', 'path']) freeze(require(m))
const write = process.stdout.write; freeze(globalThis); write('done\n')
