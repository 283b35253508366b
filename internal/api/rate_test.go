package api

import (
	"fmt"
	"testing"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/elide-dev/elided/internal/quota"
)

// TestCallRate: a caller who begins too many calls is told when it may again; others, and
// the daemon's own user, don't notice.
func TestCallRate(t *testing.T) {
	d, _ := logged(t, Access{CallRate: 5})
	eager, other := d.named(t, "cert:eager", Submit), d.named(t, "cert:other", Submit)
	var refused error
	for range 50 {
		if err := healthy(t, eager); err != nil {
			refused = err
			break
		}
	}
	if status.Code(refused) != codes.ResourceExhausted {
		t.Fatal(refused)
	}
	details := status.Convert(refused).Details()
	if len(details) != 1 {
		t.Fatal(details)
	}
	retry := details[0].(*errdetails.RetryInfo).GetRetryDelay().AsDuration()
	if retry <= 0 || retry > time.Second/5 {
		t.Errorf("try again in %v", retry)
	}
	if err := healthy(t, other); err != nil {
		t.Error(err)
	}
	for range 50 {
		if err := healthy(t, d); err != nil {
			t.Fatal(err)
		}
	}
	eventually(t, "it may call again", func() bool { return healthy(t, eager) == nil })
	d.server.SetAccess(Access{})
	for range 50 {
		if err := healthy(t, eager); err != nil {
			t.Fatal(err)
		}
	}
}

// TestBuckets has the time be what it likes.
func TestBuckets(t *testing.T) {
	var r rates
	now := time.Unix(1_000, 0)
	begin := func(u quota.User, calls int, at time.Time) (in int, wait time.Duration) {
		for range calls {
			var w time.Duration
			if _, w = r.wait(u, at); w == 0 {
				in++
			} else {
				wait = w
			}
		}
		return in, wait
	}
	a := quota.User{Name: "a"}
	if in, _ := begin(a, 1_000, now); in != 1_000 {
		t.Errorf("%d of what has no bound", in)
	}
	r.set(10)
	if in, wait := begin(a, 20, now); in != 10 || wait != 100*time.Millisecond {
		t.Errorf("%d, %v", in, wait)
	}
	if in, _ := begin(a, 20, now.Add(250*time.Millisecond)); in != 2 {
		t.Errorf("%d after a quarter of a second", in)
	}
	if in, _ := begin(a, 20, now.Add(time.Hour)); in != 10 {
		t.Errorf("%d after an hour", in)
	}
	if in, _ := begin(a, 20, now); in != 0 { // a clock that goes back gives nothing
		t.Errorf("%d an hour before", in)
	}
	for i := range 10_000 {
		begin(quota.User{Name: fmt.Sprint(i)}, 1, now.Add(time.Hour+time.Duration(i)*time.Millisecond))
	}
	if n := len(r.buckets); n > 2_100 {
		t.Errorf("%d buckets", n)
	}
}
