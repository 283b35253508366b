package client

import (
	"strings"
	"testing"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

func TestEval(t *testing.T) {
	socket, _ := serve(t, "s")
	c := mustDial(t, socket)
	r := &daemonv1alpha1.ExecuteSnippetRequest{ExecutionId: "x", Language: "js", Code: "globalThis.n = 41; setInterval(() => {}, 1000)"}
	if err := c.Replace(deadline(t), r, nil, ""); err != nil {
		t.Fatal(err)
	}
	x := c.Execution("", "x")
	if v, err := x.Eval(deadline(t), "n + 1", 10*time.Second); err != nil || v.GetValue() != "42" {
		t.Errorf("%v, %v", v, err)
	}
	if v, err := x.Eval(deadline(t), "none", 0); err != nil || !strings.Contains(v.GetError(), "none") {
		t.Errorf("%v, %v", v, err)
	}
	if _, err := x.Eval(deadline(t), "n", -time.Second); status.Code(err) != codes.InvalidArgument {
		t.Error(err)
	}
}
