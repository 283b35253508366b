// fs with promises, and FileHandle.
const { async, constants } = require('internal:files');
const steps = require('internal:filesteps');
const EventEmitter = require('events');
const { Promise, Object, Symbol } = internal.global;

// promised begins when it is called, and rejects for arguments that are wrong too.
const promised = (begin, args) => new Promise((resolve, reject) => {
  async(begin(...args), (error, value) => (error ? reject(error) : resolve(value)));
});

for (const name of Object.keys(steps)) {
  if (['exists', 'fstat', 'ftruncate', 'open', 'close', 'read', 'write'].includes(name)) continue;
  exports[name] = { [name]: (path, ...args) => promised(steps[name], [path instanceof FileHandle ? path.fd : path, ...args]) }[name];
}

exports.open = async function open(path, flags, mode) {
  return new FileHandle(await promised(steps.open, [path, flags, mode]));
};

class FileHandle extends EventEmitter {
  #fd;
  #closing;
  constructor(fd) {
    super();
    this.#fd = fd;
  }
  get fd() { return this.#closing ? -1 : this.#fd; }
  async read(...args) {
    const [bytesRead, buffer] = await promised(steps.read, [this.fd, ...args]);
    return { bytesRead, buffer };
  }
  async write(...args) {
    const [bytesWritten, buffer] = await promised(steps.write, [this.fd, ...args]);
    return { bytesWritten, buffer };
  }
  readFile(options) { return promised(steps.readFile, [this.fd, options]); }
  writeFile(data, options) { return promised(steps.writeFile, [this.fd, data, options]); }
  appendFile(data, options) { return promised(steps.appendFile, [this.fd, data, options]); }
  stat() { return promised(steps.fstat, [this.fd]); }
  truncate(size) { return promised(steps.ftruncate, [this.fd, size]); }
  close() {
    this.#closing ??= promised(steps.close, [this.#fd]).then(() => { this.emit('close'); });
    return this.#closing;
  }
  createReadStream(options) { return new (require('internal:filestreams').ReadStream)(undefined, { ...options, fd: this }); }
  createWriteStream(options) { return new (require('internal:filestreams').WriteStream)(undefined, { ...options, fd: this }); }
}
if (Symbol.asyncDispose) FileHandle.prototype[Symbol.asyncDispose] = FileHandle.prototype.close;

exports.constants = constants;
