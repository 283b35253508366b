package sqlite

import (
	"strings"
	"unicode/utf8"

	"github.com/ncruces/go-sqlite3"
)

// unwanted are functions that the library adds to SQLite, and CPython's hasn't: they
// would hide that a program has not made its own, and take long for some arguments.
var unwanted = []struct {
	name string
	args int
}{
	{"regexp", 2}, {"regexpi", 2}, {"decimal", 1}, {"decimal_exp", 1}, {"decimal_exp", 2}, {"decimal_cmp", 2}, {"decimal_add", 2},
	{"decimal_sub", 2}, {"decimal_mul", 2}, {"decimal_pow2", 1}, {"decimal_sum", 1},
	{"uuid", 0}, {"uuid", 1}, {"uuid_str", 1}, {"uuid_blob", 1}, {"base64", 1},
}

// replaceFunctions takes unwanted functions out, and puts others in the place of SQLite's
// own that take quadratic time or worse, during which nothing could end them.
func (d *database) replaceFunctions() error {
	for _, f := range unwanted {
		if err := d.conn.CreateFunction(f.name, f.args, 0, nil); err != nil {
			return err
		}
	}
	const flags = sqlite3.DETERMINISTIC | sqlite3.INNOCUOUS
	for _, f := range []struct {
		name string
		args int
		fn   func(ctx sqlite3.Context, args ...sqlite3.Value) error
	}{
		{"like", 2, d.like}, {"like", 3, d.like}, {"glob", 2, d.glob}, {"instr", 2, instr}, {"replace", 3, d.replace},
		{"trim", 2, trim(true, true)}, {"ltrim", 2, trim(true, false)}, {"rtrim", 2, trim(false, true)},
	} {
		err := d.conn.CreateFunction(f.name, f.args, flags, func(ctx sqlite3.Context, args ...sqlite3.Value) {
			if simple(ctx, f.name, args) {
				return
			}
			var err error
			defer func() {
				if recover() != nil { // the library's, when there is no memory
					err = sqlite3.NOMEM
				}
				if err != nil {
					ctx.ResultError(err)
				}
			}()
			err = f.fn(ctx, args...)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// simple gives the result for arguments that are no texts: for a blob LIKE and GLOB are
// false, as SQLite is built here and for CPython, and for NULL it is NULL.
func simple(ctx sqlite3.Context, name string, args []sqlite3.Value) bool {
	matches := name == "like" || name == "glob"
	for _, v := range args[:2] {
		if matches && v.Type() == sqlite3.BLOB {
			ctx.ResultBool(false)
			return true
		}
	}
	for _, v := range args {
		if v.Type() == sqlite3.NULL {
			ctx.ResultNull()
			return true
		}
	}
	return false
}

// instr is where the second text, or blob, first is in the other, from 1.
func instr(ctx sqlite3.Context, args ...sqlite3.Value) error {
	if args[0].Type() == sqlite3.BLOB && args[1].Type() == sqlite3.BLOB {
		ctx.ResultInt64(int64(strings.Index(string(args[0].RawBlob()), string(args[1].RawBlob())) + 1))
		return nil
	}
	text, part := args[0].Text(), args[1].Text()
	i := strings.Index(text, part)
	if i > 0 {
		i = countRunes(text[:i])
	}
	ctx.ResultInt64(int64(i + 1))
	return nil
}

// countRunes counts characters as SQLite does, which doesn't look whether they are whole.
func countRunes(s string) (n int) {
	for i := range len(s) {
		if s[i]&0xc0 != 0x80 {
			n++
		}
	}
	return n
}

func (d *database) replace(ctx sqlite3.Context, args ...sqlite3.Value) error {
	text, old, by := args[0].Text(), args[1].Text(), args[2].Text()
	if old == "" {
		ctx.ResultValue(args[0])
		return nil
	}
	n := strings.Count(text, old)
	if size := len(text) + n*(len(by)-len(old)); size > d.conn.Limit(sqlite3.LIMIT_LENGTH, -1) || int64(size) > d.region {
		return sqlite3.TOOBIG
	}
	ctx.ResultText(strings.ReplaceAll(text, old, by))
	return nil
}

// trim takes characters off a text's ends.
func trim(left, right bool) func(ctx sqlite3.Context, args ...sqlite3.Value) error {
	return func(ctx sqlite3.Context, args ...sqlite3.Value) error {
		text, set := args[0].Text(), map[rune]bool{}
		for _, r := range args[1].Text() {
			set[r] = true
		}
		in := func(r rune) bool { return set[r] }
		if left {
			text = strings.TrimLeftFunc(text, in)
		}
		if right {
			text = strings.TrimRightFunc(text, in)
		}
		ctx.ResultText(text)
		return nil
	}
}

// afterPragma puts LIKE in its place again when a pragma has changed it, and finds out how.
func (d *database) afterPragma(sql string) error {
	const name = "case_sensitive_like"
	if len(sql) < len(name) || !strings.Contains(strings.ToLower(sql), name) {
		return nil
	}
	d.checked = true
	stmt, _, err := d.conn.Prepare("SELECT 'a' LIKE 'A'")
	if err != nil {
		return err
	}
	d.checked = true
	stmt.Step()
	d.caseful = !stmt.ColumnBool(0)
	if err := stmt.Close(); err != nil {
		return err
	}
	return d.replaceFunctions()
}

// maxPattern is how long a pattern may be, in bytes, as in SQLite.
const maxPattern = 50000

func (d *database) like(ctx sqlite3.Context, args ...sqlite3.Value) error {
	p := pattern{many: '%', one: '_', fold: !d.caseful, poll: d.poll}
	if len(args) == 3 {
		escape := args[2].Text()
		if countRunes(escape) != 1 {
			return textError("ESCAPE expression must be a single character")
		}
		p.escape, _ = utf8.DecodeRuneInString(escape)
	}
	if last := &d.likes; last.fold == p.fold && last.escape == p.escape && last.poll != nil {
		return last.answer(ctx, args)
	}
	d.likes = p
	return d.likes.answer(ctx, args)
}

func (d *database) glob(ctx sqlite3.Context, args ...sqlite3.Value) error {
	p := pattern{many: '*', one: '?', sets: true, poll: d.poll}
	return p.answer(ctx, args)
}

func (p *pattern) answer(ctx sqlite3.Context, args []sqlite3.Value) error {
	text := args[0].Text()
	if len(text) > maxPattern {
		return textError("LIKE or GLOB pattern too complex")
	}
	if p.text != text || p.parts == nil {
		p.text, p.parts, p.bad = text, nil, false
		p.compile(text)
	}
	ok, err := p.match(args[1].Text())
	if err == nil {
		ctx.ResultBool(ok)
	}
	return err
}
