// attack: every module of Node's that reaches the machine
// expect: exited
// output: none
const found = []
for (const m of ['child_process', 'cluster', 'dgram', 'dns', 'http', 'http2', 'https', 'inspector', 'module', 'net', 'repl', 'tls', 'v8', 'vm', 'wasi', 'worker_threads', 'sqlite', 'process/../fs', '../fs'])
  for (const n of [m, 'node:' + m]) try { require(n); found.push(n) } catch { }
console.log(found.join() || 'none')
