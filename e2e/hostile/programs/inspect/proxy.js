// attack: proxies whose every trap throws, printed
// expect: exited
// output: {} {}
const t = new Proxy({}, { get() { throw 1 } }); console.log(new Proxy({}, t), Object.create(new Proxy({}, t)))
