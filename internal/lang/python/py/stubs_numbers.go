package py

import "math/big"

func hashInt(v int64) int64    { return v }
func hashBig(v *big.Int) int64 { return v.Int64() }
func setupNumbers()            {}
