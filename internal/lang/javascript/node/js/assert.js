// assert. Its messages show both values as util.inspect does, without Node's line-by-line
// difference for long ones and without the source text of a call.
const { coded, argType, argValue, check, received } = require('internal:errors');
const { Object, Error, TypeError, RegExp, Reflect, Promise, String, Symbol } = internal.global;
const { defineProperty } = Object;
const equality = (a, b, strict) => require('internal:equal')(a, b, strict);

const show = (v) => require('util').inspect(v, { depth: 1000, sorted: true, maxArrayLength: Infinity, breakLength: Infinity, compact: false });

const introductions = {
  deepStrictEqual: 'Expected values to be strictly deep-equal:',
  strictEqual: 'Expected values to be strictly equal:',
  deepEqual: 'Expected values to be loosely deep-equal:',
  notDeepStrictEqual: 'Expected "actual" not to be strictly deep-equal to:',
  notStrictEqual: 'Expected "actual" to be strictly unequal to:',
  strictEqualObject: 'Expected "actual" to be reference-equal to "expected":',
  notStrictEqualObject: 'Expected "actual" not to be reference-equal to "expected":',
  notDeepEqual: 'Expected "actual" not to be loosely deep-equal to:',
  sameStructure: 'Values have same structure but are not reference-equal:',
};

const isObject = (v) => (typeof v === 'object' && v !== null) || typeof v === 'function';

// generated writes the message for two values that are not as the operator says.
function generated(actual, expected, operator) {
  const a = show(actual);
  const b = show(expected);
  switch (operator) {
    case 'deepStrictEqual':
    case 'strictEqual':
      return different(actual, expected, operator);
    case 'notDeepStrictEqual':
    case 'notStrictEqual': {
      const text = operator === 'notStrictEqual' && isObject(actual) ? introductions.notStrictEqualObject : introductions[operator];
      const lines = a.split('\n');
      return lines.length === 1 ? `${text}${a.length > 5 ? '\n\n' : ' '}${a}` : `${text}\n\n${a}\n`;
    }
    case 'deepEqual':
      return `${introductions.deepEqual}\n\n${a}\n\nshould loosely deep-equal\n\n${b}`;
    case 'notDeepEqual':
      return `${introductions.notDeepEqual}\n\n${b}`;
    default:
      return `${a} ${operator} ${b}`;
  }
}

// different shows two values under an introduction, by default the operator's.
function different(actual, expected, operator, introduction) {
  const a = show(actual);
  const b = show(expected);
  const objects = isObject(actual) && isObject(expected);
  if (a === b && objects) {
    return `${operator === 'strictEqual' ? introductions.sameStructure : introductions[operator]}\n\n${a}\n`;
  }
  const la = a.split('\n');
  const lb = b.split('\n');
  const single = la.length === 1 && lb.length === 1;
  const short = size(a, actual) + size(b, expected) <= 12 && (actual !== 0 || expected !== 0);
  if (single && !objects && (short || a === b)) return `${introduction ?? introductions[operator]}\n\n${a} !== ${b}\n`;
  const head = introduction ?? introductions[operator === 'strictEqual' && objects ? 'strictEqualObject' : operator];
  const { lines, skipped } = merged(la, lb);
  return `${head}\n+ actual - expected${skipped ? ' ... Lines skipped' : ''}\n\n${lines.join('\n')}${single ? pointer(a, b) : ''}`;
}

// size is the length of a value as it is shown, without quotes.
const size = (text, v) => (typeof v === 'string' ? text.length - 2 : text.length);

// pointer shows where two short lines begin to differ, where that isn't plain to see.
function pointer(a, b) {
  if (a.length + b.length > 80) return '';
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at >= 3 ? `\n${' '.repeat(at + 2)}^` : '';
}

// merged shows lines with what is only in the one and only in the other marked. It
// matches the common beginning and end, which is enough to find one difference.
function merged(a, b) {
  const same = (x, y) => x === y || `${x},` === y || x === `${y},`;
  let head = 0;
  while (head < a.length && head < b.length && same(a[head], b[head])) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const before = a.slice(0, head).map((line, i) => `  ${line.length < b[i].length ? b[i] : line}`);
  const after = a.slice(a.length - tail).map((line) => `  ${line}`);
  const lines = [
    ...(before.length > 5 ? [...before.slice(0, 2), '...', ...before.slice(-2)] : before),
    ...a.slice(head, a.length - tail).map((line) => `+ ${line}`),
    ...b.slice(head, b.length - tail).map((line) => `- ${line}`),
    ...(after.length > 4 ? [after[0], '...', ...after.slice(-3)] : after),
  ];
  return { lines, skipped: before.length > 5 || after.length > 4 };
}

// messageOf is the message of an AssertionError.
function messageOf({ message, operator, actual, expected }) {
  if (message === undefined || message === null) return generated(actual, expected, operator);
  const shows = operator === 'strictEqual' || operator === 'deepStrictEqual';
  return shows ? different(actual, expected, operator, String(message)) : String(message);
}

class AssertionError extends Error {
  constructor(options) {
    check.object(options, 'options');
    const { message, operator, actual, expected } = options;
    super(messageOf(options));
    this.generatedMessage = !message;
    defineProperty(this, 'name', { value: 'AssertionError [ERR_ASSERTION]', enumerable: false, writable: true, configurable: true });
    this.code = 'ERR_ASSERTION';
    this.stack;
    this.name = 'AssertionError';
    this.actual = actual;
    this.expected = expected;
    this.operator = operator;
  }
  toString() {
    return `${this.name} [${this.code}]: ${this.message}`;
  }
}

// raise throws: the program's own error where message is one.
function raise(actual, expected, operator, message) {
  if (message instanceof Error) throw message;
  throw new AssertionError({ actual, expected, operator, message });
}

function checkArguments(args) {
  if (args.length < 2) throw coded(TypeError, 'ERR_MISSING_ARGS', 'The "actual" and "expected" arguments must be specified');
}

// comparing makes an assertion of two values.
function comparing(operator, holds) {
  const f = (...args) => {
    checkArguments(args);
    const [actual, expected, message] = args;
    if (!holds(actual, expected)) raise(actual, expected, shown[operator] ?? operator, message);
  };
  return defineProperty(f, 'name', { value: operator, configurable: true });
}
const shown = { equal: '==', notEqual: '!=' };

const loose = (a, b) => a == b || (a !== a && b !== b);

function ok(...args) {
  const [value, message] = args;
  if (value) return;
  if (message instanceof Error) throw message;
  const made = new AssertionError({
    actual: value, expected: true, operator: '==',
    message: args.length === 0 ? 'No value argument passed to `assert.ok()`' : message ?? 'The expression evaluated to a falsy value',
  });
  made.generatedMessage = message === undefined || message === null;
  throw made;
}

function assert(...args) {
  ok(...args);
}

function fail(message) {
  if (message instanceof Error) throw message;
  const made = new AssertionError({ operator: 'fail', message: message === undefined ? 'Failed' : message });
  made.generatedMessage = message === undefined;
  throw made;
}

function ifError(e) {
  if (e === null || e === undefined) return;
  const text = typeof e === 'object' && typeof e.message === 'string' ? e.message || e.constructor?.name : show(e);
  throw new AssertionError({ actual: e, expected: null, operator: 'ifError', message: `ifError got unwanted exception: ${text}` });
}

const none = Symbol('none');

function caught(f) {
  check.func(f, 'fn');
  try {
    f();
  } catch (e) {
    return e;
  }
  return none;
}

async function rejection(promise) {
  let result = promise;
  if (typeof promise === 'function') {
    result = promise();
    if (typeof result?.then !== 'function') {
      throw coded(TypeError, 'ERR_INVALID_RETURN_VALUE', `Expected instance of Promise to be returned from the "promiseFn" function but got ${received(result).replace('Received ', '')}.`);
    }
  } else if (typeof promise?.then !== 'function') throw argType('promiseFn', 'of type function or an instance of Promise', promise);
  try {
    await result;
  } catch (e) {
    return e;
  }
  return none;
}

// thrown checks what throws or rejects has found against what was expected of it.
function thrown(operator, actual, expected, message) {
  if (typeof expected === 'string') {
    if (message !== undefined) throw argType('error', 'of type function or an instance of Error, RegExp, or Object', expected);
    const same = (typeof actual === 'object' && actual !== null && actual.message === expected) || actual === expected;
    if (same) throw coded(TypeError, 'ERR_AMBIGUOUS_ARGUMENT', `The "error/message" argument is ambiguous. The error ${typeof actual === 'object' ? `message "${actual.message}"` : `"${actual}"`} is identical to the message.`);
    message = expected;
    expected = undefined;
  } else if (expected !== null && expected !== undefined && !isObject(expected)) {
    throw argType('error', 'of type function or an instance of Error, RegExp, or Object', expected);
  }
  if (actual === none) missing(operator, expected, message);
  if (expected) matches(actual, expected, message, operator);
}

function missing(operator, expected, message) {
  const name = expected?.name ? ` (${expected.name})` : '';
  const what = operator === 'rejects' ? 'rejection' : 'exception';
  raise(undefined, expected, operator, message instanceof Error ? message : `Missing expected ${what}${name}${message ? `: ${message}` : '.'}`);
}

function matches(actual, expected, message, operator) {
  if (typeof expected !== 'function') {
    if (expected instanceof RegExp) return matchesPattern(actual, expected, message, operator);
    return matchesShape(actual, expected, message, operator);
  }
  if (expected.prototype !== undefined && actual instanceof expected) return undefined;
  let text;
  if (expected === Error || Object.prototype.isPrototypeOf.call(Error, expected)) {
    text = `The error is expected to be an instance of "${expected.name}". Received `;
    text += actual instanceof Error ? `"${actual.name}"\n\nError message:\n\n${actual.message}` : `"${show(actual)}"`;
  } else {
    const result = Reflect.apply(expected, {}, [actual]);
    if (result === true) return undefined;
    const name = expected.name ? `"${expected.name}" ` : '';
    text = `The ${name}validation function is expected to return "true". Received ${show(result)}`;
    if (actual instanceof Error) text += `\n\nCaught error:\n\n${actual}`;
  }
  return differs(actual, expected, message ?? text, operator, message === undefined);
}

function differs(actual, expected, message, operator, generatedMessage) {
  if (message instanceof Error) throw message;
  const made = new AssertionError({ actual, expected, operator, message });
  made.generatedMessage = generatedMessage;
  throw made;
}

function matchesPattern(actual, expected, message, operator) {
  const text = String(actual);
  if (expected.test(text)) return;
  differs(actual, expected, message ?? `The input did not match the regular expression ${show(expected)}. Input:\n\n${show(text)}\n`, operator, message === undefined);
}

function matchesShape(actual, expected, message, operator) {
  if (!isObject(actual)) differs(actual, expected, message ?? generated(actual, expected, 'deepStrictEqual'), operator, message === undefined);
  const names = Object.keys(expected);
  if (expected instanceof Error) names.push('name', 'message');
  else if (names.length === 0) throw argValue('error', expected, 'may not be an empty object');
  for (const name of names) {
    const want = expected[name];
    if (want instanceof RegExp && typeof actual[name] === 'string' && want.test(actual[name])) continue;
    if (name in actual && equality(actual[name], want, true)) continue;
    const only = (v) => Object.assign(Object.create(null), ...names.filter((n) => n in v).map((n) => ({ [n]: v[n] })));
    differs(actual, expected, message ?? generated(only(actual), only(expected), 'deepStrictEqual').replaceAll('[Object: null prototype] {', 'Comparison {'), operator, message === undefined);
  }
}

// unwanted is what doesNotThrow and doesNotReject do with what they have found.
function unwanted(operator, actual, expected, message) {
  if (actual === none) return;
  if (typeof expected === 'string') {
    message = expected;
    expected = undefined;
  }
  const wanted = expected === undefined || (expected instanceof RegExp ? expected.test(String(actual)) : expected.prototype !== undefined && actual instanceof expected);
  if (!wanted) throw actual;
  const what = operator === 'doesNotReject' ? 'rejection' : 'exception';
  differs(actual, expected, `Got unwanted ${what}${message ? `: ${message}` : '.'}\nActual message: "${actual?.message}"`, operator, false);
}

function matching(operator, wanted) {
  const f = (text, pattern, message) => {
    if (!(pattern instanceof RegExp)) throw argType('regexp', 'an instance of RegExp', pattern);
    if (typeof text === 'string' && pattern.test(text) === wanted) return;
    const reason = typeof text !== 'string'
      ? `The "string" argument must be of type string. Received type ${typeof text} (${show(text)})`
      : `The input ${wanted ? 'did not match the regular expression' : 'was expected to not match the regular expression'} ${show(pattern)}. Input:\n\n${show(text)}\n`;
    differs(text, pattern, message ?? reason, operator, message === undefined);
  };
  return defineProperty(f, 'name', { value: operator, configurable: true });
}

const strictly = {
  strictEqual: comparing('strictEqual', Object.is),
  notStrictEqual: comparing('notStrictEqual', (a, b) => !Object.is(a, b)),
  deepStrictEqual: comparing('deepStrictEqual', (a, b) => equality(a, b, true)),
  notDeepStrictEqual: comparing('notDeepStrictEqual', (a, b) => !equality(a, b, true)),
};
const both = {
  AssertionError, ok, fail, ifError,
  throws: (f, ...args) => thrown('throws', caught(f), ...args),
  doesNotThrow: (f, ...args) => unwanted('doesNotThrow', caught(f), ...args),
  rejects: async (p, ...args) => thrown('rejects', await rejection(p), ...args),
  doesNotReject: async (p, ...args) => unwanted('doesNotReject', await rejection(p), ...args),
  match: matching('match', true),
  doesNotMatch: matching('doesNotMatch', false),
  ...strictly,
};

Object.assign(assert, both, {
  equal: comparing('equal', loose),
  notEqual: comparing('notEqual', (a, b) => !loose(a, b)),
  deepEqual: comparing('deepEqual', (a, b) => equality(a, b, false)),
  notDeepEqual: comparing('notDeepEqual', (a, b) => !equality(a, b, false)),
});

function strict(...args) {
  ok(...args);
}
assert.strict = Object.assign(strict, both, {
  equal: strictly.strictEqual, notEqual: strictly.notStrictEqual,
  deepEqual: strictly.deepStrictEqual, notDeepEqual: strictly.notDeepStrictEqual,
});
strict.strict = strict;

module.exports = assert;
