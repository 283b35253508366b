// attack: exports of modules replaced for the next program of the worker
// expect: exited
// output: done
require('util').inspect = () => 'polluted'; require('util').inspect.custom = 1
require('path').join = () => 'polluted'; require('events').prototype.emit = () => { throw 1 }
process.stdout.write('done\n')
