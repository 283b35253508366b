// URL as browsers have it. The older url.parse and its kin are loaded when they are used.
const { Symbol, Object, TypeError, String, Number } = internal.global;
const { coded, argType } = require('internal:errors');
const { URLSearchParams, attach, replace } = require('internal:searchparams');
const custom = Symbol.for('nodejs.util.inspect.custom');
const defineProperty = Object.defineProperty;

// Where internal.parse has each part.
const HREF = 0, ORIGIN = 1, SEARCH = 9;
const names = ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'hash'];

function invalid(input, base) {
  const e = coded(TypeError, 'ERR_INVALID_URL', 'Invalid URL');
  e.input = input;
  if (base !== undefined) e.base = base;
  return e;
}

function needsURL(n) {
  if (n === 0) throw coded(TypeError, 'ERR_MISSING_ARGS', 'The "url" argument must be specified');
}

class URL {
  #parts;
  #params;

  constructor(input, base = undefined) {
    needsURL(arguments.length);
    const text = `${input}`;
    const onto = base === undefined ? undefined : `${base}`;
    const parts = internal.parse(text, onto);
    if (parts === undefined) throw invalid(text, onto);
    this.#parts = parts;
  }

  static canParse(input, base = undefined) {
    needsURL(arguments.length);
    return internal.parse(`${input}`, base === undefined ? undefined : `${base}`) !== undefined;
  }

  static parse(input, base = undefined) {
    needsURL(arguments.length);
    return URL.canParse(input, base) ? new URL(input, base) : null;
  }

  static createObjectURL() {
    throw coded(TypeError, 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM', 'URL.createObjectURL is not supported: there are no blobs');
  }

  static revokeObjectURL() {}

  // part reads, and with a value sets, the part at an index of names.
  static part(url, index, value) {
    if (value === undefined) return url.#parts[index];
    const parts = index === HREF ? internal.parse(`${value}`) : internal.change(url.#parts[HREF], names[index], `${value}`);
    if (parts === undefined) throw invalid(`${value}`);
    const before = url.#parts[SEARCH];
    url.#parts = parts;
    if (url.#params !== undefined && (before !== parts[SEARCH] || index === SEARCH)) replace(url.#params, parts[SEARCH].slice(1));
    return undefined;
  }

  static is(v) {
    try {
      v.#parts;
      return true;
    } catch {
      return false;
    }
  }

  get searchParams() {
    if (this.#params === undefined) {
      this.#params = new URLSearchParams(this.#parts[SEARCH]);
      attach(this.#params, (query) => {
        this.#parts = internal.change(this.#parts[HREF], 'search', query);
      });
    }
    return this.#params;
  }

  toString() {
    return this.#parts[HREF];
  }

  toJSON() {
    return this.#parts[HREF];
  }

  [custom](depth, options, inspect) {
    if (typeof depth === 'number' && depth < 0) return this;
    const shown = {};
    for (const name of [...names.slice(0, -1), 'searchParams', 'hash']) shown[name] = this[name];
    const name = this.constructor?.name ?? 'URL';
    return `${name} ${inspect(shown, options)}`;
  }
}

const { part, is } = URL;
delete URL.part;
delete URL.is;
names.forEach((name, index) => {
  const set = index === ORIGIN ? undefined : { set(v) { part(this, index, String(v)); } }.set;
  defineProperty(URL.prototype, name, { get() { return part(this, index); }, set, enumerable: true, configurable: true });
});
// In the order in which Node lists them.
for (const name of ['toString', ...names.slice(0, -1), 'searchParams', 'hash', 'toJSON']) {
  const d = Object.getOwnPropertyDescriptor(URL.prototype, name);
  delete URL.prototype[name];
  defineProperty(URL.prototype, name, { ...d, enumerable: true });
}
defineProperty(URL.prototype, Symbol.toStringTag, { value: 'URL', configurable: true });

function fileURLToPath(given) {
  const url = typeof given === 'string' ? new URL(given) : given;
  if (!is(url)) throw argType('path', 'of type string or an instance of URL', given);
  if (url.protocol !== 'file:') throw coded(TypeError, 'ERR_INVALID_URL_SCHEME', 'The URL must be of scheme file');
  if (url.hostname !== '') {
    throw coded(TypeError, 'ERR_INVALID_FILE_URL_HOST', 'File URL host must be "localhost" or empty on linux');
  }
  if (/%2f/i.test(url.pathname)) {
    throw coded(TypeError, 'ERR_INVALID_FILE_URL_PATH', 'File URL path must not include encoded / characters');
  }
  return internal.global.decodeURIComponent(url.pathname);
}

const fileEscapes = { '%': '%25', '\\': '%5C', '\n': '%0A', '\r': '%0D', '\t': '%09', '?': '%3F', '#': '%23' };

function pathToFileURL(path) {
  if (typeof path !== 'string') throw argType('path', 'of type string', path);
  let resolved = require('path').resolve(path);
  if (path.endsWith('/') && !resolved.endsWith('/')) resolved += '/';
  return new URL(`file://${resolved.replace(/[%\\\n\r\t?#]/g, (c) => fileEscapes[c])}`);
}

function urlToHttpOptions(url) {
  const options = {
    __proto__: null, ...url, protocol: url.protocol, hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'), hash: url.hash,
    search: url.search, pathname: url.pathname, path: `${url.pathname}${url.search}`, href: url.href,
  };
  if (url.port !== '') options.port = Number(url.port);
  if (url.username || url.password) {
    options.auth = `${internal.global.decodeURIComponent(url.username)}:${internal.global.decodeURIComponent(url.password)}`;
  }
  return options;
}

// formatURL is url.format of a URL.
function formatURL(url, options) {
  if (options !== undefined && (options === null || typeof options !== 'object')) throw argType('options', 'of type object', options);
  const { auth = true, fragment = true, search = true, unicode = false } = options ?? {};
  const copy = new URL(url.href);
  if (!auth) copy.username = copy.password = '';
  if (!fragment) copy.hash = '';
  if (!search) copy.search = '';
  if (!unicode || copy.hostname === '') return copy.href;
  return copy.href.replace(copy.hostname, () => internal.domainToUnicode(copy.hostname));
}

const legacy = () => require('internal:legacyurl');

module.exports = {
  get Url() {
    return legacy().Url;
  },
  parse: (...args) => legacy().parse(...args),
  resolve: (...args) => legacy().resolve(...args),
  resolveObject: (...args) => legacy().resolveObject(...args),
  format: (url, options) => (is(url) ? formatURL(url, options) : legacy().format(url)),
  URL,
  URLSearchParams,
  domainToASCII(domain) {
    if (arguments.length === 0) throw coded(TypeError, 'ERR_MISSING_ARGS', 'The "domain" argument must be specified');
    return internal.domainToASCII(`${domain}`);
  },
  domainToUnicode(domain) {
    if (arguments.length === 0) throw coded(TypeError, 'ERR_MISSING_ARGS', 'The "domain" argument must be specified');
    return internal.domainToUnicode(`${domain}`);
  },
  pathToFileURL,
  fileURLToPath,
  urlToHttpOptions,
};
