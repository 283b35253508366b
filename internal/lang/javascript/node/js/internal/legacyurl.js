// url.parse, url.format and url.resolve: URLs as Node had them before the standard.
const { Object, TypeError, encodeURIComponent, decodeURIComponent } = internal.global;
const { argType } = require('internal:errors');

const hostless = new Set(['javascript:']);
const slashed = new Set(['http:', 'https:', 'ftp:', 'gopher:', 'file:', 'ws:', 'wss:']);

function Url() {
  for (const name of ['protocol', 'slashes', 'auth', 'host', 'port', 'hostname', 'hash', 'search', 'query', 'pathname', 'path', 'href']) {
    this[name] = null;
  }
}

const escaped = /[\t\n\r "'<>\\^`{|}]/g;
const escape = (text) => text.replace(escaped, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

// cut divides text before the first of any characters.
function cut(text, pattern) {
  const at = text.search(pattern);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}

const querystring = () => require('querystring');

function parse(text, parseQuery, slashesDenoteHost) {
  if (text instanceof Url) return text;
  const url = new Url();
  url.parse(text, parseQuery, slashesDenoteHost);
  return url;
}

Url.prototype.parse = function (text, parseQuery, slashesDenoteHost) {
  if (typeof text !== 'string') throw argType('url', 'of type string', text);
  let rest = text.trim();
  const at = rest.search(/[?#]/);
  rest = at < 0 ? rest.replace(/\\/g, '/') : rest.slice(0, at).replace(/\\/g, '/') + rest.slice(at);

  const scheme = /^[a-z0-9.+-]+:/i.exec(rest)?.[0];
  if (scheme !== undefined) {
    this.protocol = scheme.toLowerCase();
    rest = rest.slice(scheme.length);
  }
  const script = hostless.has(this.protocol);
  let slashes = false;
  if (slashesDenoteHost || scheme !== undefined || /^\/\/[^@/]+@[^@/]+/.test(rest)) {
    slashes = rest.startsWith('//');
    if (slashes && !script) {
      rest = rest.slice(2);
      this.slashes = true;
    }
  }
  if (!script && (slashes || (this.protocol !== null && !slashed.has(this.protocol)))) rest = this.authority(rest, text);
  this.tail(rest, parseQuery, script);
  this.href = this.format();
  return this;
};

// authority takes the user, the host and the port off rest.
Url.prototype.authority = function (rest, text) {
  let [host, after] = cut(rest, /[/?#]/);
  const sign = host.lastIndexOf('@');
  if (sign >= 0) {
    this.auth = decodeURIComponent(host.slice(0, sign));
    host = host.slice(sign + 1);
  }
  const [name, junk] = cut(host, /[\t\n\r "'%;<>\\^`{|}]/);
  after = junk + after;
  const port = /:[0-9]*$/.exec(name)?.[0];
  let hostname = port === undefined ? name : name.slice(0, -port.length);
  if (port !== undefined && port !== ':') this.port = port.slice(1);
  const bracketed = hostname.startsWith('[') && hostname.endsWith(']');
  if (!bracketed && /:/.test(hostname)) {
    const e = new TypeError('Invalid URL');
    e.code = 'ERR_INVALID_URL';
    e.input = text;
    throw e;
  }
  hostname = hostname.length > 255 ? '' : hostname.toLowerCase();
  if (/[^\x00-\x7f]/.test(hostname)) hostname = require('url').domainToASCII(hostname);
  this.host = hostname + (this.port === null ? '' : `:${this.port}`);
  this.hostname = bracketed ? hostname.slice(1, -1) : hostname;
  return after;
};

// tail is the path, the query and the fragment.
Url.prototype.tail = function (given, parseQuery, script) {
  const rest = script ? given : escape(given);
  const hash = rest.indexOf('#');
  if (hash >= 0) this.hash = rest.slice(hash);
  const front = hash < 0 ? rest : rest.slice(0, hash);
  const mark = front.indexOf('?');
  if (mark >= 0) {
    this.search = front.slice(mark);
    this.query = this.search.slice(1);
    if (parseQuery) this.query = querystring().parse(this.query);
  } else if (parseQuery) {
    this.search = null;
    this.query = Object.create(null);
  }
  const path = mark < 0 ? front : front.slice(0, mark);
  if (path !== '') this.pathname = path;
  else if (slashed.has(this.protocol) && this.hostname) this.pathname = '/';
  if (this.pathname || this.search) this.path = (this.pathname || '') + (this.search || '');
};

function format(given) {
  if (typeof given === 'string') return parse(given).format();
  if (given === null || typeof given !== 'object') {
    throw argType('urlObject', 'one of type object or string', given);
  }
  return Url.prototype.format.call(given);
}

Url.prototype.format = function () {
  let auth = this.auth || '';
  if (auth) auth = `${encodeURIComponent(auth).replace(/%3A/i, ':')}@`;
  let protocol = this.protocol || '';
  if (protocol && !protocol.endsWith(':')) protocol += ':';
  let pathname = (this.pathname || '').replace(/[?#]/g, (c) => (c === '?' ? '%3F' : '%23'));
  let hash = this.hash || '';
  let host = '';
  if (this.host) host = auth + this.host;
  else if (this.hostname) {
    const bare = this.hostname.includes(':') && !this.hostname.startsWith('[') ? `[${this.hostname}]` : this.hostname;
    host = auth + bare + (this.port ? `:${this.port}` : '');
  }
  let query = '';
  if (this.query !== null && typeof this.query === 'object') query = querystring().stringify(this.query);
  let search = this.search || (query && `?${query}`) || '';
  if (this.slashes || slashed.has(protocol)) {
    if (this.slashes || host) {
      if (pathname && !pathname.startsWith('/')) pathname = `/${pathname}`;
      host = `//${host}`;
    } else if (protocol === 'file:' && this.slashes !== false) host = '//';
  }
  search = search.replace(/#/g, '%23');
  if (hash && !hash.startsWith('#')) hash = `#${hash}`;
  if (search && !search.startsWith('?')) search = `?${search}`;
  return protocol + host + pathname + search + hash;
};

// resolveDots joins the parts of a path without those that are dots.
function resolveDots(parts, absolute) {
  const last = parts[parts.length - 1];
  const out = [];
  let up = 0;
  for (const part of parts) {
    if (part === '.') continue;
    if (part !== '..') out.push(part);
    else if (out.length > (absolute ? 1 : 0)) out.pop();
    else up++;
  }
  if (!absolute) while (up-- > 0) out.unshift('..');
  if ((last === '.' || last === '..') && out[out.length - 1] !== '') out.push('');
  return out.join('/');
}

Url.prototype.resolve = function (relative) {
  return this.resolveObject(parse(relative, false, true)).format();
};

// like makes a copy of a URL.
const like = (url) => Object.assign(new Url(), url);

Url.prototype.resolveObject = function (given) {
  const relative = typeof given === 'string' ? parse(given, false, true) : given;
  const result = like(this);
  result.hash = relative.hash;
  if (relative.href === '') return done(result);
  if (relative.protocol && relative.protocol !== result.protocol) {
    const other = like(relative);
    if (slashed.has(other.protocol) && !other.host && !hostless.has(other.protocol)) other.slashes = true;
    return done(other);
  }
  if (relative.slashes || relative.host) {
    for (const name of ['auth', 'host', 'hostname', 'port', 'pathname', 'search', 'query']) result[name] = relative[name];
    result.slashes = result.slashes || relative.slashes;
  } else if (relative.pathname) {
    if (result.protocol && !slashed.has(result.protocol)) mergeLoose(result, relative.pathname);
    else result.pathname = merge(result, relative.pathname);
    result.search = relative.search;
    result.query = relative.query;
  } else if (relative.search !== null && relative.search !== undefined) {
    result.search = relative.search;
    result.query = relative.query;
  }
  if (result.pathname) {
    const absolute = result.pathname.startsWith('/') || Boolean(result.host);
    result.pathname = resolveDots(result.pathname.split('/'), absolute);
    if (absolute && !result.pathname.startsWith('/')) result.pathname = `/${result.pathname}`;
  }
  return done(result);
};

function merge(base, path) {
  if (path.startsWith('/')) return path;
  const own = base.pathname || (base.host ? '/' : '');
  return own.slice(0, own.lastIndexOf('/') + 1) + path;
}

// mergeLoose is for schemes whose host is the beginning of the path.
function mergeLoose(url, path) {
  const whole = merge({ pathname: (url.host || '') + (url.pathname || '') }, path);
  const [host, rest] = cut(whole, /[/]/);
  const at = host.indexOf('@');
  url.auth = at < 0 ? url.auth : host.slice(0, at);
  url.host = url.hostname = host.slice(at + 1);
  url.pathname = rest || null;
}

function done(url) {
  url.path = url.pathname || url.search ? (url.pathname || '') + (url.search || '') : null;
  url.href = url.format();
  return url;
}

module.exports = {
  Url,
  parse,
  format,
  resolve: (from, to) => parse(from, false, true).resolve(to),
  resolveObject: (from, to) => (from ? parse(from, false, true).resolveObject(to) : to),
};
