package api

import (
	"context"
	"runtime"
	"sync"

	"google.golang.org/grpc/encoding"
	grpcproto "google.golang.org/grpc/encoding/proto"
	"google.golang.org/grpc/mem"
	"google.golang.org/protobuf/proto"
)

// This file bounds answers. gRPC keeps an answer for as long as its client gives it no
// window, and the call has ended by then: what is kept is known by the answer's buffer
// alone, which gRPC gives back when it has written it or given it up.

const (
	// minAnswer is what an answer counts at least, with its stream, in bytes.
	minAnswer = 4 << 10
	// maxSmall is up to which size an answer is made before there is room for it.
	maxSmall = 16 << 10
)

// claim waits for room for an answer that is about to be made and may have n bytes.
func (s *served) claim(ctx context.Context, n int64) error {
	if s == nil { // it didn't come through a server
		return nil
	}
	s.taken() // else who takes no answers could send nothing either
	if n <= maxSmall {
		return nil
	}
	n *= s.cost()
	if err := s.room.answers.Wait(ctx, s.user, n); err != nil {
		return toStatus(err)
	}
	s.claimed = n
	return nil
}

// unclaim gives back what no answer was made for.
func (s *served) unclaim() {
	if s.claimed > 0 {
		s.room.answers.Give(s.user, s.claimed)
		s.claimed = 0
	}
}

// hold has an answer counted until its client has taken it.
func (s *served) hold(ctx context.Context, answer any) (any, error) {
	message, ok := answer.(proto.Message)
	if !ok {
		s.unclaim()
		return answer, nil
	}
	n := max(int64(proto.Size(message)), minAnswer) * s.cost()
	switch {
	case s.claimed == 0:
		if err := s.room.answers.Wait(ctx, s.user, n); err != nil {
			return nil, toStatus(err)
		}
	case s.claimed > n:
		s.room.answers.Give(s.user, s.claimed-n)
	default: // it is about what was claimed
		n = s.claimed
	}
	s.claimed = 0
	free := func() { s.room.answers.Give(s.user, n) }
	if s.visit != nil { // its client takes it from HTTP
		context.AfterFunc(s.visit.ctx, free)
		free = func() {}
	}
	return newHeldAnswer(message, free), nil
}

// jsonCost is what an answer costs that becomes JSON, as a multiple of its size: there are
// both for a while, and JSON is larger.
const jsonCost = 4

func (s *served) cost() int64 {
	if s.visit != nil {
		return jsonCost
	}
	return 1
}

// A heldAnswer is an answer that counts until its buffer is given back. It is the pool
// that this happens to.
type heldAnswer struct {
	message proto.Message
	free    func()
}

// newHeldAnswer has free be called once, in the end by the collector: gRPC drops the
// buffer of a stream that ends at a certain moment without giving it back.
func newHeldAnswer(m proto.Message, free func()) *heldAnswer {
	h := &heldAnswer{message: m, free: sync.OnceFunc(free)}
	runtime.AddCleanup(h, func(free func()) { free() }, h.free)
	return h
}

// Get is part of mem.BufferPool.
func (*heldAnswer) Get(n int) *[]byte { b := make([]byte, n); return &b }

// Put is part of mem.BufferPool.
func (h *heldAnswer) Put(*[]byte) { h.free() }

// codec is gRPC's own but for answers that are held, and for large messages of streams.
type codec struct{ encoding.CodecV2 }

func newCodec() codec { return codec{encoding.GetCodecV2(grpcproto.Name)} }

// pooled is the least capacity of a buffer that gRPC gives back, in bytes.
const pooled = 2 << 10

// Marshal is part of encoding.CodecV2.
func (c codec) Marshal(v any) (mem.BufferSlice, error) {
	h, ok := v.(*heldAnswer)
	if !ok {
		return c.marshalMessage(v)
	}
	b, err := proto.MarshalOptions{}.MarshalAppend(make([]byte, 0, max(proto.Size(h.message), pooled)), h.message)
	if err != nil {
		h.free()
		return nil, err
	}
	h.message = nil
	return mem.BufferSlice{mem.NewBuffer(&b, h)}, nil
}

// maxPooled is above which size gRPC takes a buffer of 1 MiB for a message, in bytes, however
// long its client doesn't take it.
const maxPooled = 32 << 10

func (c codec) marshalMessage(v any) (mem.BufferSlice, error) {
	m, ok := v.(proto.Message)
	if !ok || proto.Size(m) <= maxPooled {
		return c.CodecV2.Marshal(v)
	}
	b, err := proto.Marshal(m)
	return mem.BufferSlice{mem.SliceBuffer(b)}, err
}
