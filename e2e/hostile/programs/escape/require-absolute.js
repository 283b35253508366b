// attack: modules from the machine by absolute and relative path
// expect: exited
// output: none
const found = []
for (const m of ['/etc/passwd', '../../../etc/passwd', '/proc/self/environ', './', '..', 'file:///etc/passwd', 'data:text/javascript,1', '/etc/passwd.json'])
  try { require(m); found.push(m) } catch { }
console.log(found.join() || 'none')
