package api

import (
	"reflect"
	"testing"

	"github.com/elide-dev/elided/internal/executor"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

func TestGrants(t *testing.T) {
	got, err := request(&daemonv1alpha1.ExecuteSnippetRequest{Intrinsics: []*daemonv1alpha1.IntrinsicGrant{
		{Name: "io"},
		{Name: "fs", Directories: []*daemonv1alpha1.DirectoryGrant{{Path: "/a", Source: "/b", Writable: true}, {Path: "/c", Source: "/d"}}},
	}})
	want := []executor.Grant{
		{Name: "io"},
		{Name: "fs", Directories: []executor.Directory{{Path: "/a", Source: "/b", Writable: true}, {Path: "/c", Source: "/d"}}},
	}
	if err != nil || !reflect.DeepEqual(got.Intrinsics, want) {
		t.Errorf("%+v, %v", got.Intrinsics, err)
	}
}

// TestStranger has a request not trusted before anything is known of its peer.
func TestStranger(t *testing.T) {
	got, err := request(&daemonv1alpha1.ExecuteSnippetRequest{})
	if err != nil || got.Caller.Root() {
		t.Errorf("%+v, %v", got.Caller, err)
	}
}
