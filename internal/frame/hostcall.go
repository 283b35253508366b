package frame

import (
	"github.com/elide-dev/elided/internal/lang"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

const (
	// Calls is how many host calls of a run may be under way: numbered, and their
	// answers not yet known to be taken.
	Calls = 64

	// CallWindow is how many bytes they and their answers may have, as CallCost has it.
	CallWindow = 1 << 20

	callOverhead = 256
	listCost     = 64 << 10
)

// CallCost is how many bytes a call and its answer may have.
func CallCost(c *workerv1.FileCall) int {
	cost := callOverhead + len(c.GetPath()) + len(c.GetTo()) + len(c.GetData()) + int(c.GetLength())
	if c.GetOperation() == workerv1.FileOperation_FILE_OPERATION_LIST {
		cost += listCost
	}
	return cost
}

// CallFits reports whether a call keeps the bounds of its parts.
func CallFits(c *workerv1.FileCall) bool {
	return len(c.GetPath()) <= lang.MaxFilePath && len(c.GetTo()) <= lang.MaxFilePath &&
		len(c.GetData()) <= lang.FileChunk && c.GetLength() <= lang.FileChunk
}

// FileCall is the wire's form of a call.
func FileCall(c lang.FileCall) *workerv1.FileCall {
	return &workerv1.FileCall{
		Operation: workerv1.FileOperation(c.Op), Flags: uint32(c.Flags), Mode: c.Mode,
		Path: []byte(c.Path), To: []byte(c.To), Handle: c.Handle,
		Offset: c.Offset, Length: uint32(c.Length), Data: c.Data,
	}
}

// ReadFileCall reads the wire's form.
func ReadFileCall(c *workerv1.FileCall) lang.FileCall {
	return lang.FileCall{
		Op: lang.FileOp(c.GetOperation()), Flags: lang.FileFlags(c.GetFlags()), Mode: c.GetMode(),
		Path: string(c.GetPath()), To: string(c.GetTo()), Handle: c.GetHandle(),
		Offset: c.GetOffset(), Length: int(c.GetLength()), Data: c.GetData(),
	}
}

// FileResult is the wire's form of an answer.
func FileResult(r lang.FileResult) *workerv1.FileResult {
	out := &workerv1.FileResult{
		Errno: r.Errno, Handle: r.Handle, Data: r.Data, Written: uint32(r.Written), More: r.More,
	}
	if r.Info != (lang.FileInfo{}) {
		out.Info = &workerv1.FileInfo{
			Kind: workerv1.FileKind(r.Info.Kind), Mode: r.Info.Mode, Size: r.Info.Size,
			Modified: r.Info.Modified, Inode: r.Info.Inode,
		}
	}
	for _, e := range r.Entries {
		out.Entries = append(out.Entries, &workerv1.FileEntry{Name: []byte(e.Name), Kind: workerv1.FileKind(e.Kind)})
	}
	return out
}

// ReadFileResult reads the wire's form.
func ReadFileResult(r *workerv1.FileResult) lang.FileResult {
	i := r.GetInfo()
	out := lang.FileResult{
		Errno: r.GetErrno(), Handle: r.GetHandle(), Data: r.GetData(), Written: int(r.GetWritten()), More: r.GetMore(),
		Info: lang.FileInfo{
			Kind: lang.FileKind(i.GetKind()), Mode: i.GetMode(), Size: i.GetSize(),
			Modified: i.GetModified(), Inode: i.GetInode(),
		},
	}
	for _, e := range r.GetEntries() {
		out.Entries = append(out.Entries, lang.FileEntry{Name: string(e.GetName()), Kind: lang.FileKind(e.GetKind())})
	}
	return out
}
