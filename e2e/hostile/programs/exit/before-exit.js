// attack: a beforeExit handler that always finds more to do
// expect: timeout
process.on('beforeExit', () => setImmediate(() => {}))
