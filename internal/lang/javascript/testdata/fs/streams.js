const fs = require('fs'); const D = process.argv[2];
const log = (...a) => console.log(...a);
fs.writeFileSync(D + '/in', 'héllo wörld '.repeat(20000));
(async () => {
  await new Promise(done => {
    const r = fs.createReadStream(D + '/in', { encoding: 'utf8', highWaterMark: 1001 });
    let text = '';
    r.on('open', fd => log('open', typeof fd)); r.on('ready', () => log('ready'));
    r.on('data', c => { text += c; }); r.on('end', () => log('end', text === 'héllo wörld '.repeat(20000), r.bytesRead)); r.on('close', () => { log('close', r.destroyed); done(); });
  });
  let n = 0;
  for await (const c of fs.createReadStream(D + '/in', { start: 5, end: 100 })) n += c.length;
  log('range', n);
  try { for await (const c of fs.createReadStream(D + '/none')) n++; } catch (e) { log('iter', e.code); }
  await new Promise(done => {
    const w = fs.createWriteStream(D + '/out');
    log(w.write('a'), w.write(Buffer.alloc(20000)), w.writableNeedDrain);
    w.on('drain', () => { log('drain', w.bytesWritten); w.end('last', () => log('end cb')); });
    w.on('finish', () => log('finish', w.writableFinished)); w.on('close', () => { log('close', fs.statSync(D + '/out').size); done(); });
  });
  await new Promise(done => {
    fs.createReadStream(D + '/in').pipe(fs.createWriteStream(D + '/copy')).on('finish', () => log('piped')).on('close', () => { log(fs.readFileSync(D + '/copy').equals(fs.readFileSync(D + '/in'))); done(); });
  });
  await new Promise(done => {
    const r = fs.createReadStream(D + '/in'); let k = 0;
    r.on('data', c => { k++; r.pause(); log('chunk', c.length, r.isPaused()); setTimeout(() => r.resume(), 1); });
    r.on('end', () => log('chunks', k)); r.on('close', done);
  });
  await new Promise(done => {
    const w = fs.createWriteStream(D + '/nodir/x'); w.on('error', e => log('error', e.code, e.syscall)); w.on('close', () => { log('closed'); done(); });
    w.write('x');
  });
  await new Promise(done => {
    const w = fs.createWriteStream(D + '/x'); w.end('x'); w.on('error', e => log('error', e.code, e.message)); w.on('close', () => { log('closed'); done(); });
    w.write('y');
  });
  await new Promise(done => {
    const r = fs.createReadStream(D + '/in'); r.on('error', e => log('error', e.message)); r.on('close', () => { log('destroyed'); done(); });
    r.once('data', () => r.destroy(new Error('enough')));
  });
  await new Promise(done => {
    const w = fs.createWriteStream(D + '/patch', { flags: 'w' }); w.end('0123456789'); w.on('close', () => {
      const p = fs.createWriteStream(D + '/patch', { flags: 'r+', start: 3 }); p.end('xyz'); p.on('close', () => { log(fs.readFileSync(D + '/patch', 'utf8')); done(); });
    });
  });
  for await (const c of fs.createReadStream(D + '/patch', 'utf8')) { log('for', c); break; }
  fs.createReadStream(D + '/patch').pipe(process.stdout);
})();
