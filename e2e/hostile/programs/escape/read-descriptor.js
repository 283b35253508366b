// attack: descriptors of the worker: its socket and what it may have inherited
// expect: exited
// output: none
const fs = require('fs'), read = []
for (let fd = 3; fd < 100; fd++) try { read.push(fd, fs.readFileSync(fd).length) } catch { }
for (let fd = 3; fd < 100; fd++) try { read.push(fd, fs.writeSync(fd, 'x')) } catch { }
console.log(read.join() || 'none')
