package inspect

import (
	"testing"

	"github.com/dop251/goja"
)

func BenchmarkFormat(b *testing.B) {
	for _, c := range []struct{ name, source string }{
		{"object", "({a:1,b:'x'})"},
		{"array", "[1,2,3,4,5,6,7,8,9,10]"},
		{"nested", "({users:[{name:'Alice',address:{city:'Paris',geo:{lat:1,lng:2}}},{name:'Bob',tags:['a','b']}],total:2})"},
		{"map", "new Map([['a',1],['b',2]])"},
		{"instance", "new (class A { constructor() { this.x = 1 } })"},
		{"number", "1.5"},
	} {
		vm := goja.New()
		v, err := vm.RunString(c.source)
		if err != nil {
			b.Fatal(err)
		}
		args := []goja.Value{v}
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Format(vm, args)
			}
		})
		kept := New(vm)
		b.Run(c.name+"/kept", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				kept.Format(args, Options{})
			}
		})
	}
}
