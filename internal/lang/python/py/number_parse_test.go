package py

import (
	"math"
	"math/big"
	"strings"
	"testing"
)

// FuzzNumberText reads texts as numbers, and what was read again.
func FuzzNumberText(f *testing.F) {
	for _, s := range []string{"12", "-0x_1f", "0b1_0", "1e5", "1_0.5e-3", "nan", "+inf", "1+2j", "(1-j)", "٣", "1__0", "0x"} {
		f.Add(s, 10)
		f.Add(s, 0)
	}
	f.Fuzz(func(t *testing.T, s string, base int) {
		th := testThread(t)
		if base != 0 && (base < 2 || base > 36) {
			return
		}
		plain := plainDigits(s)
		if v, err := th.parseInt(plain, base, 4300); v != nil && err == nil {
			again, err := th.parseInt(Big(v).Text(max(base, 2)), max(base, 2), 0)
			if err != nil || Big(again).Cmp(Big(v)) != 0 {
				t.Fatalf("%q: %v, then %v (%v)", s, v, again, err)
			}
		}
		if v, ok := parseFloat(plain); ok && !math.IsNaN(v) {
			if again, ok := parseFloat(formatFloatRepr(v)); !ok || again != v {
				t.Fatalf("%q: %v, then %v", s, v, again)
			}
		}
		if _, err := complexOfText(s); err != nil && Caught(err, ValueError) == nil {
			t.Fatal(err)
		}
	})
}

// TestLongNumbers reads and writes numbers that are taken in parts.
func TestLongNumbers(t *testing.T) {
	th := testThread(t)
	th.In.SetIntDigits(0)
	digits := "7" + strings.Repeat("1234567890", 12_000)
	v, err := th.parseInt(digits, 10, 0)
	if err != nil {
		t.Fatal(err)
	}
	if s, err := th.intText(v); s != digits || err != nil {
		t.Error("the text differs from what was read", err)
	}
	n := Big(v)
	p, err := th.mulBig(n, new(big.Int).Neg(n))
	if err != nil || p.Cmp(new(big.Int).Mul(n, new(big.Int).Neg(n))) != 0 {
		t.Error("the product differs", err)
	}
	big1 := new(big.Int).Lsh(big.NewInt(3), 3_000_000)
	p, err = th.mulBig(big1, n)
	if err != nil || p.Cmp(new(big.Int).Mul(big1, n)) != 0 {
		t.Error("the product of unequal ones differs", err)
	}
}

func TestInterrupted(t *testing.T) {
	th := testThread(t)
	th.In.Stop()
	if _, err := th.powBig(big.NewInt(3), big.NewInt(20_000_000)); err != ErrStopped {
		t.Error(err)
	}
	if _, err := th.parseBig(strings.Repeat("7", 100_000), 10); err != ErrStopped {
		t.Error(err)
	}
}
