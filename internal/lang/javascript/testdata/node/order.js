// The order of ticks, promise jobs, timers and immediates.
const log = (...a) => console.log(a.join(' '));
setTimeout(() => {
  log('timeout 1');
  process.nextTick(() => log('tick in timeout'));
  Promise.resolve().then(() => log('job in timeout'));
}, 1);
setTimeout(() => log('timeout 1b'), 1);
setTimeout(() => log('timeout 90'), 90);
setTimeout(() => log('timeout 30'), 30);
setTimeout((a, b) => log('args', a, b), 15, 'x', 2);
process.nextTick((x) => log('tick', x), 1);
process.nextTick(() => {
  log('tick 2');
  process.nextTick(() => log('tick 4'));
  Promise.resolve().then(() => log('job 3'));
});
Promise.resolve().then(() => {
  log('job 1');
  process.nextTick(() => log('tick after jobs'));
}).then(() => log('job 4'));
queueMicrotask(() => log('job 2'));
process.nextTick(() => log('tick 3'));
(async () => {
  log('async begins');
  await null;
  log('async goes on');
  await new Promise((r) => setTimeout(r, 60));
  log('async 60');
})();
log('main');
setTimeout(() => {
  setImmediate(() => log('immediate in timeout'));
  setTimeout(() => log('timeout in timeout'), 0);
  process.nextTick(() => log('tick before immediate'));
}, 140);
setTimeout(() => {
  setImmediate(() => {
    log('i1');
    setImmediate(() => log('i3'));
    Promise.resolve().then(() => log('i1 job'));
  });
  setImmediate(() => log('i2'));
}, 180);
