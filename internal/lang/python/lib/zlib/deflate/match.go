package deflate

// longest is how long the best match is that is longer than prevLength, of those that begin with
// the one at a place. It sets where it is.
func (w *Writer) longest(at int) int {
	chain, best, nice := w.chain, w.prevLength, min(w.nice, w.ahead)
	limit := max(w.start-w.farthest(), 0)
	if w.prevLength >= w.good {
		chain >>= 2
	}
	if best >= w.ahead {
		return w.ahead
	}
	most := min(maxMatch, w.ahead)
	scan := w.window[w.start : w.start+most]
	for {
		m := w.window[at : at+most]
		if m[best] == scan[best] && m[best-1] == scan[best-1] && m[0] == scan[0] && m[1] == scan[1] {
			n := 2
			for n < most && m[n] == scan[n] {
				n++
			}
			if n > best {
				w.match, best = at, n
				if n >= nice || n >= most {
					break
				}
			}
		}
		if at = int(w.prev[at&(w.size-1)]); at <= limit {
			break
		}
		if chain--; chain == 0 {
			break
		}
	}
	return best
}

// quick takes the first match that it finds.
func (w *Writer) quick(flush int) bool {
	for {
		more, wait := w.more(flush, minLookahead)
		if wait {
			return false
		}
		if !more {
			break
		}
		before, n := 0, 0
		if w.ahead >= minMatch {
			before = w.put(w.start)
		}
		if before != 0 && w.start-before <= w.farthest() {
			n = w.longest(before)
		}
		full := false
		if n >= minMatch {
			full = w.pair(w.start-w.match, n-minMatch)
			w.ahead -= n
			if n <= w.lazy && w.ahead >= minMatch {
				for i := 1; i < n; i++ {
					w.put(w.start + i)
				}
			}
			w.start += n
		} else {
			full = w.literal(w.window[w.start])
			w.ahead--
			w.start++
		}
		if full {
			w.flushBlock(false)
		}
	}
	w.insert = min(w.start, minMatch-1)
	return w.end(flush)
}

// slow takes a match when there is none that is longer at the byte after.
func (w *Writer) slow(flush int) bool {
	for {
		more, wait := w.more(flush, minLookahead)
		if wait {
			return false
		}
		if !more {
			break
		}
		before := 0
		if w.ahead >= minMatch {
			before = w.put(w.start)
		}
		w.prevLength = w.length
		prevMatch := w.match
		w.length = minMatch - 1
		if before != 0 && w.prevLength < w.lazy && w.start-before <= w.farthest() {
			w.length = w.longest(before)
			if w.length <= 5 && (w.strategy == Filtered || w.length == minMatch && w.start-w.match > tooFar) {
				w.length = minMatch - 1
			}
		}
		switch {
		case w.prevLength >= minMatch && w.length <= w.prevLength:
			w.takePrevious(prevMatch)
		case w.available:
			full := w.literal(w.window[w.start-1])
			if full {
				w.flushBlock(false)
			}
			w.start++
			w.ahead--
		default:
			w.available = true
			w.start++
			w.ahead--
		}
	}
	if w.available {
		w.literal(w.window[w.start-1])
		w.available = false
	}
	w.insert = min(w.start, minMatch-1)
	return w.end(flush)
}

// takePrevious takes the match at the byte before.
func (w *Writer) takePrevious(prevMatch int) {
	last := w.start + w.ahead - minMatch
	full := w.pair(w.start-1-prevMatch, w.prevLength-minMatch)
	w.ahead -= w.prevLength - 1
	for range w.prevLength - 2 {
		if w.start++; w.start <= last {
			w.put(w.start)
		}
	}
	w.available = false
	w.length = minMatch - 1
	w.start++
	if full {
		w.flushBlock(false)
	}
}

// huffman looks for no matches.
func (w *Writer) huffman(flush int) bool {
	for {
		more, wait := w.more(flush, 1)
		if wait {
			return false
		}
		if !more {
			break
		}
		full := w.literal(w.window[w.start])
		w.ahead--
		w.start++
		if full {
			w.flushBlock(false)
		}
	}
	w.insert = 0
	return w.end(flush)
}

// runs looks for one byte again and again only.
func (w *Writer) runs(flush int) bool {
	for {
		more, wait := w.more(flush, maxMatch+1)
		if wait {
			return false
		}
		if !more {
			break
		}
		n := 0
		if w.ahead >= minMatch && w.start > 0 {
			b := w.window[w.start-1]
			for n < min(maxMatch, w.ahead) && w.window[w.start+n] == b {
				n++
			}
		}
		full := false
		if n >= minMatch {
			full = w.pair(1, n-minMatch)
		} else {
			n = 1
			full = w.literal(w.window[w.start])
		}
		w.ahead -= n
		w.start += n
		if full {
			w.flushBlock(false)
		}
	}
	w.insert = 0
	return w.end(flush)
}

// mostStored is how long a block that isn't compressed may be, in bytes.
const mostStored = 65535

// stored compresses nothing.
func (w *Writer) stored(flush int) bool {
	if flush == NoFlush {
		return false
	}
	for len(w.in) > mostStored {
		w.storedBlock(w.in[:mostStored], false)
		w.in = w.in[mostStored:]
	}
	if flush == Finish || len(w.in) > 0 {
		w.storedBlock(w.in, flush == Finish)
	}
	w.in = nil
	if flush == Finish {
		w.windUp()
	}
	return true
}
