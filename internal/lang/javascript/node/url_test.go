package node

import (
	"strings"
	"testing"

	"github.com/dop251/goja"
)

// FuzzParseURL finds URLs that aren't the same when what they are written as is parsed
// again.
func FuzzParseURL(f *testing.F) {
	for _, seed := range []string{"http://u:p@h:1/a/../b?c#d", "file:///C|/x", "mailto:a@b", "foo://[::1]/", "http://0x7f.1/", "a:/..//x", "http://bücher.example"} {
		f.Add(seed, "")
		f.Add("../"+seed, "http://h/a/b")
	}
	f.Fuzz(func(t *testing.T, text, onto string) {
		base, err := parseURL(strings.ToValidUTF8(onto, ""), nil)
		if err != nil {
			base = nil
		}
		u, err := parseURL(strings.ToValidUTF8(text, ""), base)
		if err != nil {
			return
		}
		again, err := parseURL(u.href(), nil)
		if err != nil || again.href() != u.href() {
			t.Fatalf("%q on %q is %q, which is %v, %v", text, onto, u.href(), again, err)
		}
	})
}

// TestURLDots has what Node 20 gets wrong: it loses the path's slash.
func TestURLDots(t *testing.T) {
	base, err := parseURL("foo://h/a", nil)
	if err != nil {
		t.Fatal(err)
	}
	u, err := parseURL("..", base)
	if err != nil || u.href() != "foo://h/" {
		t.Errorf("got %q, %v", u.href(), err)
	}
}

// TestURLBounds has URLs that would take much more memory than they are long.
func TestURLBounds(t *testing.T) {
	if _, err := parseURL("http://h/"+strings.Repeat("/", maxURL), nil); err == nil {
		t.Error("a URL beyond the limit was parsed")
	}
	if _, err := parseURL("http://"+strings.Repeat("ü.", maxUnicodeHost), nil); err == nil {
		t.Error("a host beyond the limit was parsed")
	}
	script := `try { new (require('url').URLSearchParams)('a&'.repeat(1100000)) } catch (e) { print(e.name, e.message) }`
	got, err := newBare(t, NewLibrary()).run("bounds.js", script)
	if want := "RangeError The query has too many parameters\n"; got != want || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
}

// TestURLParamsGrow has many additions, each of which once copied all before it.
func TestURLParamsGrow(t *testing.T) {
	script := `const p = new (require('url').URLSearchParams)(); for (let i = 0; i < 30000; i++) p.append('k', i); print(p.size, p.getAll('k')[29999])`
	got, err := newBare(t, NewLibrary()).run("grow.js", script)
	if got != "30000 29999\n" || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
}

// TestURLUnderPollution has a program that changes what arrays and objects do.
func TestURLUnderPollution(t *testing.T) {
	script := `
Array.prototype.push = Array.prototype.slice = null;
Object.prototype.get = Object.prototype.base = 1;
const { URL } = require('url');
print(new URL('../x?a=1', 'http://h/a/b/').href);
`
	got, err := newBare(t, NewLibrary()).run("pollution.js", script)
	if got != "http://h/a/x?a=1\n" || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
}

func BenchmarkURL(b *testing.B) {
	x := newBare(b, NewLibrary())
	v, err := x.vm.RunString(`const { URL } = require('url'); () => new URL('https://user@example.com:8443/a/b/../c?x=1&y=2#top').pathname`)
	if err != nil {
		b.Fatal(err)
	}
	f, _ := goja.AssertFunction(v)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := f(goja.Undefined()); err != nil {
			b.Fatal(err)
		}
	}
}
