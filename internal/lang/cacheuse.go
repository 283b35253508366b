package lang

// A CacheUse is what a language's cache of compiled programs has done and holds.
type CacheUse struct {
	Hits, Misses uint64 // ever
	Bytes        uint64 // by an estimate, now
}

// A Caching is a Runtime that keeps programs compiled.
type Caching interface {
	CacheUse() CacheUse
}
