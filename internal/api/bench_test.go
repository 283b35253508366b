package api

import (
	"context"
	"testing"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// BenchmarkHealth is the floor: a call over the same socket that does nothing.
func BenchmarkHealth(b *testing.B) {
	d := serve(b, nil)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := d.Health(context.Background(), &daemonv1alpha1.HealthRequest{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRunSnippet(b *testing.B) {
	d := serve(b, nil)
	r := &daemonv1alpha1.RunSnippetRequest{Snippet: python("print(1+1)")}
	b.ReportAllocs()
	for b.Loop() {
		out, err := d.RunSnippet(context.Background(), r)
		if status.Code(err) != codes.OK || out.GetResult().GetStdout() != "2\n" {
			b.Fatal(out, err)
		}
	}
}
