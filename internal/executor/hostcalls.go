package executor

import (
	"github.com/elide-dev/elided/internal/executor/pool"
	"github.com/elide-dev/elided/internal/frame"
	"github.com/elide-dev/elided/internal/lang"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

// maxFileCalls bounds the file operations of all executions that are with the
// kernel at once.
const maxFileCalls = 256

// hostCalls serves an execution's calls as the pool has them.
type hostCalls struct{ x *Execution }

var _ pool.Server = hostCalls{}

// Serve begins an operation. An execution without directories has it refused.
func (h hostCalls) Serve(c *workerv1.HostCall, answer func(*workerv1.HostResult)) {
	done := func(r lang.FileResult) {
		answer(&workerv1.HostResult{Result: &workerv1.HostResult_File{File: frame.FileResult(r)}})
	}
	if h.x.files == nil {
		done(lang.FileResult{Errno: "EACCES"})
		return
	}
	h.x.files.Call(frame.ReadFileCall(c.GetFile()), done)
}
