package lang

import "golang.org/x/sys/unix"

// A ballast is address space that is taken and not used, so that as much is left for all
// else as if the regions of an Outside were there already: what stops one huge allocation of a
// program is that there is no address space for it.
type ballast struct{ held [][]byte }

// add takes so many bytes more. Without them there is only less to stop an allocation.
func (b *ballast) add(size int64) {
	if size <= 0 {
		return
	}
	if m, err := unix.Mmap(-1, 0, int(size), unix.PROT_NONE, unix.MAP_PRIVATE|unix.MAP_ANON|unix.MAP_NORESERVE); err == nil {
		b.held = append(b.held, m)
	}
}

// drop gives so many bytes back, in whole pieces: what a piece has beyond them is taken anew.
func (b *ballast) drop(size int64) {
	if size <= 0 {
		return
	}
	for last := len(b.held) - 1; last >= 0 && size > 0; last-- {
		m := b.held[last]
		b.held = b.held[:last]
		_ = unix.Munmap(m) // it is a mapping of ours
		size -= int64(len(m))
	}
	b.add(-size)
}
