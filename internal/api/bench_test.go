package api

import (
	"context"
	"log/slog"
	"path/filepath"
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

// overMutualTLS is the same daemon, reached over TCP by a client with a certificate.
func overMutualTLS(b *testing.B) *daemon {
	d := serveAt(b, filepath.Join(shortDir(b), "s"), Permissions{}, Access{Names: allow("ci")}, slog.New(slog.DiscardHandler), nil)
	n := overTLS(b, d, nil)
	return n.client(b, n.ca.Client("ci"))
}

// BenchmarkHealthTLS is the floor over mutual TLS.
func BenchmarkHealthTLS(b *testing.B) {
	d := overMutualTLS(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := d.Health(context.Background(), &daemonv1alpha1.HealthRequest{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkHandshakeTLS is a connection over mutual TLS, and the first call on it.
func BenchmarkHandshakeTLS(b *testing.B) {
	d := serveAt(b, filepath.Join(shortDir(b), "s"), Permissions{}, Access{Names: allow("ci")}, slog.New(slog.DiscardHandler), nil)
	n := overTLS(b, d, nil)
	cert := n.ca.Client("ci")
	for b.Loop() {
		c := n.client(b, cert)
		if _, err := c.Health(context.Background(), &daemonv1alpha1.HealthRequest{}); err != nil {
			b.Fatal(err)
		}
		_ = c.conn.Close()
	}
}

func BenchmarkRunSnippet(b *testing.B) { benchmarkRunSnippet(b, serve(b, nil)) }

func BenchmarkRunSnippetTLS(b *testing.B) { benchmarkRunSnippet(b, overMutualTLS(b)) }

func benchmarkRunSnippet(b *testing.B, d *daemon) {
	r := &daemonv1alpha1.RunSnippetRequest{Snippet: python("print(1+1)")}
	b.ReportAllocs()
	for b.Loop() {
		out, err := d.RunSnippet(context.Background(), r)
		if status.Code(err) != codes.OK || out.GetResult().GetStdout() != "2\n" {
			b.Fatal(out, err)
		}
	}
}
