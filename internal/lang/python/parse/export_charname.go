package parse

// CharacterNamed is the character of a Unicode name, as in \N{}.
func CharacterNamed(name string) (rune, bool) { return characterNamed(name) }
