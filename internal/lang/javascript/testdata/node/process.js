console.log(typeof process.pid, process.platform, typeof process.arch, process.version.startsWith('v20.'));
console.log(Array.isArray(process.argv), process.argv.length);
process.env.NEW = 'y'; console.log(process.env.NEW, process.env.NOPE, 'NOPE' in process.env);
console.log(process.exitCode);
console.log(typeof process.hrtime(), process.hrtime().length, typeof process.hrtime.bigint(), process.hrtime([0, 0])[0] >= 0);
console.log(typeof process.uptime(), typeof process.memoryUsage().heapUsed, typeof process.title);
console.log(process.stdout.write('written\n'), process.stderr.write(''));
process.stdout.write('cb\n', () => console.log('written callback'));
process.stdout.write(new Uint8Array([104, 105, 10]));
try { process.stdout.write(5); } catch (e) { console.log(e.code); }
try { process.stdout.write(null); } catch (e) { console.log(e.name); }
console.log(process.emit('nobody'), process.listenerCount('exit'));
const f = (a) => console.log('custom', a);
process.on('custom', f); process.once('custom', () => console.log('once'));
console.log(process.emit('custom', 1), process.emit('custom', 2), process.listenerCount('custom'));
process.off('custom', f); console.log(process.emit('custom', 3));
try { process.on('x', 5); } catch (e) { console.log(e.code); }
try { process.nextTick(5); } catch (e) { console.log(e.code); }
try { process.exit('abc'); } catch (e) { console.log(e.code); }
try { process.exit(1.5); } catch (e) { console.log(e.code); }
process.on('beforeExit', (code) => {
  console.log('beforeExit', code);
  if (!process.again) { process.again = true; setTimeout(() => console.log('more work'), 1); }
});
process.on('exit', (code) => { console.log('exit', code, process.exitCode); setTimeout(() => console.log('never'), 0); Promise.resolve().then(() => console.log('job in exit')); });
process.exitCode = 3;
console.log(process === require('process'), process === require('node:process'), global === globalThis, process === globalThis.process);
