package node

import (
	"net/netip"
	"strconv"
	"strings"
)

// parseIPv6 returns the eight pieces of an address.
func parseIPv6(text string) (pieces [8]uint16, err error) {
	address, err := netip.ParseAddr(text)
	if err != nil || !address.Is6() || address.Zone() != "" {
		return pieces, errURL
	}
	bytes := address.As16()
	for i := range pieces {
		pieces[i] = uint16(bytes[2*i])<<8 | uint16(bytes[2*i+1])
	}
	return pieces, nil
}

// formatIPv6 writes an address with its longest run of zeros left out, and never as
// IPv4.
func formatIPv6(pieces [8]uint16) string {
	start, n := longestZeros(pieces)
	var b strings.Builder
	for i := 0; i < len(pieces); i++ {
		if i == start {
			b.WriteString("::")
			i += n - 1
			continue
		}
		if i > 0 && i != start+n {
			b.WriteByte(':')
		}
		b.WriteString(strconv.FormatUint(uint64(pieces[i]), 16))
	}
	return b.String()
}

// longestZeros finds the first of the longest runs of two or more zeros; start is
// beyond the pieces when there is none.
func longestZeros(pieces [8]uint16) (start, n int) {
	start = len(pieces) + 1
	for i := 0; i < len(pieces); i++ {
		end := i
		for end < len(pieces) && pieces[end] == 0 {
			end++
		}
		if end-i > max(n, 1) {
			start, n = i, end-i
		}
		i = end
	}
	return start, n
}
