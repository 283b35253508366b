// Query strings.
const { Object, Array, Number, String, URIError, encodeURIComponent, decodeURIComponent } = internal.global;
const { coded } = require('internal:errors');

function escape(v) {
  const text = typeof v === 'string' ? v : typeof v === 'object' ? String(v) : `${v}`;
  try {
    return encodeURIComponent(text);
  } catch {
    throw coded(URIError, 'ERR_INVALID_URI', 'URI malformed');
  }
}

function unescapeBuffer(text, decodeSpaces) {
  const { Buffer } = require('buffer');
  const spaced = decodeSpaces ? text.replace(/\+/g, ' ') : text;
  const out = [];
  for (const part of spaced.split(/(%[0-9a-fA-F]{2})/)) {
    if (/^%[0-9a-fA-F]{2}$/.test(part)) out.push(Buffer.of(Number(`0x${part.slice(1)}`)));
    else out.push(Buffer.from(part, 'latin1'));
  }
  return Buffer.concat(out);
}

function unescape(text, decodeSpaces) {
  try {
    return decodeURIComponent(text);
  } catch {
    return unescapeBuffer(text, decodeSpaces).toString();
  }
}

function primitive(v) {
  switch (typeof v) {
    case 'string':
      return v;
    case 'number':
      return Number.isFinite(v) ? `${v}` : '';
    case 'bigint':
    case 'boolean':
      return `${v}`;
  }
  return '';
}

function stringify(o, sep, eq, options) {
  if (o === null || typeof o !== 'object') return '';
  const between = sep || '&';
  const equals = eq || '=';
  const given = options?.encodeURIComponent;
  const encode = typeof given === 'function' ? given : module.exports.escape;
  const out = [];
  for (const key of Object.keys(o)) {
    const name = `${encode(key)}${equals}`;
    const values = Array.isArray(o[key]) ? o[key] : [o[key]];
    for (const v of values) {
      const text = primitive(v);
      out.push(name + (text === '' ? '' : encode(text)));
    }
  }
  return out.join(between);
}

// decoded keeps text that can't be decoded.
function decoded(text, decode) {
  if (decode === unescape && !text.includes('%')) return text;
  try {
    return decode(text);
  } catch {
    return unescape(text, true);
  }
}

function parse(text, sep, eq, options) {
  const result = Object.create(null);
  if (typeof text !== 'string' || text === '') return result;
  const between = sep ? `${sep}` : '&';
  const equals = eq ? `${eq}` : '=';
  const most = typeof options?.maxKeys === 'number' ? options.maxKeys : 1000;
  const given = options?.decodeURIComponent;
  const decode = typeof given === 'function' ? given : module.exports.unescape;
  let n = 0;
  for (const part of text.split(between)) {
    if (part === '') continue;
    if (most > 0 && n++ >= most) break;
    const at = part.indexOf(equals);
    const name = at < 0 ? part : part.slice(0, at);
    const value = at < 0 ? '' : part.slice(at + equals.length);
    add(result, decoded(name.replace(/\+/g, ' '), decode), decoded(value.replace(/\+/g, ' '), decode));
  }
  return result;
}

function add(result, name, value) {
  const before = result[name];
  if (before === undefined) result[name] = value;
  else if (Array.isArray(before)) before.push(value);
  else result[name] = [before, value];
}

module.exports = { unescapeBuffer, unescape, escape, stringify, encode: stringify, parse, decode: parse };
