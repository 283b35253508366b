// Paths as POSIX has them. There is no win32: paths here are never Windows'.
const { check } = require('internal:errors');
const { Object } = internal.global;

const isAbsolute = (path) => {
  check.string(path, 'path');
  return path.startsWith('/');
};

// squeeze resolves the dots and empty parts of a path that neither begins nor ends with
// a slash for the purpose. With above, parts that go above its beginning stay.
function squeeze(path, above) {
  const out = [];
  let depth = 0; // of the parts in out that a .. may take away
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') {
      out.push(part);
      depth++;
    } else if (depth > 0) {
      out.pop();
      depth--;
    } else if (above) out.push(part);
  }
  return out.join('/');
}

function normalize(path) {
  check.string(path, 'path');
  if (path === '') return '.';
  const absolute = path.startsWith('/');
  const slash = path.endsWith('/') ? '/' : '';
  const rest = squeeze(path, !absolute);
  if (rest === '') return absolute ? '/' : `.${slash}`;
  return `${absolute ? '/' : ''}${rest}${slash}`;
}

function join(...paths) {
  let joined = '';
  for (const path of paths) {
    check.string(path, 'path');
    if (path !== '') joined = joined === '' ? path : `${joined}/${path}`;
  }
  return normalize(joined);
}

function resolve(...paths) {
  let resolved = '';
  for (let i = paths.length - 1; i >= 0 && !resolved.startsWith('/'); i--) {
    check.string(paths[i], `paths[${i}]`);
    if (paths[i] !== '') resolved = `${paths[i]}/${resolved}`;
  }
  if (!resolved.startsWith('/')) resolved = `${internal.process?.cwd() ?? '/'}/${resolved}`;
  return `/${squeeze(resolved, false)}`;
}

function relative(from, to) {
  check.string(from, 'from');
  check.string(to, 'to');
  if (from === to) return '';
  const a = resolve(from).split('/').filter((part) => part !== '');
  const b = resolve(to).split('/').filter((part) => part !== '');
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same++;
  return [...a.slice(same).map(() => '..'), ...b.slice(same)].join('/');
}

// trimmed is a path without the slashes at its end, the first character excepted.
function trimmed(path) {
  let end = path.length;
  while (end > 1 && path[end - 1] === '/') end--;
  return path.slice(0, end);
}

function dirname(path) {
  check.string(path, 'path');
  if (path === '') return '.';
  const at = trimmed(path).lastIndexOf('/');
  if (at === -1) return '.';
  if (at === 0) return '/';
  if (at === 1 && path[0] === '/') return '//';
  return path.slice(0, at);
}

function basename(path, suffix) {
  if (suffix !== undefined) check.string(suffix, 'suffix');
  check.string(path, 'path');
  if (suffix === path) return '';
  const whole = trimmed(path);
  const base = whole.slice(whole.lastIndexOf('/') + 1);
  return suffix && base !== suffix && base.endsWith(suffix) ? base.slice(0, -suffix.length) : base;
}

function extname(path) {
  check.string(path, 'path');
  const base = basename(path);
  const at = base.lastIndexOf('.');
  return at <= 0 || base === '..' ? '' : base.slice(at);
}

function parse(path) {
  check.string(path, 'path');
  const root = path.startsWith('/') ? '/' : '';
  const base = basename(path);
  const ext = extname(path);
  const at = trimmed(path).lastIndexOf('/');
  return { root, dir: at > 0 ? path.slice(0, at) : root, base, ext, name: base.slice(0, base.length - ext.length) };
}

function format(parts) {
  if (parts === null || typeof parts !== 'object') check.object(parts, 'pathObject');
  const dir = parts.dir || parts.root;
  const dot = parts.ext && parts.ext[0] !== '.' ? '.' : '';
  const base = parts.base || `${parts.name || ''}${dot}${parts.ext || ''}`;
  if (!dir) return base;
  return dir === parts.root ? `${dir}${base}` : `${dir}/${base}`;
}

const path = {
  resolve, normalize, isAbsolute, join, relative, toNamespacedPath: (p) => p,
  dirname, basename, extname, format, parse, sep: '/', delimiter: ':',
};
path.posix = path;
Object.defineProperty(path, 'win32', {
  configurable: true,
  get() {
    throw new internal.global.Error('path.win32 is not supported; paths are POSIX paths here');
  },
});

module.exports = path;
