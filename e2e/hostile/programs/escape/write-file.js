// attack: writing files of the machine
// expect: exited
// output: none
const fs = require('fs'), done = []
for (const f of ['writeFileSync', 'appendFileSync', 'mkdirSync', 'unlinkSync', 'rmSync', 'symlinkSync', 'linkSync', 'chmodSync', 'renameSync', 'createWriteStream', 'openSync'])
  try { if (fs[f]) { fs[f]('/tmp/hostile-was-here', 'x'); done.push(f) } } catch { }
console.log(done.join() || 'none')
