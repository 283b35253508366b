package py

func notYet(what string) error { return Raise(NotImplementedError, "%s", what) }
