package parse

// A kind is what a token is.
type kind uint8

const (
	tEnd kind = iota
	tName
	tNumber
	tString
	tNewline
	tIndent
	tDedent
	tError   // the lexer's error
	tUnknown // a character such as ? which begins no token

	tLParen
	tRParen
	tLBracket
	tRBracket
	tLBrace
	tRBrace
	tComma
	tColon
	tColonEqual
	tSemi
	tDot
	tEllipsis
	tArrow
	tEqual

	// The binary operators, in the order of ast.Operator, then what assigns with them
	// in the same order.
	tPlus
	tMinus
	tStar
	tSlash
	tDoubleSlash
	tPercent
	tDoubleStar
	tLeftShift
	tRightShift
	tPipe
	tCaret
	tAmp
	tAt
	tPlusEqual
	tMinusEqual
	tStarEqual
	tSlashEqual
	tDoubleSlashEqual
	tPercentEqual
	tDoubleStarEqual
	tLeftShiftEqual
	tRightShiftEqual
	tPipeEqual
	tCaretEqual
	tAmpEqual
	tAtEqual

	// The comparisons, in the order of ast.CmpOperator.
	tLess
	tLessEqual
	tEqEqual
	tNotEqual
	tGreater
	tGreaterEqual
	tTilde

	kFalse
	kNone
	kTrue
	kAnd
	kAs
	kAssert
	kAsync
	kAwait
	kBreak
	kClass
	kContinue
	kDef
	kDel
	kElif
	kElse
	kExcept
	kFinally
	kFor
	kFrom
	kGlobal
	kIf
	kImport
	kIn
	kIs
	kLambda
	kNonlocal
	kNot
	kOr
	kPass
	kRaise
	kReturn
	kTry
	kWhile
	kWith
	kYield
)

// keyword is the kind of an identifier.
func keyword(s string) kind {
	switch s {
	case "False":
		return kFalse
	case "None":
		return kNone
	case "True":
		return kTrue
	case "and":
		return kAnd
	case "as":
		return kAs
	case "assert":
		return kAssert
	case "async":
		return kAsync
	case "await":
		return kAwait
	case "break":
		return kBreak
	case "class":
		return kClass
	case "continue":
		return kContinue
	case "def":
		return kDef
	case "del":
		return kDel
	case "elif":
		return kElif
	case "else":
		return kElse
	case "except":
		return kExcept
	case "finally":
		return kFinally
	case "for":
		return kFor
	case "from":
		return kFrom
	case "global":
		return kGlobal
	case "if":
		return kIf
	case "import":
		return kImport
	case "in":
		return kIn
	case "is":
		return kIs
	case "lambda":
		return kLambda
	case "nonlocal":
		return kNonlocal
	case "not":
		return kNot
	case "or":
		return kOr
	case "pass":
		return kPass
	case "raise":
		return kRaise
	case "return":
		return kReturn
	case "try":
		return kTry
	case "while":
		return kWhile
	case "with":
		return kWith
	case "yield":
		return kYield
	}
	return tName
}

// A token is a piece of the source. Columns count characters from 0. The tokens that
// have no text (indents, dedents, the end and errors) are where the lexer was after them.
type token struct {
	kind            kind
	level           uint8 // how many brackets are open after it
	start, end      int32 // bytes
	line, col       int32
	endLine, endCol int32
}

// placeless is whether there is no text to the token.
func (t *token) placeless() bool {
	return t.kind == tIndent || t.kind == tDedent || t.kind == tEnd || t.kind == tError
}

// startsExpr is whether an expression may begin with the token.
func (k kind) startsExpr() bool {
	switch k {
	case tName, tNumber, tString, tLParen, tLBracket, tLBrace, tPlus, tMinus, tTilde, tEllipsis,
		kNot, kLambda, kAwait, kNone, kTrue, kFalse:
		return true
	}
	return false
}

// tokenRoom is for how many tokens there is room at first. A long source is looked at: room that
// has to grow is there twice while it does, and a token takes far more than a byte of source.
func tokenRoom(src string) int {
	const long = 64 << 10
	if len(src) < long {
		return len(src)/4 + 8
	}
	n := 8
	for i := range len(src) {
		switch c := src[i]; {
		case c == ' ', isWord(c) && i > 0 && isWord(src[i-1]):
		default:
			n++
		}
	}
	return n
}
