package lang

import "testing"

// TestRegionsGetSmaller has no program take more than half of the space, and others get
// theirs.
func TestRegionsGetSmaller(t *testing.T) {
	var o Outside
	o.SetSpace(512<<20, 128<<20)
	take := func() (has int64, count int) {
		for before := int64(128 << 20); ; count++ {
			n := o.Reserve(has)
			if n == 0 {
				return has, count
			}
			if n > before {
				t.Fatalf("%d after %d", n, before)
			}
			before = n
			has += n
		}
	}
	first, count := take()
	if first > 256<<20 || first < 250<<20 || count < 40 {
		t.Errorf("one program got %d MiB in %d regions", first>>20, count)
	}
	if n := o.Reserve(0); n < 16<<20 {
		t.Errorf("another got a region of %d MiB", n>>20)
	} else {
		o.Release(n)
	}
	o.Release(first)
	if o.left != o.space {
		t.Errorf("%d of %d are left", o.left, o.space)
	}
}

func TestOutsideCounts(t *testing.T) {
	var o Outside
	o.Use(5 << 20)
	o.Use(-2 << 20)
	if now, ever := o.Held(); now != 3<<20 || ever != 5<<20 {
		t.Errorf("%d now, %d ever", now, ever)
	}
	var none *Outside
	if none.Reserve(1<<40) == 0 {
		t.Error("nil bounds regions")
	}
	none.Use(1)
	none.Release(1)
}
