package hostfs

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
)

// A Directory is a real one that a program sees at Path. It is open, so that it
// stays the same one whatever becomes of its name.
type Directory struct {
	Path     string // absolute and clean
	Writable bool
	root     *os.Root
	of       Descriptors
	shared   bool // another Directory has opened root, and closes it
}

// Close gives the directory up, when no FS has it.
func (d Directory) Close() {
	if !d.shared {
		_ = d.root.Close()
		d.of.give()
	}
}

// At is the same directory seen at another path. It costs no descriptor, and ends
// when d is closed.
func (d Directory) At(path string, writable bool) Directory {
	d.Path, d.Writable, d.shared = path, writable, true
	return d
}

// ErrOutside is a source that doesn't lie in a directory that is allowed. It is the
// same for one that exists and one that doesn't.
var ErrOutside = errors.New("it does not lie in a directory that may be granted")

// AnyRoot stands for all of the file system among the roots.
const AnyRoot = "/"

// Open opens the directory source, absolute and clean, to be seen at path. It must
// lie in one of the roots: links on the way there may not lead out of it. It fails
// with EMFILE when of has no descriptor left.
func Open(path, source string, writable bool, roots []string, of Descriptors) (Directory, error) {
	if !of.take() {
		return Directory{}, errTooMany
	}
	root, err := openUnder(source, roots)
	if err != nil {
		of.give()
	}
	return Directory{Path: path, Writable: writable, root: root, of: of}, err
}

func openUnder(source string, roots []string) (*os.Root, error) {
	best := ""
	for _, r := range roots {
		r = filepath.Clean(r)
		if within(source, r) && len(r) > len(best) {
			best = r
		}
	}
	switch best {
	case "":
		return nil, ErrOutside
	case AnyRoot:
		return os.OpenRoot(directory(source))
	}
	outer, err := os.OpenRoot(directory(best))
	if err != nil {
		return nil, err
	}
	defer func() { _ = outer.Close() }()
	rel, err := filepath.Rel(best, source)
	if err != nil {
		return nil, ErrOutside
	}
	root, err := outer.OpenRoot(directory(rel))
	if err != nil && errno(err) == "EACCES" && !errors.Is(err, os.ErrPermission) {
		return nil, ErrOutside // by a link
	}
	return root, err
}

// directory has a path mean a directory and nothing else: to open a pipe could take
// for ever.
func directory(path string) string { return path + "/." }

func within(path, dir string) bool {
	return path == dir || dir == AnyRoot || strings.HasPrefix(path, dir+"/")
}
