package py

import (
	"math"
	"sync"
)

// sysStructs are the classes of what sys says of itself.
var sysStructs = sync.OnceValue(func() map[string]*Class {
	list := map[string]*Class{}
	for name, fields := range map[string][]string{
		"version_info": {"major", "minor", "micro", "releaselevel", "serial"},
		"flags": {"debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site", "ignore_environment",
			"verbose", "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode", "utf8_mode", "warn_default_encoding", "safe_path", "int_max_str_digits"},
		"float_info":  {"max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds"},
		"int_info":    {"bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"},
		"hash_info":   {"width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"},
		"thread_info": {"name", "lock", "version"},
	} {
		list[name] = DefineStruct("sys", name, fields...)
	}
	list["flags"].Slots.New, list["version_info"].Slots.New = nil, nil // no more of them
	return list
})

// addSysFacts adds what sys says of the language and the machine.
func addSysFacts(m *Module) {
	ints := func(values ...int64) (list []Object) {
		for _, v := range values {
			list = append(list, MakeInt(v))
		}
		return list
	}
	structs := sysStructs()
	version := NewStruct(structs["version_info"], MakeInt(3), MakeInt(11), MakeInt(7), NewStr("final"), MakeInt(0))
	m.Set("version_info", version)
	flags := ints(0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0)
	flags = append(flags, False, MakeInt(0), MakeInt(0), False, MakeInt(-1))
	m.Set("flags", NewStruct(structs["flags"], flags...))
	m.Set("float_info", NewStruct(structs["float_info"], Float(math.MaxFloat64), MakeInt(1024), MakeInt(308), Float(2.2250738585072014e-308),
		MakeInt(-1021), MakeInt(-307), MakeInt(15), MakeInt(53), Float(2.220446049250313e-16), MakeInt(2), MakeInt(1)))
	m.Set("int_info", NewStruct(structs["int_info"], ints(30, 4, 4300, 640)...))
	m.Set("hash_info", NewStruct(structs["hash_info"], MakeInt(64), MakeInt(1<<61-1), MakeInt(314159), MakeInt(0), MakeInt(1000003),
		NewStr("siphash13"), MakeInt(64), MakeInt(128), MakeInt(0)))
	m.Set("thread_info", NewStruct(structs["thread_info"], NewStr("pthread"), NewStr("semaphore"), None))
	m.Set("builtin_module_names", NewTuple(NewStr("builtins"), NewStr("sys"), NewStr("time")))
	implementation := NewModule("implementation")
	implementation.Set("name", NewStr("elided")).Set("version", version).Set("hexversion", MakeInt(0x030b07f0)).Set("cache_tag", None)
	m.Set("implementation", implementation)
}
