// URL as browsers have it. What few programs use is loaded when they do: the parameters of
// a URL, and the older url.parse and its kin.
const { Symbol, Object, TypeError, Number } = internal.global;
const custom = Symbol.for('nodejs.util.inspect.custom');

const errors = () => require('internal:errors');
const coded = (...args) => errors().coded(...args);
const params = () => require('internal:searchparams');

// The parts in internal.parse's order.
const names = ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'hash'];

function invalid(input, base) {
  const e = new TypeError('Invalid URL');
  e.code = 'ERR_INVALID_URL';
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

  static is(v) {
    try {
      v.#parts;
      return true;
    } catch {
      return false;
    }
  }

  #change(name, v) {
    this.#become(internal.change(this.#parts[0], name, `${v}`));
  }

  #become(parts) {
    this.#parts = parts;
    if (this.#params !== undefined) params().replace(this.#params, parts[9].slice(1));
  }

  get href() {
    return this.#parts[0];
  }
  set href(v) {
    const text = `${v}`;
    const parts = internal.parse(text);
    if (parts === undefined) throw invalid(text);
    this.#become(parts);
  }
  get origin() {
    return this.#parts[1];
  }
  get protocol() {
    return this.#parts[2];
  }
  set protocol(v) {
    this.#change('protocol', v);
  }
  get username() {
    return this.#parts[3];
  }
  set username(v) {
    this.#change('username', v);
  }
  get password() {
    return this.#parts[4];
  }
  set password(v) {
    this.#change('password', v);
  }
  get host() {
    return this.#parts[5];
  }
  set host(v) {
    this.#change('host', v);
  }
  get hostname() {
    return this.#parts[6];
  }
  set hostname(v) {
    this.#change('hostname', v);
  }
  get port() {
    return this.#parts[7];
  }
  set port(v) {
    this.#change('port', v);
  }
  get pathname() {
    return this.#parts[8];
  }
  set pathname(v) {
    this.#change('pathname', v);
  }
  get search() {
    return this.#parts[9];
  }
  set search(v) {
    this.#change('search', v);
  }
  get hash() {
    return this.#parts[10];
  }
  set hash(v) {
    this.#change('hash', v);
  }

  get searchParams() {
    if (this.#params === undefined) {
      const { URLSearchParams, attach } = params();
      this.#params = new URLSearchParams(this.#parts[9]);
      attach(this.#params, (query) => {
        this.#parts = internal.change(this.#parts[0], 'search', query);
      });
    }
    return this.#params;
  }

  toString() {
    return this.#parts[0];
  }

  toJSON() {
    return this.#parts[0];
  }

  [custom](depth, options, inspect) {
    if (typeof depth === 'number' && depth < 0) return this;
    const shown = {};
    for (const name of [...names.slice(0, -1), 'searchParams', 'hash']) shown[name] = this[name];
    const name = this.constructor?.name ?? 'URL';
    return `${name} ${inspect(shown, options)}`;
  }
}

const { is } = URL;
delete URL.is;
Object.defineProperty(URL.prototype, Symbol.toStringTag, { __proto__: null, value: 'URL', configurable: true });

function fileURLToPath(given) {
  const url = typeof given === 'string' ? new URL(given) : given;
  if (!is(url)) throw errors().argType('path', 'of type string or an instance of URL', given);
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
  if (typeof path !== 'string') throw errors().argType('path', 'of type string', path);
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
  if (options !== undefined && (options === null || typeof options !== 'object')) throw errors().argType('options', 'of type object', options);
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
  get URLSearchParams() {
    return params().URLSearchParams;
  },
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
