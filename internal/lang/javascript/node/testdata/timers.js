const timers = require('timers');
const { setTimeout: wait, setImmediate: soon, setInterval: every, scheduler } = require('timers/promises');
print(timers.setTimeout === setTimeout, timers.setImmediate === setImmediate, timers.promises === require('timers/promises'));
(async () => {
  print(await wait(1, 'value'), await soon('soon'), await wait(), await scheduler.wait(1));
  const gone = web.AbortSignal.abort('reason');
  await wait(1, 0, { signal: gone }).catch((e) => print(e.name, e.code, e.message, e.cause));
  await soon(0, { signal: gone }).catch((e) => print(e.name, e.code));
  await wait(1, 0, { signal: {} }).catch((e) => print(e.code, e.message)); await wait(1, 0, 5).catch((e) => print(e.code, e.message)); await wait(1, 0, { ref: 1 }).catch((e) => print(e.code, e.message));
  const c = new web.AbortController(); const p = wait(1000, 0, { signal: c.signal }); c.abort(); await p.catch((e) => print(e.name));
})();
