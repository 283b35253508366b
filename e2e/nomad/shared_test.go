package nomad

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/hashicorp/nomad/api"
)

// shared is a node that tests use which leave it as it is, each in a namespace of its
// own. It is swept at the end.
var shared sharedNode

type sharedNode struct {
	once    sync.Once
	node    *node
	started bool
	users   atomic.Int64
}

// sharedBy returns the shared node for a test, which its helpers then fail.
func sharedBy(t *testing.T) *node {
	t.Helper()
	shared.once.Do(func() {
		shared.node = newNode(t, setup{})
		shared.node.startUp()
		shared.started = true
	})
	if !shared.started {
		t.Fatal("the shared node has not started")
	}
	n := *shared.node
	n.t, n.namespace = t, fmt.Sprint("test-", shared.users.Add(1))
	n.dial()
	if _, err := n.api.Namespaces().Register(&api.Namespace{Name: n.namespace}, nil); err != nil {
		t.Fatal(err)
	}
	n.explain()
	return &n
}
