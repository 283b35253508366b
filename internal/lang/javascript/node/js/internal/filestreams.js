// Streams of files: as much of Node's as programs use that read and write by chunk.
const { coded, check } = require('internal:errors');
const { async, chunkSize, bytesOf, optionsOf, pathOf } = require('internal:files');
const steps = require('internal:filesteps');
const EventEmitter = require('events');
const { Buffer } = require('buffer');
const { StringDecoder } = require('string_decoder');
const { Error, TypeError, Promise, Symbol, Math } = internal.global;
const asyncIterator = Symbol.asyncIterator ?? Symbol.for('Symbol.asyncIterator');
const nextTick = (f, ...args) => internal.process.nextTick(f, ...args);

// A FileStream opens its file, and closes it once.
class FileStream extends EventEmitter {
  #given; // a FileHandle or a descriptor that the program has opened
  #autoClose;
  #closing = false;
  constructor(path, options, flags) {
    super();
    const { fd, mode, autoClose = true } = options;
    this.path = path;
    this.fd = typeof fd === 'object' && fd !== null ? fd.fd : fd ?? null;
    this.pending = true;
    this.destroyed = false;
    this.closed = false;
    this.errored = null;
    this.#given = typeof fd === 'object' ? fd : undefined;
    this.#autoClose = autoClose;
    if (this.fd !== null) nextTick(() => this.#opened(this.fd));
    else {
      async(steps.open(path, options.flags ?? flags, mode), (error, fd) => {
        if (error) this.destroy(error);
        else this.#opened(fd);
      });
    }
  }
  #opened(fd) {
    this.fd = fd;
    this.pending = false;
    if (this.destroyed) {
      this.#close();
      return;
    }
    this.emit('open', fd);
    this.emit('ready');
    this.opened();
  }
  destroy(error) {
    if (this.destroyed) return this;
    this.destroyed = true;
    this.errored = error ?? null;
    this.ended?.(error);
    if (this.pending && this.fd === null && !error) return this; // it is being opened
    this.#close();
    return this;
  }
  // finish ends a stream that is through.
  finish() {
    if (this.#autoClose) this.destroy();
  }
  #close() {
    if (this.#closing) return;
    this.#closing = true;
    const done = (failed) => {
      this.closed = true;
      const error = this.errored ?? failed;
      if (error) this.emit('error', error);
      this.emit('close');
    };
    const fd = this.fd;
    if (fd === null || this.pending) nextTick(done);
    else if (this.#given) this.#given.close().then(() => done(), done);
    else async(steps.close(fd), done);
  }
  close(callback) {
    if (callback) {
      if (this.closed) nextTick(callback);
      else this.once('close', callback);
    }
    this.destroy();
  }
}

const position = (v, name) => {
  if (v !== undefined && v !== null) check.integer(v, name, 0);
  return v ?? undefined;
};

class ReadStream extends FileStream {
  #position; // undefined is the descriptor's own
  #left; // bytes still to read
  #size;
  #decoder = null;
  #waiting = []; // chunks that were read while the stream was paused
  #reading = false;
  #through = false; // the end of the file was seen
  #flowing = null;
  #wanted = null; // what an iterator waits for
  constructor(path, options) {
    options = optionsOf(options);
    super(options.fd === undefined || options.fd === null ? pathOf(path) : path, options, 'r');
    const { start, end = Infinity, highWaterMark = 65536, encoding } = options;
    this.#position = position(start, 'start');
    if (end !== Infinity) check.integer(end, 'end', 0);
    this.#left = end - (this.#position ?? 0) + 1;
    check.integer(highWaterMark, 'highWaterMark', 1);
    this.#size = Math.min(highWaterMark, chunkSize);
    this.bytesRead = 0;
    this.readableEnded = false;
    if (encoding) this.setEncoding(encoding);
  }
  get readable() { return !this.destroyed && !this.readableEnded; }
  get readableFlowing() { return this.#flowing; }
  get readableEncoding() { return this.#decoder?.encoding ?? null; }
  setEncoding(encoding) {
    this.#decoder = new StringDecoder(encoding);
    return this;
  }
  on(event, listener) {
    super.on(event, listener);
    if (event === 'data' && this.#flowing !== false) this.resume();
    return this;
  }
  addListener(event, listener) { return this.on(event, listener); }
  resume() {
    if (this.#flowing !== true) {
      this.#flowing = true;
      nextTick(() => this.opened());
    }
    return this;
  }
  pause() {
    this.#flowing = false;
    return this;
  }
  isPaused() { return this.#flowing === false; }
  // opened goes on reading where that is wanted.
  opened() {
    if (this.destroyed || this.readableEnded) return;
    while (this.#waiting.length > 0 && (this.#flowing || this.#wanted)) this.#give(this.#waiting.shift());
    if (this.#waiting.length > 0 || this.#reading || this.pending || !(this.#flowing || this.#wanted)) return;
    if (this.#through || this.#left <= 0) {
      this.#end();
      return;
    }
    this.#reading = true;
    const buffer = Buffer.alloc(Math.min(this.#size, this.#left));
    let begin;
    try {
      begin = steps.read(this.fd, buffer, 0, buffer.length, this.#position ?? null);
    } catch (e) {
      this.destroy(e);
      return;
    }
    async(begin, (error, value) => this.#took(error, buffer, value?.[0]));
  }
  #took(error, buffer, n) {
    this.#reading = false;
    if (error) {
      this.destroy(error);
      return;
    }
    if (this.destroyed) return;
    this.#through = n < buffer.length;
    this.#left -= n;
    this.bytesRead += n;
    if (this.#position !== undefined) this.#position += n;
    if (n > 0) this.#push(buffer.subarray(0, n));
    this.opened();
  }
  #push(bytes) {
    const chunk = this.#decoder ? this.#decoder.write(bytes) : bytes;
    if (chunk.length > 0) this.#give(chunk);
  }
  #give(chunk) {
    if (this.#wanted) {
      const wanted = this.#wanted;
      this.#wanted = null;
      wanted.resolve({ value: chunk, done: false });
    } else if (this.#flowing) this.emit('data', chunk);
    else this.#waiting.push(chunk);
  }
  #end() {
    const rest = this.#decoder?.end() ?? '';
    if (rest.length > 0) {
      this.#give(rest);
      if (this.#waiting.length > 0 || this.#wanted === null && !this.#flowing) return;
    }
    this.readableEnded = true;
    this.emit('end');
    this.finish();
    this.ended();
  }
  // ended tells a waiting iterator.
  ended(error) {
    const wanted = this.#wanted;
    this.#wanted = null;
    if (wanted && error) {
      this.once('error', () => {});
      wanted.reject(error);
    } else wanted?.resolve({ value: undefined, done: true });
  }
  pipe(target, options) {
    const output = target === internal.process?.stdout || target === internal.process?.stderr;
    this.on('data', (chunk) => {
      if (target.write(chunk) === false) {
        this.pause();
        target.once('drain', () => this.resume());
      }
    });
    if (options?.end !== false && !output) this.on('end', () => target.end());
    target.emit?.('pipe', this);
    return target;
  }
  [asyncIterator]() {
    const stream = this;
    return {
      next: () => new Promise((resolve, reject) => {
        if (stream.errored) {
          reject(stream.errored);
          return;
        }
        if (stream.destroyed || stream.readableEnded) {
          resolve({ value: undefined, done: true });
          return;
        }
        stream.#wanted = { resolve, reject };
        stream.opened();
      }),
      return() {
        stream.destroy();
        return Promise.resolve({ value: undefined, done: true });
      },
      [asyncIterator]() { return this; },
    };
  }
}

class WriteStream extends FileStream {
  #position;
  #most;
  #encoding;
  #queue = []; // of { bytes, callback }
  #writing = false;
  #needDrain = false;
  #endings = []; // the callbacks of end
  constructor(path, options) {
    options = optionsOf(options);
    const { start, highWaterMark = 16384, encoding = 'utf8' } = options;
    super(options.fd === undefined || options.fd === null ? pathOf(path) : path, options, start === undefined ? 'w' : 'r+');
    this.#position = position(start, 'start');
    check.integer(highWaterMark, 'highWaterMark', 1);
    this.#most = highWaterMark;
    this.#encoding = encoding;
    this.bytesWritten = 0;
    this.writableLength = 0;
    this.writableEnded = false;
    this.writableFinished = false;
  }
  get writable() { return !this.destroyed && !this.writableEnded; }
  get writableHighWaterMark() { return this.#most; }
  get writableNeedDrain() { return this.#needDrain; }
  setDefaultEncoding(encoding) {
    this.#encoding = encoding;
    return this;
  }
  write(chunk, encoding, callback) {
    if (typeof encoding === 'function') [encoding, callback] = [undefined, encoding];
    if (chunk === null) throw coded(TypeError, 'ERR_STREAM_NULL_VALUES', 'May not write null values to stream');
    const bytes = bytesOf(chunk, encoding ?? this.#encoding, 'chunk');
    if (this.writableEnded || this.destroyed) {
      const e = this.writableEnded ? coded(Error, 'ERR_STREAM_WRITE_AFTER_END', 'write after end')
        : coded(Error, 'ERR_STREAM_DESTROYED', 'Cannot call write after a stream was destroyed');
      nextTick(() => callback?.(e));
      if (this.writableEnded) this.destroy(e);
      return false;
    }
    this.#queue.push({ bytes: Buffer.from(bytes), callback });
    this.writableLength += bytes.length;
    this.opened();
    const room = this.writableLength < this.#most;
    if (!room) this.#needDrain = true;
    return room;
  }
  end(chunk, encoding, callback) {
    if (typeof chunk === 'function') [chunk, callback] = [undefined, chunk];
    else if (typeof encoding === 'function') [encoding, callback] = [undefined, encoding];
    if (chunk !== undefined && chunk !== null) this.write(chunk, encoding);
    if (callback) this.#endings.push(callback);
    this.writableEnded = true;
    if (!this.pending) nextTick(() => this.opened());
    return this;
  }
  // opened writes what waits, as much at once as one call takes.
  opened() {
    if (this.destroyed || this.pending || this.#writing || this.writableFinished) return;
    if (this.#queue.length === 0) {
      if (this.writableEnded) this.#finish();
      return;
    }
    const taken = [this.#queue.shift()];
    let size = taken[0].bytes.length;
    while (this.#queue.length > 0 && size + this.#queue[0].bytes.length <= chunkSize) {
      size += this.#queue[0].bytes.length;
      taken.push(this.#queue.shift());
    }
    const bytes = taken.length === 1 ? taken[0].bytes : Buffer.concat(taken.map((t) => t.bytes));
    this.#writing = true;
    let begin;
    try {
      begin = steps.write(this.fd, bytes, 0, bytes.length, this.#position ?? null);
    } catch (e) {
      this.destroy(e);
      return;
    }
    async(begin, (error) => this.#wrote(error, bytes.length, taken));
  }
  #wrote(error, n, taken) {
    this.#writing = false;
    for (const { callback } of taken) callback?.(error ?? null);
    if (error) {
      this.destroy(error);
      return;
    }
    this.bytesWritten += n;
    this.writableLength -= n;
    if (this.#position !== undefined) this.#position += n;
    if (this.#needDrain && this.writableLength === 0 && !this.writableEnded) {
      this.#needDrain = false;
      this.emit('drain');
    }
    this.opened();
  }
  #finish() {
    this.writableFinished = true;
    for (const callback of this.#endings) callback();
    this.emit('finish');
    this.finish();
  }
}

module.exports = { ReadStream, WriteStream };
