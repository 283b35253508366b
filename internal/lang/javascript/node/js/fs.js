// fs: the files of the directories that an execution is granted. Without the grant
// there are standard input, the files of the request, and the two outputs.
const { check } = require('internal:errors');
const { sync, async, constants, Stats, Dirent } = require('internal:files');
const steps = require('internal:filesteps');
const { Object } = internal.global;

// pair is for functions whose steps return two values for a callback.
const pair = { read: true, write: true };

// needed is how many arguments a function needs before its callback, where not 1.
const needed = { writeFile: 2, appendFile: 2, rename: 2, copyFile: 2, write: 2 };

for (const name of Object.keys(steps)) {
  const begin = steps[name];
  exports[`${name}Sync`] = {
    [`${name}Sync`](...args) {
      const value = sync(begin(...args));
      return pair[name] ? value[0] : value;
    },
  }[`${name}Sync`];
  exports[name] = {
    [name](...args) {
      const callback = args.length > (needed[name] ?? 1) ? args.pop() : undefined;
      check.func(callback, 'cb');
      if (name === 'exists') async(begin(...args), (error, found) => callback(found ?? false));
      else async(begin(...args), (error, value) => answer(callback, error, value, pair[name]));
    },
  }[name];
}

function answer(callback, error, value, isPair) {
  if (error) callback(error);
  else if (isPair) callback(null, value[0], value[1]);
  else if (value === undefined) callback(null);
  else callback(null, value);
}

Object.assign(exports, { constants, Stats, Dirent, F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1 });
const streams = () => require('internal:filestreams');
exports.createReadStream = (path, options) => new (streams().ReadStream)(path, options);
exports.createWriteStream = (path, options) => new (streams().WriteStream)(path, options);
for (const [name, get] of [['promises', () => require('fs/promises')], ['ReadStream', () => streams().ReadStream], ['WriteStream', () => streams().WriteStream]]) {
  Object.defineProperty(exports, name, { configurable: true, enumerable: true, get });
}
