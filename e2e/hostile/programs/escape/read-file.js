// attack: files of the machine, by every kind of name
// expect: exited
// output: none
const fs = require('fs'), read = []
for (const f of ['/etc/passwd', '/proc/self/maps', '/proc/self/environ', '/proc/1/root/etc/passwd', '../../../etc/passwd', 'file:///etc/passwd', '/dev/mem', '.', '/', '\0/etc/passwd'])
  try { read.push(f, fs.readFileSync(f, 'utf8').length) } catch { }
try { read.push(fs.readFileSync(new URL('file:///etc/passwd'))) } catch { }
console.log(read.join() || 'none')
