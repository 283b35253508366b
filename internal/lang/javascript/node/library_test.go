package node

import (
	"errors"
	"strings"
	"sync"
	"testing"

	"github.com/dop251/goja"
)

// TestConcurrentLoad has many runtimes use one library that has compiled nothing.
func TestConcurrentLoad(t *testing.T) {
	l := NewLibrary()
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			b := newBare(t, l)
			for _, name := range l.Names() {
				b.require(name)
			}
		})
	}
	wait.Wait()
}

func TestUnknownModule(t *testing.T) {
	b := newBare(t, NewLibrary())
	if _, err := b.library.Load(b.vm, b.host(), "absent"); err == nil || !strings.Contains(err.Error(), `"absent"`) {
		t.Errorf("error %v", err)
	}
}

// TestPolluted loads every module after a program has spoilt what the modules use: that
// may fail, as an exception.
func TestPolluted(t *testing.T) {
	l := NewLibrary()
	for _, spoil := range []string{
		`for (const k of ['push', 'map', 'forEach', 'shift', 'splice', 'includes', 'join']) Array.prototype[k] = null;`,
		`Object.defineProperty(Object.prototype, 'exports', { set() { throw new Error('set'); } });`,
		`Object.prototype.get = 1;`,
		`Object.assign = () => ({}); Object.defineProperty = () => {}; String.prototype.toLowerCase = () => 'constructor';`,
		`Math.trunc = () => -5; Number.isInteger = () => true; Math.min = () => -1;`,
		`Symbol.for = null; Object.keys = null; globalThis.Uint8Array = null; globalThis.Map = undefined;`,
		`Function.prototype.call = null; Reflect.apply = null; String.prototype.replace = () => 5;`,
	} {
		for _, name := range l.Names() {
			script := spoil + `
				let m; try { m = require('` + name + `'); } catch (e) { m = {}; }
				const tries = ['text', -1, {}, 2 ** 40];
				for (const k of Object.getOwnPropertyNames(m)) for (const a of tries) for (const b of tries) {
					try { m[k](a, b); } catch (e) {}
				}
				const B = m.Buffer;
				if (B) for (const k of Object.getOwnPropertyNames(B.prototype)) for (const a of tries) for (const b of tries) {
					try { B.from('some bytes')[k](a, b, 'utf8'); } catch (e) {}
				}`
			var thrown *goja.Exception
			if _, err := newBare(t, l).run("polluted.js", script); err != nil && !errors.As(err, &thrown) {
				t.Errorf("%s after %s: %v", name, spoil, err)
			}
		}
	}
}

// TestElided has what differs from Node on purpose.
func TestElided(t *testing.T) {
	for _, test := range []struct{ name, script, want string }{
		{"too large", `try { require('buffer').Buffer.alloc(64 * 1024 * 1024 + 1); } catch (e) { print(e.name, e.code); }`, "RangeError ERR_OUT_OF_RANGE\n"},
		{"too large concatenated", `const { Buffer } = require('buffer'); const b = Buffer.alloc(40 * 1024 * 1024);
			try { Buffer.concat([b, b]); } catch (e) { print(e.name, e.code); }`, "RangeError ERR_OUT_OF_RANGE\n"},
		{"too large text", `const { Buffer } = require('buffer');
			try { Buffer.from('x'.repeat(64 * 1024 * 1024 + 1)); } catch (e) { print(e.name, e.code); }`, "RangeError ERR_OUT_OF_RANGE\n"},
		{"largest", `print(require('buffer').constants.MAX_LENGTH)`, "67108864\n"},
		{"win32", `try { require('path').win32; } catch (e) { print(e.message); }`, "path.win32 is not supported; paths are POSIX paths here\n"},
		{"os", `const os = require('os'); print(os.EOL === '\n', os.platform(), os.type(), os.hostname(), os.cpus().length, os.tmpdir(), os.homedir(),
			os.endianness(), os.totalmem(), os.freemem(), JSON.stringify(os.userInfo()), JSON.stringify(os.networkInterfaces()), os.loadavg(), os.arch());`,
			`true linux Linux elided 0 /tmp / LE 1073741824 1073741824 {"uid":1000,"gid":1000,"username":"elided","homedir":"/","shell":null} {} 0,0,0 x64` + "\n"},
		{"decoder of an inherited name", `try { new (require('string_decoder').StringDecoder)('constructor'); } catch (e) { print(e.code); }`, "ERR_UNKNOWN_ENCODING\n"},
		{"encoding of an inherited name", `try { require('buffer').Buffer.from('a', '__proto__'); } catch (e) { print(e.code); }`, "ERR_UNKNOWN_ENCODING\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := newBare(t, NewLibrary()).run("test.js", test.script)
			if err != nil || got != test.want {
				t.Errorf("got %q, %v", got, err)
			}
		})
	}
}
