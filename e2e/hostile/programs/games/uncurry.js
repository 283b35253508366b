// attack: call and apply replaced, which the runtime itself calls with
// expect: exited
// output: timer
Function.prototype.call = Function.prototype.apply = Function.prototype.bind = Reflect.apply = () => { throw 1 }
setTimeout(() => process.stdout.write('timer\n'), 1)
