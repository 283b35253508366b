const fs = require('fs'); const fsp = fs.promises; const D = process.argv[2];
(async () => {
  const fh = await fsp.open(D + '/h', 'w+', 0o600);
  console.log(typeof fh.fd, fh.constructor.name);
  console.log(await fh.write('hello world'));
  console.log((await fh.write(Buffer.from('XYZ'), 0, 2, 6)).bytesWritten);
  const b = Buffer.alloc(5);
  console.log((await fh.read(b, 0, 5, 0)).bytesRead, b.toString());
  console.log(await fh.read({ buffer: Buffer.alloc(4), position: 2 }));
  console.log(await fh.readFile('utf8'), (await fh.stat()).size);
  await fh.truncate(4);
  await fh.appendFile('!!');
  console.log((await fh.stat()).size);
  await fh.close();
  console.log(fh.fd);
  await fh.read(b, 0, 1, 0).catch(e => console.log(e.code, e.syscall));
  console.log(await fsp.readFile(D + '/h'), (fs.statSync(D + '/h').mode & 0o777).toString(8));
  const a = await fsp.open(D + '/h', 'a+'); await a.write('end'); console.log((await a.readFile()).length); await a.close();
  const fd = fs.openSync(D + '/h', 'r+');
  console.log(fs.readSync(fd, b), fs.readSync(fd, b, { length: 2 }), fs.readSync(fd, b, 0, 5, null), fs.writeSync(fd, 'zz', 0), fs.writeSync(fd, Buffer.from('abc'), 1, 1));
  fs.ftruncateSync(fd, 3); console.log(fs.fstatSync(fd).size); fs.closeSync(fd);
  fs.write(fs.openSync(D + '/w', 'w'), 'text', (e, n, s) => {
    console.log(e, n, s);
    fs.read(fs.openSync(D + '/w'), (e, n, buf) => {
      console.log(e, n, buf.length, buf.toString('utf8', 0, n));
      fs.exists(D + '/w', (x) => {
        console.log('exists', x);
        fs.mkdir(D + '/q/r', { recursive: true }, (e) => {
          console.log('mkdir', e);
          fs.rm(D + '/q', { recursive: true }, (e) => console.log('rm', e, fs.existsSync(D + '/q')));
        });
      });
    });
  });
})();
