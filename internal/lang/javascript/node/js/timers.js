// timers: the globals by another name.
const names = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'clearImmediate'];
for (const name of names) exports[name] = internal.host(name);
internal.global.Object.defineProperty(exports, 'promises', {
  configurable: true, enumerable: true,
  get: () => require('timers/promises'),
});
