// util.parseArgs.
const { coded, argType, check } = require('internal:errors');
const { Object, Array, String, TypeError } = internal.global;

const failure = (code, message) => coded(TypeError, `ERR_PARSE_ARGS_${code}`, message);

// longOf finds the option that a name or a one-letter name means.
const longOf = (short, options) => Object.keys(options).find((name) => options[name].short === short) ?? short;
const typeOf = (name, options) => (Object.hasOwn(options, name) ? options[name].type : undefined);

// tokensOf returns what args are, with groups such as -abc taken apart.
function tokensOf(args, options) {
  const tokens = [];
  const queue = args.map((text, index) => ({ text, index }));
  while (queue.length > 0) {
    const { text, index, group } = queue.shift();
    if (text === '--' && !group) {
      tokens.push({ kind: 'option-terminator', index });
      for (const rest of queue) tokens.push({ kind: 'positional', index: rest.index, value: rest.text });
      break;
    }
    if (/^--[^=]/.test(text)) tokens.push(long(text, index, queue, options));
    else if (/^-[^-]/.test(text)) short(text, index, queue, options, tokens);
    else tokens.push({ kind: 'positional', index, value: text });
  }
  return tokens;
}

function long(text, index, queue, options) {
  const at = text.indexOf('=', 3);
  const name = at < 0 ? text.slice(2) : text.slice(2, at);
  const token = { kind: 'option', name, rawName: `--${name}`, index, value: undefined, inlineValue: undefined };
  if (at >= 0) Object.assign(token, { value: text.slice(at + 1), inlineValue: true });
  else if (typeOf(name, options) === 'string' && queue.length > 0) Object.assign(token, { value: queue.shift().text, inlineValue: false });
  return token;
}

function short(text, index, queue, options, tokens) {
  const letter = text[1];
  const name = longOf(letter, options);
  const token = { kind: 'option', name, rawName: `-${letter}`, index, value: undefined, inlineValue: undefined };
  tokens.push(token);
  if (typeOf(name, options) !== 'string') {
    if (text.length > 2) queue.unshift({ text: `-${text.slice(2)}`, index, group: true });
  } else if (text.length > 2) Object.assign(token, { value: text.slice(2), inlineValue: true });
  else if (queue.length > 0) Object.assign(token, { value: queue.shift().text, inlineValue: false });
}

// checkToken throws for an option that isn't known or has no fitting value.
function checkToken(token, options, allowPositionals) {
  const type = typeOf(token.name, options);
  const used = options[token.name]?.short && type !== undefined ? `-${options[token.name].short}, --${token.name}` : `--${token.name}`;
  if (type === undefined) {
    const hint = allowPositionals
      ? `. To specify a positional argument starting with a '-', place it at the end of the command after '--', as in '-- "${token.rawName}"`
      : '';
    throw failure('UNKNOWN_OPTION', `Unknown option '${token.rawName}'${hint}`);
  }
  if (type === 'string' && typeof token.value !== 'string') throw failure('INVALID_OPTION_VALUE', `Option '${used} <value>' argument missing`);
  if (type === 'boolean' && token.value !== undefined) throw failure('INVALID_OPTION_VALUE', `Option '${used}' does not take an argument`);
  if (token.inlineValue === false && token.value.length > 1 && token.value[0] === '-') {
    throw failure('INVALID_OPTION_VALUE', `Option '${token.rawName}' argument is ambiguous.\nDid you forget to specify the option argument for '${token.rawName}'?\n` +
      `To specify an option argument starting with a dash use ${token.rawName.startsWith('--') ? `'${token.rawName}=-XYZ'` : `'--${token.name}=-XYZ' or '${token.rawName}-XYZ'`}.`);
  }
}

function checkOptions(options) {
  check.object(options, 'options');
  for (const name of Object.keys(options)) {
    const option = options[name];
    check.object(option, `options.${name}`);
    if (option.type !== 'string' && option.type !== 'boolean') throw argType(`options.${name}.type`, "('string|boolean')", option.type);
    if (option.short !== undefined) {
      check.string(option.short, `options.${name}.short`);
      if (option.short.length !== 1) throw coded(TypeError, 'ERR_INVALID_ARG_VALUE', `The property 'options.${name}.short' must be a single character. Received '${option.short}'`);
    }
  }
}

module.exports = function parseArgs(config = {}) {
  const { args = internal.process?.argv?.slice(2) ?? [], options = {}, strict = true, tokens: wantTokens = false } = config;
  const allowPositionals = config.allowPositionals ?? !strict;
  if (!Array.isArray(args)) throw argType('args', 'an instance of Array', args);
  checkOptions(options);
  const tokens = tokensOf(args.map(String), options);
  const values = Object.create(null);
  const positionals = [];
  for (const token of tokens) {
    if (token.kind === 'positional') {
      if (!allowPositionals) {
        throw failure('UNEXPECTED_POSITIONAL', `Unexpected argument '${token.value}'. This command does not take positional arguments`);
      }
      positionals.push(token.value);
    } else if (token.kind === 'option') {
      if (strict) checkToken(token, options, allowPositionals);
      store(values, token, options);
    }
  }
  for (const name of Object.keys(options)) {
    if (options[name].default !== undefined && values[name] === undefined) values[name] = options[name].default;
  }
  return wantTokens ? { values, positionals, tokens } : { values, positionals };
};

function store(values, token, options) {
  if (token.name === '__proto__') return;
  const value = token.value ?? true;
  if (Object.hasOwn(options, token.name) && options[token.name].multiple) (values[token.name] ??= []).push(value);
  else values[token.name] = value;
}
