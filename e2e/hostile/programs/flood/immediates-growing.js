// attack: more immediates than an execution may have
// expect: timer_limit
for (;;) setImmediate(() => {})
