// attack: Error.prepareStackTrace, which gets the frames of the runtime
// expect: exited
// output: none
const seen = []
Error.prepareStackTrace = (e, frames) => { for (const f of frames ?? []) if (f.getThis?.() || f.getFunction?.()) seen.push('frame'); return 'mine' }
Error.stackTraceLimit = Infinity
try { null.x } catch (e) { String(e.stack) }
try { require('missing') } catch (e) { String(e.stack) }
console.log(seen.join() || 'none')
