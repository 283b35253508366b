// attack: the functions that called, by arguments.callee and caller
// expect: exited
// output: none
const seen = []
function f() { try { if (arguments.callee.caller) seen.push('callee') } catch { } ; try { if (f.caller) seen.push('caller') } catch { } ; try { if (f.arguments) seen.push('arguments') } catch { } }
[1].forEach(f); console.log(seen.join() || 'none')
