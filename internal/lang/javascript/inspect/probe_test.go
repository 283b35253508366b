package inspect

import ("testing";"fmt";"github.com/dop251/goja")

func TestProbe(t *testing.T){
 vm:=goja.New()
 for _,s:=range []string{"({})","[]","[1,,2]","(()=>{let a=[];a[1e9]=1;return a})()","new Map","new Set","new Map().entries()","new Set().values()","[].values()","''[Symbol.iterator]()","new Date","/x/","new Error('x')","new TypeError('x')","(function(){return arguments})(1)","(function*(){})","(function*(){})()","(async function(){})","(async()=>1)","()=>1","class A{}; A","Promise.resolve(1)","new Proxy({},{})","new Proxy([],{})","new WeakMap","new WeakSet","new Uint8Array(2)","new BigInt64Array(2)","new Float32Array(1)","new ArrayBuffer(2)","new DataView(new ArrayBuffer(2))","Object(1)","Object('x')","Object(1n)","Object(Symbol('x'))","Object(true)","globalThis","Math","JSON","Reflect","Object.prototype","Array.prototype","Error.prototype","Map.prototype","Date.prototype","RegExp.prototype","Function.prototype","print","1","1.5","-0","1n","'x'","'é'","null","undefined","Symbol('x')","Symbol.for('x')","Symbol()","typeof WeakRef", "typeof SharedArrayBuffer","new (class Foo extends Map{})", "new (class Foo extends Uint8Array{})(2)", "Object.create(Error.prototype)","new String('abc')"}{
  v,err:=vm.RunString(s)
  if err!=nil {fmt.Println(s,err);continue}
  if o,ok:=v.(*goja.Object);ok{ fmt.Printf("%-40s %-20s %-30v %v %v\n",s,o.ClassName(),o.ExportType(),len(o.GetOwnPropertyNames()),o.Keys())} else {fmt.Printf("%-40s %T %v %q\n",s,v,v.ExportType(),v.String())}
 }
 v,_:=vm.RunString("(function f(){ try{ (function g(){ [1].map(()=>{throw new RangeError('bad\\nx')}) })() }catch(e){return e.stack}})()")
 fmt.Printf("%q\n",v)
}
func BenchmarkSide(b *testing.B){ b.ReportAllocs(); for b.Loop(){ vm:=goja.New(); f,_:=goja.AssertFunction(vm.Get("Object").(*goja.Object).Get("getOwnPropertyDescriptor")); _=f}}
func BenchmarkDesc(b *testing.B){ b.ReportAllocs(); vm:=goja.New(); o,_:=vm.RunString("({a:1,b:2})"); side:=goja.New(); f,_:=goja.AssertFunction(side.Get("Object").(*goja.Object).Get("getOwnPropertyDescriptor")); k:=vm.ToValue("a"); for b.Loop(){ f(nil,o,k)}}
func BenchmarkDescFC(b *testing.B){ b.ReportAllocs(); vm:=goja.New(); o,_:=vm.RunString("({a:1,b:2})"); side:=goja.New(); f:=side.Get("Object").(*goja.Object).Get("getOwnPropertyDescriptor").Export().(func(goja.FunctionCall) goja.Value); k:=vm.ToValue("a"); for b.Loop(){ d:=f(goja.FunctionCall{Arguments:[]goja.Value{o,k}}).(*goja.Object); d.Get("value")}}
func BenchmarkDescMiss(b *testing.B){ b.ReportAllocs(); vm:=goja.New(); o,_:=vm.RunString("({a:1,b:2})"); side:=goja.New(); f:=side.Get("Object").(*goja.Object).Get("getOwnPropertyDescriptor").Export().(func(goja.FunctionCall) goja.Value); k:=vm.ToValue("c"); for b.Loop(){ f(goja.FunctionCall{Arguments:[]goja.Value{o,k}})}}
func BenchmarkKeys(b *testing.B){ b.ReportAllocs(); vm:=goja.New(); o,_:=vm.RunString("({a:1,b:2})");  for b.Loop(){ o.(*goja.Object).Keys()}}
func BenchmarkSymbols(b *testing.B){ b.ReportAllocs(); vm:=goja.New(); o,_:=vm.RunString("Object.prototype");  for b.Loop(){ o.(*goja.Object).Symbols()}}
