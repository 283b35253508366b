package api

import (
	"context"
	"errors"
	"sync"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/status"
)

// This file bounds messages that are being received. gRPC opens a call's window to the
// size that the message's header says, before an interceptor hears of the call: who
// sends the first bytes of large messages and no more would hold what it likes.

var errLate = errors.New("the message has not come in time")

// late is a context that ends with a deadline's error when it ends because of errLate:
// gRPC makes the call's status of that.
type late struct{ context.Context }

// Err is part of context.Context.
func (l late) Err() error {
	if errors.Is(context.Cause(l.Context), errLate) {
		return context.DeadlineExceeded
	}
	return l.Context.Err()
}

// expect has end be called unless the message comes within d.
func (s *served) expect(d time.Duration, end func()) {
	timer := time.AfterFunc(d, end)
	s.came = sync.OnceFunc(func() {
		timer.Stop()
		s.room.coming.Give(s.user, 1)
	})
	s.taken = func() {}
}

// receive has dec receive the message as soon as one more may come in. It is one of
// those until s.taken is called.
func (s *served) receive(ctx context.Context, dec func(any) error, message any) error {
	err := s.room.messages.Wait(ctx, s.user, 1)
	if err == nil {
		s.taken = sync.OnceFunc(func() {
			s.room.messages.Give(s.user, 1)
			if s.visit != nil {
				s.visit.sent()
			}
		})
		if err = dec(message); err != nil {
			s.taken()
		}
	}
	s.came()
	if _, ok := status.FromError(err); !ok {
		return toStatus(err)
	}
	return err
}

// A registrar registers services whose calls are bounded, and those not admitted refused.
type registrar struct{ *grpc.Server }

// RegisterService is part of grpc.ServiceRegistrar.
func (r registrar) RegisterService(d *grpc.ServiceDesc, service any) {
	bounded := *d
	bounded.Methods, bounded.Streams = nil, nil
	for _, m := range d.Methods {
		m.Handler = boundedMethod(m.Handler)
		bounded.Methods = append(bounded.Methods, m)
	}
	for _, s := range d.Streams {
		s.Handler = boundedStream(s.Handler, s.ClientStreams)
		bounded.Streams = append(bounded.Streams, s)
	}
	r.Server.RegisterService(&bounded, service)
}

func boundedMethod(next grpc.MethodHandler) grpc.MethodHandler {
	return func(service any, ctx context.Context, dec func(any) error, interceptor grpc.UnaryServerInterceptor) (any, error) {
		if err := refusal(ctx); err != nil {
			return nil, err
		}
		s := servedIn(ctx)
		answer, err := next(service, ctx, func(m any) error { return s.receive(ctx, dec, m) }, interceptor)
		s.taken()
		if err != nil {
			s.unclaim()
			return nil, orGone(ctx, err)
		}
		return s.hold(ctx, answer)
	}
}

// talkative is what a stream counts on which the client may send more than one
// message: the later ones are not bounded in time.
const talkative = 64

func boundedStream(next grpc.StreamHandler, talks bool) grpc.StreamHandler {
	return func(service any, stream grpc.ServerStream) error {
		if err := refusal(stream.Context()); err != nil {
			return err
		}
		s, n := servedIn(stream.Context()), int64(1)
		if talks {
			n = talkative
		}
		if !s.room.streams.Take(s.user, n) {
			return tooMany("%d streams are open (one on which the client sends more than one message counts as 64)", s.room.streams.Share(s.user))
		}
		defer s.room.streams.Give(s.user, n)
		return orGone(stream.Context(), next(service, &boundedServerStream{ServerStream: stream, served: s}))
	}
}

// A boundedServerStream receives its first message as other calls theirs.
type boundedServerStream struct {
	grpc.ServerStream
	served *served
	begun  bool
}

// RecvMsg is part of grpc.ServerStream.
func (b *boundedServerStream) RecvMsg(m any) error {
	if b.begun {
		return b.ServerStream.RecvMsg(m)
	}
	b.begun = true
	err := b.served.receive(b.Context(), b.ServerStream.RecvMsg, m)
	b.served.taken() // as receive has set it
	return err
}
