// attack: finalizers and weak references that bring back what is collected
// expect: exited
// exit: 0
if (typeof FinalizationRegistry === 'function') { const r = new FinalizationRegistry(v => r.register({}, v)); for (let i = 0; i < 1e4; i++) r.register({}, i) }
console.log('done')
