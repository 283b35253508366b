// attack: prototypes of the language changed for the next program of the worker
// expect: exited
// output: done
Object.prototype.polluted = 'yes'; Array.prototype.push = () => 'no'; Function.prototype.call = null
String.prototype.toUpperCase = () => 'no'; Promise.prototype.then = null; Object.keys = () => ['no']
Object.defineProperty(Object.prototype, 'get', { get() { return 1 } })
process.stdout.write('done\n')
