// The functions on files. Each checks its arguments and returns a generator for
// internal:files to run.
const { coded, argType, outOfRange, check } = require('internal:errors');
const {
  op, flag, chunkSize, maxFile, constants, failure, ask, pathOf, optionsOf, modeOf, flagsOf, bytesOf, Stats, Dirent, open, keep, descriptor,
  tooLarge, native,
} = require('internal:files');
const { Buffer } = require('buffer');
const { Error, ArrayBuffer, Math, Number, Object } = internal.global;

const nothing = function* () {};

function* close(file, syscall = 'close') {
  yield* ask(op.close, { handle: file.handle }, syscall);
}

// using opens a file, runs body with it and closes it again. The first error counts;
// that of opening is told as a failure of about.
function* using(path, flags, mode, body, about = ['open', path]) {
  const { handle, info } = yield* ask(op.open, { path, flags, mode }, ...about);
  const file = { handle, path, info, position: 0, append: (flags & flag.append) !== 0 };
  let result;
  try {
    result = yield* body(file);
  } catch (e) {
    yield { operation: op.close, handle };
    throw e;
  }
  yield* close(file);
  return result;
}

// readAll reads from a file's position to its end.
function* readAll(file) {
  if (file.info && file.info[2] > maxFile) throw tooLarge(file.info[2]);
  const chunks = [];
  let total = 0;
  for (let more = true; more;) {
    const answer = yield* ask(op.read, { handle: file.handle, offset: file.position, length: chunkSize }, 'read');
    if (answer.data) {
      chunks.push(Buffer.from(answer.data));
      file.position += answer.data.byteLength;
      total += answer.data.byteLength;
    }
    if (total > maxFile) throw tooLarge(total);
    more = answer.more;
  }
  return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
}

// writeAll writes at the file's position, or at its end.
function* writeAll(file, data) {
  for (let at = 0; at < data.length;) {
    const part = data.subarray(at, at + chunkSize);
    const { written } = yield* ask(op.write, { handle: file.handle, offset: file.position, data: part }, 'write');
    at += written;
    file.position = file.append ? Number.MAX_SAFE_INTEGER : file.position + written; // after an append, at the end
  }
}

const decode = (data, encoding) => (encoding && encoding !== 'buffer' ? data.toString(encoding) : data);

const isDescriptor = (v) => Number.isInteger(v) && v >= 0 && v <= 2147483647;

function readFile(path, options) {
  const { encoding, flag: flags } = optionsOf(options);
  if (isDescriptor(path)) return readDescriptor(path, encoding);
  path = pathOf(path);
  const bits = flagsOf(flags, 'r');
  return (function* () {
    const own = bits === flag.read ? native.own(path) : undefined;
    const data = own ?? (yield* using(path, bits, 0, readAll));
    return decode(data, encoding);
  })();
}

function readDescriptor(fd, encoding) {
  if (fd === 0) return (function* () { return decode(native.own('/dev/stdin'), encoding); })();
  const file = descriptor(fd, 'read');
  return (function* () { return decode(yield* readAll(file), encoding); })();
}

function writeFile(path, data, options) {
  return put(path, data, optionsOf(options, { encoding: 'utf8' }), 'w');
}

function appendFile(path, data, options) {
  return put(path, data, optionsOf(options, { encoding: 'utf8' }), 'a');
}

function put(path, data, { encoding, mode, flag: flags }, otherwise) {
  const bytes = bytesOf(data, encoding);
  if (path === 1 || path === 2) return (function* () { native.output(path, bytes); })();
  if (isDescriptor(path)) {
    const file = descriptor(path, 'write');
    return (function* () { yield* writeAll(file, bytes); })();
  }
  path = pathOf(path);
  const bits = flagsOf(flags, otherwise);
  const permissions = modeOf(mode, 0o644);
  return (function* () { yield* using(path, bits, permissions, (file) => writeAll(file, bytes)); })();
}

function* entriesOf(path) {
  const found = [];
  let answer = yield* ask(op.list, { path }, 'scandir', path);
  for (;;) {
    for (let i = 0; i < answer.names.length; i++) found.push([answer.names[i], answer.kinds[i]]);
    if (!answer.more) break;
    answer = yield* ask(op.list, { handle: answer.handle }, 'scandir', path);
  }
  return found.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
}

const maxNames = 1_000_000;

function readdir(path, options) {
  const { encoding, withFileTypes = false, recursive = false } = optionsOf(options);
  path = pathOf(path);
  return (function* () {
    const out = [];
    const folders = [['', path]];
    while (folders.length > 0) {
      const [prefix, folder] = folders.shift();
      for (const [name, kind] of yield* entriesOf(folder)) {
        if (out.length >= maxNames) throw failure('ENOMEM', 'scandir', path);
        if (withFileTypes) out.push(new Dirent(name, folder, kind));
        else out.push(encoding === 'buffer' ? Buffer.from(prefix + name) : prefix + name);
        if (recursive && kind === 2) folders.push([`${prefix}${name}/`, folder.endsWith('/') ? folder + name : `${folder}/${name}`]);
      }
    }
    return out;
  })();
}

function statWith(flags, syscall) {
  return (path, options) => {
    path = pathOf(path);
    const quiet = options?.throwIfNoEntry === false;
    return (function* () {
      const answer = yield { operation: op.stat, path, flags };
      if (quiet && (answer.errno === 'ENOENT' || answer.errno === 'ENOTDIR')) return undefined;
      if (answer.errno !== '') throw failure(answer.errno, syscall, path);
      return new Stats(answer.info);
    })();
  };
}
const stat = statWith(0, 'stat');
const lstat = statWith(flag.noFollow, 'lstat');

function fstat(fd) {
  const file = descriptor(fd, 'fstat');
  return (function* () {
    return new Stats((yield* ask(op.stat, { handle: file.handle }, 'fstat')).info);
  })();
}

// access goes by the permission bits of the owner, which a directory that is granted
// for reading shows without those for writing.
function access(path, mode = constants.F_OK) {
  path = pathOf(path);
  if (typeof mode === 'function') mode = constants.F_OK;
  check.integer(mode, 'mode', 0, 7);
  return (function* () {
    if (mode & ~constants.R_OK ? false : native.own(path, true) !== undefined) return;
    const { info } = yield* ask(op.stat, { path }, 'access', path);
    if ((info[1] >> 6 & mode) !== mode) throw failure('EACCES', 'access', path);
  })();
}

// exists is false for whatever can't be looked at.
function exists(path) {
  try {
    path = pathOf(path);
  } catch {
    return (function* () { return false; })();
  }
  return (function* () {
    if (native.own(path, true) !== undefined) return true;
    if (native.notGranted() !== undefined) return false;
    return (yield { operation: op.stat, path }).errno === '';
  })();
}

function mkdir(path, options) {
  if (typeof options === 'number' || typeof options === 'string') options = { mode: options };
  const { recursive = false, mode } = optionsOf(options);
  path = pathOf(path);
  const permissions = modeOf(mode, 0o755);
  return (function* () {
    yield* ask(op.mkdir, { path, mode: permissions, flags: recursive ? flag.recursive : 0 }, 'mkdir', path);
  })();
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function mkdtemp(prefix, options) {
  const { encoding } = optionsOf(options);
  prefix = pathOf(prefix, 'prefix');
  return (function* () {
    for (let tries = 0; ; tries++) {
      let path = prefix;
      for (let i = 0; i < 6; i++) path += letters[Math.floor(Math.random() * letters.length)];
      const { errno } = yield { operation: op.mkdir, path, mode: 0o700 };
      if (errno === '') return encoding === 'buffer' ? Buffer.from(path) : path;
      if (errno !== 'EEXIST' || tries > 10) throw failure(errno, 'mkdtemp', `${prefix}XXXXXX`);
    }
  })();
}

class SystemError extends Error {}
Object.defineProperty(SystemError.prototype, 'name', { value: 'SystemError', writable: true, configurable: true });

function rm(path, options) {
  const { recursive = false, force = false } = optionsOf(options);
  path = pathOf(path);
  return (function* () {
    const { errno } = yield { operation: op.remove, path, flags: recursive ? flag.recursive : 0 };
    if (errno === '' || (force && errno === 'ENOENT')) return;
    if (errno === 'EISDIR') {
      const e = coded(SystemError, 'ERR_FS_EISDIR', `Path is a directory: rm returned EISDIR (is a directory) ${path}`);
      throw Object.assign(e, { errno: 21, syscall: 'rm', path });
    }
    throw failure(errno, errno === 'ENOENT' ? 'lstat' : 'rm', path);
  })();
}

function rmdir(path, options) {
  const { recursive = false } = optionsOf(options);
  path = pathOf(path);
  return (function* () {
    yield* ask(op.remove, { path, flags: flag.onlyDirectory | (recursive ? flag.recursive : 0) }, 'rmdir', path);
  })();
}

function unlink(path) {
  path = pathOf(path);
  return (function* () { yield* ask(op.remove, { path }, 'unlink', path); })();
}

function rename(from, to) {
  from = pathOf(from, 'oldPath');
  to = pathOf(to, 'newPath');
  return (function* () { yield* ask(op.rename, { path: from, to }, 'rename', from, to); })();
}

const sizeOf = (size) => {
  if (size === undefined || size === null || typeof size === 'function') return 0;
  check.integer(size, 'len');
  return Math.max(0, size);
};

function truncate(path, size) {
  if (typeof path === 'number') return ftruncate(path, size);
  path = pathOf(path);
  const offset = sizeOf(size);
  return (function* () { yield* ask(op.truncate, { path, offset }, 'open', path); })();
}

function ftruncate(fd, size) {
  const file = descriptor(fd, 'ftruncate');
  const offset = sizeOf(size);
  return (function* () { yield* ask(op.truncate, { handle: file.handle, offset }, 'ftruncate'); })();
}

function copyFile(from, to, mode = 0) {
  from = pathOf(from, 'src');
  to = pathOf(to, 'dest');
  const flags = flag.write | flag.create | flag.truncate | (mode & constants.COPYFILE_EXCL ? flag.exclusive : 0);
  const about = ['copyfile', from, to];
  return using(from, flag.read, 0, (source) => using(to, flags, source.info[1], function* (target) {
    for (let more = true; more;) {
      const answer = yield* ask(op.read, { handle: source.handle, offset: source.position, length: chunkSize }, ...about);
      source.position += answer.data?.byteLength ?? 0;
      if (answer.data) yield* writeAll(target, Buffer.from(answer.data));
      more = answer.more;
    }
  }, about), about);
}

function openFile(path, flags, mode) {
  path = pathOf(path);
  const bits = flagsOf(typeof flags === 'function' ? undefined : flags, 'r');
  const permissions = modeOf(typeof mode === 'function' ? undefined : mode, 0o644);
  return (function* () {
    const { handle } = yield* ask(op.open, { path, flags: bits, mode: permissions }, 'open', path);
    return keep({ handle, path, position: 0, append: (bits & flag.append) !== 0 });
  })();
}

function closeFile(fd) {
  if (fd === 0 || fd === 1 || fd === 2) return nothing();
  const file = descriptor(fd, 'close');
  return (function* () {
    open.delete(fd);
    yield* close(file);
  })();
}

// partOf checks which part of a buffer of so many bytes is meant.
function partOf(offset = 0, length, size) {
  offset ??= 0;
  check.integer(offset, 'offset', 0);
  length ??= size - offset;
  if (typeof length !== 'number') throw argType('length', 'of type number', length);
  if (length < 0 && offset <= size) throw outOfRange('length', '>= 0', length);
  if (length > size - offset) throw outOfRange('length', `<= ${size - offset}`, length);
  return [offset, Math.max(0, Math.trunc(length))];
}

// readArguments reads (buffer, offset, length, position) and its shorter forms.
function readArguments(args) {
  let [buffer, offset, length, position] = args;
  if (buffer === undefined || typeof buffer === 'function' || (!ArrayBuffer.isView(buffer) && buffer !== null && typeof buffer === 'object')) {
    ({ buffer = Buffer.alloc(16384), offset, length, position } = typeof buffer === 'object' ? buffer : {});
  } else if (offset !== null && typeof offset === 'object') ({ offset, length, position } = offset);
  if (!ArrayBuffer.isView(buffer)) throw argType('buffer', 'an instance of Buffer, TypedArray, or DataView', buffer);
  [offset, length] = partOf(offset, length, buffer.byteLength);
  if (typeof position === 'bigint') position = Number(position);
  if (typeof position !== 'number' || position < 0) position = undefined;
  else check.integer(position, 'position', 0);
  return { buffer, into: Buffer.from(buffer.buffer, buffer.byteOffset + offset, length), position };
}

function read(fd, ...args) {
  const { buffer, into, position } = readArguments(args);
  if (fd === 0) return (function* () { return [native.input(into.length).copy(into), buffer]; })();
  const file = descriptor(fd, 'read');
  return (function* () {
    let at = 0;
    const start = position ?? file.position;
    for (let more = true; more && at < into.length;) {
      const answer = yield* ask(op.read, { handle: file.handle, offset: start + at, length: Math.min(chunkSize, into.length - at) }, 'read');
      if (answer.data) at += Buffer.from(answer.data).copy(into, at);
      more = answer.more;
    }
    if (position === undefined) file.position = start + at;
    return [at, buffer];
  })();
}

// writeArguments reads (buffer, offset, length, position) or (string, position, encoding).
function writeArguments([data, offset, length, position]) {
  let bytes;
  if (typeof data === 'string') {
    bytes = bytesOf(data, typeof length === 'string' ? length : 'utf8', 'buffer');
    position = offset;
  } else {
    if (offset !== null && typeof offset === 'object') ({ offset, length, position } = offset);
    bytes = bytesOf(data, undefined, 'buffer');
    [offset, length] = partOf(offset, length, bytes.length);
    bytes = bytes.subarray(offset, offset + length);
  }
  if (typeof position !== 'number' || position < 0) position = undefined;
  return { bytes, position };
}

function write(fd, ...args) {
  const { bytes, position } = writeArguments(args);
  if (fd === 1 || fd === 2) {
    return (function* () {
      native.output(fd, bytes);
      return [bytes.length, args[0]];
    })();
  }
  const file = descriptor(fd, 'write');
  return (function* () {
    if (position === undefined) yield* writeAll(file, bytes);
    else yield* writeAll({ handle: file.handle, position }, bytes);
    return [bytes.length, args[0]];
  })();
}

module.exports = {
  readFile, writeFile, appendFile, readdir, stat, lstat, fstat, access, exists, mkdir, mkdtemp, rm, rmdir, unlink, rename,
  truncate, ftruncate, copyFile, open: openFile, close: closeFile, read, write,
};
