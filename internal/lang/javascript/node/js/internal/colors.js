// util.inspect.colors, and util.styleText, which uses them.
const { check, argValue } = require('internal:errors');
const { Array, Object } = internal.global;
const { defineProperty } = Object;

// Escape sequences by name, as [on, off].
const colors = { __proto__: null };
const add = (names, first, off) => names.split(' ').forEach((name, i) => { colors[name] = [first + i, off]; });
const hues = 'Black Red Green Yellow Blue Magenta Cyan White'.split(' ');
Object.assign(colors, {
  reset: [0, 0], bold: [1, 22], dim: [2, 22], italic: [3, 23], underline: [4, 24], blink: [5, 25], inverse: [7, 27],
  hidden: [8, 28], strikethrough: [9, 29], doubleunderline: [21, 24],
});
add(hues.join(' ').toLowerCase(), 30, 39);
add(hues.map((hue) => `bg${hue}`).join(' '), 40, 49);
Object.assign(colors, { framed: [51, 54], overlined: [53, 55], gray: [90, 39] });
add(hues.slice(1).map((hue) => `${hue.toLowerCase()}Bright`).join(' '), 91, 39);
colors.bgGray = [100, 49];
add(hues.slice(1).map((hue) => `bg${hue}Bright`).join(' '), 101, 49);

const aliases = {
  grey: 'gray', blackBright: 'gray', bgGrey: 'bgGray', bgBlackBright: 'bgGray', faint: 'dim', crossedout: 'strikethrough',
  strikeThrough: 'strikethrough', crossedOut: 'strikethrough', conceal: 'hidden', swapColors: 'inverse', swapcolors: 'inverse',
  doubleUnderline: 'doubleunderline',
};
for (const name of Object.keys(aliases)) {
  defineProperty(colors, name, {
    configurable: true,
    get() { return this[aliases[name]]; },
    set(v) { this[aliases[name]] = v; },
  });
}

const styles = {
  __proto__: null, special: 'cyan', number: 'yellow', bigint: 'yellow', boolean: 'yellow', undefined: 'grey', null: 'bold',
  string: 'green', symbol: 'green', date: 'magenta', regexp: 'red', module: 'underline',
};

// styleText leaves text plain for an output that is no terminal, as none here is, unless
// it is told not to look.
function styleText(format, text, { validateStream = true, stream = internal.process?.stdout } = {}) {
  check.string(text, 'text');
  let on = '';
  let off = '';
  for (const name of Array.isArray(format) ? format : [format]) {
    const codes = colors[name];
    if (codes === undefined) throw argValue('format', name, `must be one of: ${Object.keys(colors).map((k) => `'${k}'`).join(', ')}`);
    on += `\u001b[${codes[0]}m`;
    off = `\u001b[${codes[1]}m${off}`;
  }
  return validateStream && !stream?.isTTY ? text : `${on}${text}${off}`;
}

module.exports = { colors, styles, styleText };
