package random

// A twister is the Mersenne Twister MT19937, of Matsumoto and Nishimura.
type twister struct {
	state [stateWords]uint32
	at    int // of state: the next word to use
}

const (
	stateWords = 624
	period     = 397
	upperBit   = 0x80000000
	lowerBits  = 0x7fffffff
)

// start sets the state from one number.
func (m *twister) start(seed uint32) {
	m.state[0] = seed
	for i := 1; i < stateWords; i++ {
		prev := m.state[i-1]
		m.state[i] = 1812433253*(prev^prev>>30) + uint32(i)
	}
	m.at = stateWords
}

// seed sets the state from a key, which isn't empty.
func (m *twister) seed(key []uint32) {
	m.start(19650218)
	s := &m.state
	i, j := 1, 0
	step := func(multiplier uint32) uint32 {
		prev := s[i-1]
		return s[i] ^ (prev^prev>>30)*multiplier
	}
	forward := func() {
		if i++; i == stateWords {
			s[0] = s[stateWords-1]
			i = 1
		}
	}
	for range max(stateWords, len(key)) {
		s[i] = step(1664525) + key[j] + uint32(j)
		forward()
		if j++; j == len(key) {
			j = 0
		}
	}
	for range stateWords - 1 {
		s[i] = step(1566083941) - uint32(i)
		forward()
	}
	s[0] = upperBit
}

// next is 32 random bits.
func (m *twister) next() uint32 {
	if m.at >= stateWords {
		m.renew()
	}
	y := m.state[m.at]
	m.at++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

func (m *twister) renew() {
	s := &m.state
	for i := range s {
		y := s[i]&upperBit | s[(i+1)%stateWords]&lowerBits
		v := s[(i+period)%stateWords] ^ y>>1
		if y&1 != 0 {
			v ^= 0x9908b0df
		}
		s[i] = v
	}
	m.at = 0
}

// float is a float from 0 to below 1, with 53 random bits.
func (m *twister) float() float64 {
	a, b := m.next()>>5, m.next()>>6
	return (float64(a)*(1<<26) + float64(b)) * (1.0 / (1 << 53))
}
