// What the modules about files share: operations, errors, arguments, descriptors.
//
// A function on files is written once, as a generator that yields operations and gets
// their answers; sync and async run it in their ways.
const { coded, argType, argValue, check } = require('internal:errors');
const { Buffer } = require('buffer');
const { Object, Error, RangeError, ArrayBuffer, Map, Number, Math, String, Date } = internal.global;
const isView = ArrayBuffer.isView;

// The operations and flags of lang.FileCall.
const op = { open: 1, read: 2, write: 3, close: 4, stat: 5, list: 6, mkdir: 7, remove: 8, rename: 9, truncate: 10 };
const flag = { read: 1, write: 2, create: 4, exclusive: 8, truncate: 16, append: 32, noFollow: 64, recursive: 128, onlyDirectory: 256 };
const chunkSize = 64 * 1024;
const maxFile = 64 * 1024 * 1024;

const constants = Object.freeze(Object.assign(Object.create(null), {
  F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1, COPYFILE_EXCL: 1, COPYFILE_FICLONE: 2, COPYFILE_FICLONE_FORCE: 4,
  O_RDONLY: 0, O_WRONLY: 1, O_RDWR: 2, O_CREAT: 64, O_EXCL: 128, O_TRUNC: 512, O_APPEND: 1024, O_SYNC: 1052672, O_NONBLOCK: 2048,
  S_IFMT: 61440, S_IFREG: 32768, S_IFDIR: 16384, S_IFLNK: 40960, S_IFIFO: 4096, S_IFSOCK: 49152, S_IFCHR: 8192, S_IFBLK: 24576,
  S_IRWXU: 448, S_IRUSR: 256, S_IWUSR: 128, S_IXUSR: 64, S_IRWXG: 56, S_IRGRP: 32, S_IWGRP: 16, S_IXGRP: 8,
  S_IRWXO: 7, S_IROTH: 4, S_IWOTH: 2, S_IXOTH: 1,
}));

const numbers = {
  EPERM: 1, ENOENT: 2, EINTR: 4, EIO: 5, EBADF: 9, EAGAIN: 11, ENOMEM: 12, EACCES: 13, EBUSY: 16, EEXIST: 17, EXDEV: 18, ENOTDIR: 20,
  EISDIR: 21, EINVAL: 22, ENFILE: 23, EMFILE: 24, EFBIG: 27, ENOSPC: 28, EROFS: 30, ENAMETOOLONG: 36, ENOSYS: 38, ENOTEMPTY: 39, ELOOP: 40,
  EDQUOT: 122, ESTALE: 116,
};

// failure is what Node throws for an operation that failed.
function failure(code, syscall, path, dest) {
  let message = `${code}${internal.errorText(code).replace(', ', ': ')}, ${syscall}`;
  if (path !== undefined) message += ` '${path}'`;
  if (dest !== undefined) message += ` -> '${dest}'`;
  const e = new Error(message);
  e.errno = -(numbers[code] ?? 5);
  e.code = code;
  e.syscall = syscall;
  if (path !== undefined) e.path = path;
  if (dest !== undefined) e.dest = dest;
  return e;
}

// ask yields one operation and returns its answer, or throws what went wrong.
function* ask(operation, request, syscall, path, dest) {
  const answer = yield { operation, ...request };
  if (answer.errno !== '') throw failure(answer.errno, syscall, path, dest);
  return answer;
}

const send = (r, done) => internal.operation(r.operation, r.flags ?? 0, r.mode ?? 0, r.path ?? '', r.to ?? '', r.handle ?? 0,
  r.offset ?? 0, r.length ?? 0, r.data, done);

function sync(steps) {
  let step = steps.next();
  while (!step.done) step = steps.next(send(step.value));
  return step.value;
}

// async calls done with an error or null and what steps return, never at once.
function async(steps, done) {
  let asked = false;
  const finish = (error, value) => {
    if (asked) done(error, value);
    else internal.host('setImmediate')(done, error, value);
  };
  const next = (answer) => {
    let step;
    try {
      step = steps.next(answer);
      if (!step.done) send(step.value, next);
    } catch (e) {
      finish(e);
      return;
    }
    if (step.done) finish(null, step.value);
    else asked = true;
  };
  next();
}

// pathOf checks a path and returns it as a string.
function pathOf(path, name = 'path') {
  if (isView(path)) path = Buffer.from(path.buffer, path.byteOffset, path.byteLength).toString();
  else if (path !== null && typeof path === 'object' && typeof path.href === 'string') path = require('url').fileURLToPath(path);
  if (typeof path !== 'string') throw argType(name, 'of type string or an instance of Buffer or URL', path);
  if (path.includes('\0')) throw argValue(name, path, 'must be a string, Uint8Array, or URL without null bytes');
  return path;
}

// optionsOf returns options that may be given as an encoding.
function optionsOf(options, defaults = {}) {
  if (options === undefined || options === null || typeof options === 'function') return defaults;
  if (typeof options === 'string') options = { encoding: options };
  if (typeof options !== 'object') throw argType('options', 'of type string or an instance of Object', options);
  const { encoding } = options;
  if (encoding && encoding !== 'buffer' && !Buffer.isEncoding(encoding)) throw argValue('encoding', encoding, 'is invalid encoding');
  if (options.signal?.aborted) throw require('internal:errors').abort(options.signal);
  return { ...defaults, ...options };
}

function modeOf(mode, otherwise) {
  if (mode === undefined || mode === null) return otherwise;
  if (typeof mode === 'string') {
    if (!/^[0-7]+$/.test(mode)) throw argValue('mode', mode, 'must be a 32-bit unsigned integer or an octal string');
    return Number.parseInt(mode, 8);
  }
  check.integer(mode, 'mode', 0, 4294967295);
  return mode;
}

const { read, write, create, exclusive, truncate, append } = flag;
const flagNames = Object.assign(Object.create(null), {
  r: read, rs: read, 'r+': read | write, 'rs+': read | write,
  w: write | create | truncate, 'w+': read | write | create | truncate,
  a: write | create | append, 'a+': read | write | create | append,
});

// flagsOf reads 'r', 'wx+' and so on, or the bits of constants.
function flagsOf(flags, otherwise) {
  if (flags === undefined || flags === null) return flagNames[otherwise];
  if (typeof flags === 'number') {
    let out = [read, write, read | write][flags & 3] ?? 0;
    if (flags & constants.O_CREAT) out |= create;
    if (flags & constants.O_EXCL) out |= exclusive;
    if (flags & constants.O_TRUNC) out |= truncate;
    if (flags & constants.O_APPEND) out |= append;
    return out;
  }
  const name = String(flags);
  const bits = flagNames[name.replace('x', '').replace('s', '')];
  if (bits === undefined || !/^(r|rs|sr|w|wx|xw|a|ax|xa|as|sa)\+?$/.test(name)) throw argValue('flags', flags);
  return name.includes('x') ? bits | exclusive : bits;
}

// bytesOf returns what is to be written as a Buffer.
function bytesOf(data, encoding, name = 'data') {
  if (typeof data === 'string') return Buffer.from(data, encoding === 'buffer' ? undefined : encoding ?? undefined);
  if (isView(data)) return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  throw argType(name, 'of type string or an instance of Buffer, TypedArray, or DataView', data);
}

class Stats {
  constructor([kind, mode, size, modified, inode]) {
    const time = new Date(modified);
    Object.assign(this, {
      dev: 0, mode: mode | [0, constants.S_IFREG, constants.S_IFDIR, constants.S_IFLNK][kind], nlink: 1, uid: 0, gid: 0, rdev: 0,
      blksize: 4096, ino: inode, size, blocks: Math.ceil(size / 512),
      atimeMs: modified, mtimeMs: modified, ctimeMs: modified, birthtimeMs: modified,
      atime: time, mtime: time, ctime: time, birthtime: time,
    });
  }
}
class Dirent {
  constructor(name, path, kind) {
    this.name = name;
    this.parentPath = path;
    this.path = path;
    Object.defineProperty(this, 'mode', { value: [0, constants.S_IFREG, constants.S_IFDIR, constants.S_IFLNK][kind] });
  }
}
const kinds = {
  isFile: constants.S_IFREG, isDirectory: constants.S_IFDIR, isSymbolicLink: constants.S_IFLNK,
  isFIFO: constants.S_IFIFO, isSocket: constants.S_IFSOCK, isCharacterDevice: constants.S_IFCHR, isBlockDevice: constants.S_IFBLK,
};
for (const Class of [Stats, Dirent]) {
  for (const name of Object.keys(kinds)) {
    Object.defineProperty(Class.prototype, name, {
      value() { return (this.mode & constants.S_IFMT) === kinds[name]; }, writable: true, configurable: true,
    });
  }
}

// The files that are open, by descriptor: { handle, path, position, append }.
const open = new Map();
let lastDescriptor = 2;

function keep(file) {
  open.set(++lastDescriptor, file);
  return lastDescriptor;
}

function descriptor(fd, syscall) {
  if (typeof fd !== 'number') throw argType('fd', 'of type number', fd);
  check.integer(fd, 'fd', 0, 2147483647);
  const file = open.get(fd);
  if (file === undefined) throw failure('EBADF', syscall);
  return file;
}

const tooLarge = (size) => coded(RangeError, 'ERR_FS_FILE_TOO_LARGE', `File size (${size}) is greater than 64 MiB`);

module.exports = {
  op, flag, chunkSize, maxFile, constants, failure, ask, sync, async, pathOf, optionsOf, modeOf, flagsOf, bytesOf,
  Stats, Dirent, open, keep, descriptor, tooLarge, native: internal,
};
