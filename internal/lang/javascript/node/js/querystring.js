// querystring.
const { Object, Array, String, Number, decodeURIComponent, encodeURIComponent, URIError, isFinite } = internal.global;
const { coded } = require('internal:errors');
const bytes = require('internal:bytes');

// unescapeBuffer decodes what is percent-encoded, and leaves alone what only looks so.
// With spaces, a plus sign is one.
function unescapeBuffer(text, spaces = false) {
  const { Buffer } = require('buffer');
  const out = [];
  for (let i = 0; i < text.length; i++) {
    const pair = text.slice(i + 1, i + 3);
    if (text[i] === '%' && /^[0-9a-fA-F]{2}$/.test(pair)) {
      out.push(Number.parseInt(pair, 16));
      i += 2;
    } else out.push(spaces && text[i] === '+' ? 32 : text.charCodeAt(i) & 255);
  }
  return Buffer.from(out);
}

function unescape(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    const buffer = unescapeBuffer(String(text));
    return bytes.decode(buffer, 'utf8');
  }
}

function escape(v) {
  const text = typeof v === 'string' ? v : typeof v === 'object' ? String(v) : `${v}`;
  try {
    return encodeURIComponent(text);
  } catch {
    throw coded(URIError, 'ERR_INVALID_URI', 'URI malformed');
  }
}

function primitive(v) {
  if (typeof v === 'string') return v;
  if (typeof v === 'number' && isFinite(v)) return `${v}`;
  if (typeof v === 'bigint' || typeof v === 'boolean') return `${v}`;
  return '';
}

function stringify(object, sep, eq, options) {
  const between = sep || '&';
  const is = eq || '=';
  const encode = typeof options?.encodeURIComponent === 'function' ? options.encodeURIComponent : exports.escape;
  if (object === null || typeof object !== 'object') return '';
  const parts = [];
  for (const key of Object.keys(object)) {
    const head = `${encode(key)}${is}`;
    const v = object[key];
    if (Array.isArray(v)) for (let i = 0; i < v.length; i++) parts.push(`${head}${encode(primitive(v[i]))}`);
    else parts.push(`${head}${encode(primitive(v))}`);
  }
  return parts.join(between);
}

function parse(text, sep, eq, options) {
  const out = Object.create(null);
  if (typeof text !== 'string' || text.length === 0) return out;
  const between = sep ? `${sep}` : '&';
  const is = eq ? `${eq}` : '=';
  const most = typeof options?.maxKeys === 'number' ? options.maxKeys : 1000;
  const given = typeof options?.decodeURIComponent === 'function' ? options.decodeURIComponent : exports.unescape;
  const decode = (s) => {
    try {
      return given(s);
    } catch {
      return unescape(s);
    }
  };
  const plain = (s) => decode(s.replaceAll('+', ' '));
  let parts = text.split(between).filter((part) => part !== '');
  if (most > 0) parts = parts.slice(0, most);
  for (const part of parts) {
    const at = part.indexOf(is);
    const key = plain(at < 0 ? part : part.slice(0, at));
    const value = at < 0 ? '' : plain(part.slice(at + is.length));
    if (!(key in out)) out[key] = value;
    else if (Array.isArray(out[key])) out[key].push(value);
    else out[key] = [out[key], value];
  }
  return out;
}

Object.assign(exports, { unescapeBuffer, unescape, escape, stringify, encode: stringify, parse, decode: parse });
