// fs with promises, and FileHandle.
const { async, constants, failure } = require('internal:files');
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
  #ask(syscall, begin, args) {
    if (this.#closing) return Promise.reject(failure('EBADF', syscall));
    return promised(begin, [this.#fd, ...args]);
  }
  async read(...args) {
    const [bytesRead, buffer] = await this.#ask('read', steps.read, args);
    return { __proto__: null, bytesRead, buffer };
  }
  async write(...args) {
    const [bytesWritten, buffer] = await this.#ask('write', steps.write, args);
    return { __proto__: null, bytesWritten, buffer };
  }
  readFile(options) { return this.#ask('read', steps.readFile, [options]); }
  writeFile(data, options) { return this.#ask('write', steps.writeFile, [data, options]); }
  appendFile(data, options) { return this.#ask('write', steps.appendFile, [data, options]); }
  stat() { return this.#ask('fstat', steps.fstat, []); }
  truncate(size) { return this.#ask('ftruncate', steps.ftruncate, [size]); }
  close() {
    this.#closing ??= promised(steps.close, [this.#fd]).then(() => { this.emit('close'); });
    return this.#closing;
  }
  createReadStream(options) { return new (require('internal:filestreams').ReadStream)(undefined, { ...options, fd: this }); }
  createWriteStream(options) { return new (require('internal:filestreams').WriteStream)(undefined, { ...options, fd: this }); }
}
if (Symbol.asyncDispose) FileHandle.prototype[Symbol.asyncDispose] = FileHandle.prototype.close;

exports.constants = constants;
