package lower

import (
	"encoding/json"
	"fmt"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/dop251/goja/file"
	"github.com/go-sourcemap/sourcemap"
)

// A mapping says that a generated position came from a source position. Lines and
// columns count from 0; generated columns are in bytes once bytesFromUnits has run,
// source columns are in UTF-16 units.
type mapping struct {
	line, column             int
	sourceLine, sourceColumn int
}

// parseMappings reads the mappings of a source map that esbuild made, those into the
// source of that name.
func parseMappings(data []byte, name string) ([]mapping, error) {
	var raw struct {
		Sources  []string `json:"sources"`
		Mappings string   `json:"mappings"`
	}
	if err := json.Unmarshal(data, &raw); err != nil {
		return nil, fmt.Errorf("parse source map: %w", err)
	}
	ms := make([]mapping, 0, strings.Count(raw.Mappings, ",")+strings.Count(raw.Mappings, ";")+1)
	var at mapping
	index := 0
	for i, line := range strings.Split(raw.Mappings, ";") {
		at.line, at.column = i, 0
		for line != "" {
			var segment string
			segment, line, _ = strings.Cut(line, ",")
			fields := decodeVLQ(segment)
			at.column += fields[0]
			index += fields[1]
			at.sourceLine += fields[2]
			at.sourceColumn += fields[3]
			if index >= 0 && index < len(raw.Sources) && raw.Sources[index] == name {
				ms = append(ms, at)
			}
		}
	}
	return ms, nil
}

const base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

// decodeVLQ reads the first four numbers of a segment; a fifth is a name's.
func decodeVLQ(segment string) (fields [4]int) {
	value, shift, n := 0, 0, 0
	for i := 0; i < len(segment) && n < len(fields); i++ {
		digit := strings.IndexByte(base64Digits, segment[i])
		value |= (digit & 31) << shift
		shift += 5
		if digit&32 != 0 {
			continue
		}
		fields[n] = value >> 1
		if value&1 != 0 {
			fields[n] = -fields[n]
		}
		n++
		value, shift = 0, 0
	}
	return fields
}

func appendVLQ(b []byte, value int) []byte {
	v := value << 1
	if value < 0 {
		v = -value<<1 | 1
	}
	for v > 31 {
		b = append(b, base64Digits[v&31|32])
		v >>= 5
	}
	return append(b, base64Digits[v])
}

// bytesFromUnits turns generated columns from UTF-16 units into bytes, which is what
// goja counts.
func bytesFromUnits(ms []mapping, code string) {
	line, rest := "", code
	for i, at := 0, -1; i < len(ms); i++ {
		for at < ms[i].line {
			line, rest, _ = strings.Cut(rest, "\n")
			at++
		}
		ms[i].column = byteColumn(line, ms[i].column)
	}
}

// byteColumn returns the byte offset of a UTF-16 offset in line.
func byteColumn(line string, units int) int {
	for i, r := range line {
		if units <= 0 {
			return i
		}
		units--
		if r >= 0x10000 {
			units--
		}
	}
	return len(line)
}

// unitColumn returns the UTF-16 offset of a byte offset in line.
func unitColumn(line string, bytes int) int {
	units := 0
	for i, r := range line {
		if i >= bytes {
			break
		}
		units++
		if r >= 0x10000 {
			units++
		}
	}
	return units + max(0, bytes-len(line))
}

// encode writes a source map that gives the right answer to goja, which asks with
// columns from 1 and takes the answer for a column from 1. Generated positions before
// the first mapping belong to the start of the source.
func encode(ms []mapping, sourceName string) ([]byte, error) {
	b := []byte("AAAC") // 0:0 is source 0:0, with columns from 1
	last := mapping{sourceColumn: 1}
	for _, m := range ms {
		if m.line > last.line {
			b = append(b, strings.Repeat(";", m.line-last.line)...)
			last.line, last.column = m.line, 0
		} else {
			b = append(b, ',')
		}
		b = appendVLQ(b, m.column+1-last.column)
		b = append(b, 'A')
		b = appendVLQ(b, m.sourceLine-last.sourceLine)
		b = appendVLQ(b, m.sourceColumn+1-last.sourceColumn)
		last.column, last.sourceLine, last.sourceColumn = m.column+1, m.sourceLine, m.sourceColumn+1
	}
	return json.Marshal(map[string]any{"version": 3, "sources": []string{sourceName}, "mappings": string(b)})
}

// newFile returns the file that a program's positions are resolved by.
func newFile(name, code string, ms []mapping) (*file.File, error) {
	fileName, sourceName := resolvingNames(name)
	data, err := encode(ms, sourceName)
	if err != nil {
		return nil, err
	}
	consumer, err := sourcemap.Parse("", data)
	if err != nil {
		return nil, fmt.Errorf("read source map: %w", err)
	}
	f := file.NewFile(fileName, code, 1)
	f.SetSourceMap(consumer)
	return f, nil
}

// resolvingNames returns a generated file's name and a source's name of which goja's
// URL arithmetic makes name. Names that URLs would escape get a generated file's name
// that is no URL, on which goja takes the source's as it is; no position shows the
// former, since each has a mapping.
func resolvingNames(name string) (fileName, sourceName string) {
	if u := file.ResolveSourcemapURL(name, path.Base(name)); u != nil && u.String() == name {
		return name, path.Base(name)
	}
	return "\x00/", name
}

// lineAt returns a line of code, counted from 1, without its end.
func lineAt(code string, n int) string {
	for ; n > 1; n-- {
		_, code, _ = strings.Cut(code, "\n")
	}
	line, _, _ := strings.Cut(code, "\n")
	return strings.TrimSuffix(line, "\r")
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
