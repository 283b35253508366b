package nomad

import (
	"fmt"
	"testing"

	"github.com/hashicorp/nomad/api"
)

func TestTasksSpreadAndMoveFromDrainedNode(t *testing.T) {
	t.Parallel()
	one := startNode(t, setup{})
	two := startNode(t, setup{Name: "two", Join: one})
	const count = 6
	j := one.run("spread")
	one.running(j, count)
	for _, n := range []*node{one, two} {
		n.runs(count / 2)
	}
	self, err := two.self()
	if err != nil {
		t.Fatal(err)
	}
	one.nomad("node", "drain", "-enable", "-yes", "-detach", self.ID)
	one.runs(count)
	two.runs(0)
	one.running(j, count)
	for _, a := range j.allocs(count) {
		if s := a.info(); s.ClientStatus == api.AllocClientStatusFailed {
			t.Errorf("%s failed; events:\n%s", a.id, a.events())
		}
	}
}

// runs waits until the node's own daemon runs so many tasks.
func (n *node) runs(count int) {
	n.t.Helper()
	eventually(n.t, fmt.Sprintf("%d executions on node %s", count, n.setup.Name), patience, func() bool {
		running := 0
		for _, x := range n.daemon.executions(n.t, "") {
			if x.Status == "EXECUTION_STATUS_RUNNING" {
				running++
			}
		}
		return running == count
	})
}
