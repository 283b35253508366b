package executor

// How many entries a request's repeated fields may have. Sizes in bytes alone would
// let a message hold millions of empty ones, which cost far more than their bytes.
const (
	MaxFiles       = 1_024
	MaxArgs        = 16_384
	MaxEnv         = 16_384
	MaxLabels      = 64
	MaxGrants      = 64 // intrinsics
	MaxDirectories = 64 // of one grant
	MaxStates      = 16 // in a filter
	MaxNames       = 64 // languages or intrinsics of a session
)

// A count is how many entries a field has and may have.
type count struct {
	field     string
	have, may int
}

func checkCounts(counts ...count) error {
	for _, c := range counts {
		if c.have > c.may {
			return invalid(c.field, "has %d entries; at most %d are allowed", c.have, c.may)
		}
	}
	return nil
}

func (r *Request) checkCounts(*Config) error {
	err := checkCounts(
		count{"files", len(r.Files), MaxFiles},
		count{"args", len(r.Args), MaxArgs},
		count{"env", len(r.Env), MaxEnv},
		count{"labels", len(r.Labels), MaxLabels},
		count{"intrinsics", len(r.Intrinsics), MaxGrants},
	)
	for _, g := range r.Intrinsics {
		if err == nil {
			err = checkCounts(count{"intrinsics.directories", len(g.Directories), MaxDirectories})
		}
	}
	return err
}

func (c SessionConfig) checkCounts() error {
	return checkCounts(
		count{"config.enabled_languages", len(c.Languages), MaxNames},
		count{"config.enabled_intrinsics", len(c.Intrinsics), MaxNames},
	)
}

func (f Filter) check() error {
	return checkCounts(count{"statuses", len(f.States), MaxStates}, count{"labels", len(f.Labels), MaxLabels})
}
