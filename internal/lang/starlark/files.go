package starlark

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	sl "go.starlark.net/starlark"
	"go.starlark.net/starlarkstruct"

	"github.com/elide-dev/elided/internal/lang"
)

// maxContent bounds what is read of a file at once, in bytes: more is to be read by
// chunks or lines.
const maxContent = 64 << 20

// fsModule is the module fs. It is there without the grant too: its use tells how
// to get it.
func fsModule() *starlarkstruct.Module {
	members := sl.StringDict{}
	for name, f := range map[string]builtinFunc{
		"read_file": readFile, "read_bytes": readBytes, "write_file": writeFile, "append_file": appendFile,
		"read_dir": readDir, "stat": statFile, "exists": fileExists, "mkdir": mkdir, "remove": removeFile,
		"rename": renameFile, "truncate": truncateFile, "lines": fileLines, "chunks": fileChunks,
	} {
		members[name] = sl.NewBuiltin("fs."+name, f)
	}
	return &starlarkstruct.Module{Name: "fs", Members: members}
}

// file does one operation and waits for its answer. about is the builtin and the
// path, for the error.
func (in *instance) file(about string, c lang.FileCall) (lang.FileResult, error) {
	if in.host.Files == nil {
		return lang.FileResult{}, errors.New(lang.NotGranted("fs"))
	}
	if in.interrupted() {
		return lang.FileResult{}, errInterrupted
	}
	answer := make(chan lang.FileResult, 1)
	in.host.Files.Call(c, func(r lang.FileResult) { answer <- r })
	r := lang.FileResult{Errno: "EINTR"}
	in.host.Waiting(func() {
		select {
		case r = <-answer:
		case <-in.stop:
		}
	})
	if r.Errno != "" {
		return r, &fileError{r.Errno, about}
	}
	return r, nil
}

var errInterrupted = errors.New("interrupted")

// A fileError is an operation that failed.
type fileError struct{ errno, about string }

func (e *fileError) Error() string { return e.about + ": " + e.errno + lang.ErrnoText(e.errno) }

func about(b *sl.Builtin, path string) string { return fmt.Sprintf("%s(%.200q)", b.Name(), path) }

func readBytes(t *sl.Thread, b *sl.Builtin, args sl.Tuple, kwargs []sl.Tuple) (sl.Value, error) {
	var path string
	if err := sl.UnpackArgs(b.Name(), args, kwargs, "path", &path); err != nil {
		return nil, err
	}
	content, err := instanceOf(t).content(b, path)
	return sl.Bytes(content), err
}

func readFile(t *sl.Thread, b *sl.Builtin, args sl.Tuple, kwargs []sl.Tuple) (sl.Value, error) {
	var path string
	if err := sl.UnpackArgs(b.Name(), args, kwargs, "path", &path); err != nil {
		return nil, err
	}
	content, err := instanceOf(t).content(b, path)
	return sl.String(content), err
}

// content is all of a file.
func (in *instance) content(b *sl.Builtin, path string) (string, error) {
	f, err := in.openFile(b, path, lang.ForReading)
	if err != nil {
		return "", err
	}
	defer f.close()
	var all strings.Builder
	for {
		part, more, err := f.next(lang.FileChunk)
		if err != nil {
			return "", err
		}
		if all.Len()+len(part) > maxContent {
			return "", fmt.Errorf("%s: has more than %d bytes: read it with fs.chunks or fs.lines", f.about, maxContent)
		}
		all.Write(part)
		if !more {
			return all.String(), nil
		}
	}
}

func writeFile(t *sl.Thread, b *sl.Builtin, args sl.Tuple, kwargs []sl.Tuple) (sl.Value, error) {
	return putFile(t, b, args, kwargs, lang.Truncate)
}

func appendFile(t *sl.Thread, b *sl.Builtin, args sl.Tuple, kwargs []sl.Tuple) (sl.Value, error) {
	return putFile(t, b, args, kwargs, lang.Append)
}

func putFile(t *sl.Thread, b *sl.Builtin, args sl.Tuple, kwargs []sl.Tuple, how lang.FileFlags) (sl.Value, error) {
	var path string
	var data sl.Value
	if err := sl.UnpackArgs(b.Name(), args, kwargs, "path", &path, "data", &data); err != nil {
		return nil, err
	}
	var content []byte
	switch d := data.(type) {
	case sl.String:
		content = []byte(d)
	case sl.Bytes:
		content = []byte(d)
	default:
		return nil, fmt.Errorf("%s: for parameter data: got %s, want string or bytes", b.Name(), data.Type())
	}
	f, err := instanceOf(t).openFile(b, path, lang.ForWriting|lang.Create|how)
	if err != nil {
		return nil, err
	}
	if err := f.write(content); err != nil {
		f.close()
		return nil, err
	}
	return sl.None, f.close()
}

func readDir(t *sl.Thread, b *sl.Builtin, args sl.Tuple, kwargs []sl.Tuple) (sl.Value, error) {
	path := "."
	if err := sl.UnpackArgs(b.Name(), args, kwargs, "path?", &path); err != nil {
		return nil, err
	}
	in := instanceOf(t)
	var names []string
	for c := (lang.FileCall{Op: lang.FileList, Path: path}); ; {
		r, err := in.file(about(b, path), c)
		if err != nil {
			return nil, err
		}
		for _, e := range r.Entries {
			names = append(names, e.Name)
		}
		if !r.More {
			slices.Sort(names)
			return stringList(names), nil
		}
		c = lang.FileCall{Op: lang.FileList, Handle: r.Handle}
	}
}

var kindNames = map[lang.FileKind]string{lang.RegularFile: "file", lang.Directory: "directory", lang.Link: "link"}

func statFile(t *sl.Thread, b *sl.Builtin, args sl.Tuple, kwargs []sl.Tuple) (sl.Value, error) {
	var name string
	follow := true
	if err := sl.UnpackArgs(b.Name(), args, kwargs, "path", &name, "follow?", &follow); err != nil {
		return nil, err
	}
	c := lang.FileCall{Op: lang.FileStat, Path: name}
	if !follow {
		c.Flags = lang.NoFollow
	}
	r, err := instanceOf(t).file(about(b, name), c)
	if err != nil {
		return nil, err
	}
	return &record{starlarkstruct.FromStringDict(starlarkstruct.Default, sl.StringDict{
		"name":     sl.String(path.Base(name)),
		"kind":     sl.String(cmp.Or(kindNames[r.Info.Kind], "other")),
		"size":     sl.MakeUint64(r.Info.Size),
		"mode":     sl.MakeUint64(uint64(r.Info.Mode)),
		"modified": sl.Float(float64(r.Info.Modified/1e3) / 1e6),
	})}, nil
}

// fileExists is False for whatever can't be looked at.
func fileExists(t *sl.Thread, b *sl.Builtin, args sl.Tuple, kwargs []sl.Tuple) (sl.Value, error) {
	var path string
	if err := sl.UnpackArgs(b.Name(), args, kwargs, "path", &path); err != nil {
		return nil, err
	}
	_, err := instanceOf(t).file(about(b, path), lang.FileCall{Op: lang.FileStat, Path: path})
	var failed *fileError
	if errors.As(err, &failed) && failed.errno != "EINTR" {
		return sl.False, nil
	}
	return sl.Bool(err == nil), err
}

func mkdir(t *sl.Thread, b *sl.Builtin, args sl.Tuple, kwargs []sl.Tuple) (sl.Value, error) {
	return changeName(t, b, args, kwargs, "parents?", lang.FileCall{Op: lang.FileMkdir})
}

func removeFile(t *sl.Thread, b *sl.Builtin, args sl.Tuple, kwargs []sl.Tuple) (sl.Value, error) {
	return changeName(t, b, args, kwargs, "recursive?", lang.FileCall{Op: lang.FileRemove})
}

// changeName takes a path and an option that makes it recursive.
func changeName(t *sl.Thread, b *sl.Builtin, args sl.Tuple, kwargs []sl.Tuple, option string, c lang.FileCall) (sl.Value, error) {
	recursive := false
	if err := sl.UnpackArgs(b.Name(), args, kwargs, "path", &c.Path, option, &recursive); err != nil {
		return nil, err
	}
	if recursive {
		c.Flags = lang.Recursive
	}
	in := instanceOf(t)
	_, err := in.file(about(b, c.Path), c)
	var failed *fileError
	if c.Op == lang.FileRemove && errors.As(err, &failed) && failed.errno == "EISDIR" { // an empty one is as good as a file
		c.Flags = lang.OnlyDirectory
		_, err = in.file(about(b, c.Path), c)
	}
	return sl.None, err
}

func renameFile(t *sl.Thread, b *sl.Builtin, args sl.Tuple, kwargs []sl.Tuple) (sl.Value, error) {
	c := lang.FileCall{Op: lang.FileRename}
	if err := sl.UnpackArgs(b.Name(), args, kwargs, "path", &c.Path, "to", &c.To); err != nil {
		return nil, err
	}
	_, err := instanceOf(t).file(about(b, c.Path), c)
	return sl.None, err
}

func truncateFile(t *sl.Thread, b *sl.Builtin, args sl.Tuple, kwargs []sl.Tuple) (sl.Value, error) {
	c := lang.FileCall{Op: lang.FileTruncate}
	if err := sl.UnpackArgs(b.Name(), args, kwargs, "path", &c.Path, "size?", &c.Offset); err != nil {
		return nil, err
	}
	_, err := instanceOf(t).file(about(b, c.Path), c)
	return sl.None, err
}
