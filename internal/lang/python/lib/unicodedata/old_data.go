package unicodedata

// oldRuns are the characters that Unicode 3.2 had, as data.go's runs.
const oldRuns = "" +
	"0+220 2+11 1D+5D 3+3E 12+4F 11+F 5+1 5 4 6+6 2 2+13 2+2B 2+26 A+86 2+46 2+25 3+1 7+F 22+25 3+6 2+26 2+1 7+10 2+16 2+9 C+1A 6+4 18 F 4 2+19 6+15 B+8D " +
	"3+E 2+D 2+1D 4+1A 36+31 150+2 2+34 3+11 3+4 4+18 11+2 2+7 3+1 3+15 2+6 2 4+3 3 2+6 3+1 3+2 A 5+1 2+4 3+14 8 3+5 5+1 3+15 2+6 2+1 2+1 2+1 3 2+4 5+1 3+2 " +
	"C+3 2 8+E D+2 2+6 2 2+2 2+15 2+6 2+1 2+4 3+9 2+2 2+2 3 10 6+9 12+2 2+7 3+1 3+15 2+6 2+1 3+3 3+7 4+1 3+2 9+1 5+1 2+2 5+A 12+1 2+5 4+2 2+3 4+1 2 2+1 4+1 " +
	"4+2 4+7 2+2 5+4 4+2 2+3 A 10+B F+2 2+7 2+2 2+16 2+9 2+4 5+6 2+2 2+3 8+1 A+1 5+9 13+1 2+7 2+2 2+16 2+9 2+4 5+6 2+2 2+3 8+1 8 2+1 5+9 13+1 2+7 2+2 2+16 " +
	"2+F 5+5 3+2 2+3 A 9+1 5+9 13+1 2+11 4+17 2+8 2 3+6 4 5+5 2 2+7 13+2 D+39 5+1C 26+1 2 3+1 2 3 7+3 2+6 2+2 2 2 3+1 2+C 2+2 3+4 2 2+5 3+9 3+1 23+47 2+21 " +
	"7+1A 5+7 2+23 2+E 3 31+21 2+4 2+1 2+6 4+3 7+19 47+25 B+28 3 5+59 6+43 6+51 7+6 2+3E 2 2+3 3+6 2 2+3 3+26 2 2+3 3+1E 2 2+3 3+6 2 2+3 3+6 2+6 2+16 2+1E " +
	"2 2+3 3+6 2+26 2+12 7+1B 24+54 D+275 A+1C 4+50 10+C 2+6 C+16 A+13 D+C 2+2 2+1 D+5C 4+9 17+E 2+9 7+57 9+29 557+9B 5+59 7+15 3+5 3+25 3+5 3+7 2 2 2 2+1E " +
	"3+34 2+E 2+D 3+5 2+12 3+2 2+8 2+52 5 8+4 7+7 3+1A 12+11 1F+1A 16+3A 3+E 8+30 D+23E 32+26 1A+A 16+9E 2+113 3+1 2+64 3+9 78+3 2+3 3+1B 2+22 2 2+3 4 2+6 " +
	"3+33 4+17 2+D 12+1B 5+30F 381+19 2+58 D+D5 1B+B 5+3F 2+55 3+66 6+27 5+5D 2+27 39+2C 4+23 E+2A 4+4C 5+2E 2+76 5+62 3+1E 2+19B5 4B+51A5 5B+48C 4+36 " +
	"73A+2BA3 5D+222D 3+3A 96+6 D+4 6+19 2+4 2 2+1 2+1 2+6B 22+16C 11+3F 3+35 29+C 4+F 11+3 D+16 3+9 2+12 2+3 5+4 2+86 3 2+BD 4+5 3+5 3+5 3+2 4+6 2+6 B+4 " +
	"303+1E 2+3 D+1A B6+25 3+25 CBB3+F5 B+26 4+B3 223+54 2+46 2+1 3 3+1 3+3 2+B 2 2+3 2+1 2+40 2+3 3+7 2+6 2+1B 2+3 2+4 2 4+6 2+151 5+121 5+31 2801+A6D6 " +
	"512A+21D B05E4 1F+5F FF81+FFFD 3+FFFD"

// oldCategories are the characters that had another category in 3.2: for each category its runs.
const oldCategories = "" +
	"So:A7 F E5E 1204 1A;Ll:AA 10 1DA 1DDD E;Pd:AD;Sk:2B9+1 C+9 1D 88;Po:5BE 10AF D49;Me:6DE;Lo:10D0+28 2A8+54 491+1 878F 632C;Nd:1369+8;Mn:1734 " +
	"18FA+1;Mc:17B4+1;Zs:200B;Nl:2183;Sm:2308+3;Ps:23B4 D98A;Pe:23B5 D98A;Pc:30FB CE6A"

// oldDirections are the characters that had another direction in 3.2.
const oldDirections = "" +
	"ET:2B 2 204D+1 F+1 187 D917 339+1 A8 2;ES:2F FEE0;ON:AD 1F97 EE 6CE+FF;AL:6DD;NSM:6DE 5E1 7 A6E 18FA+1;BN:70F F8EA+2;L:17B4+1 D0+1 1BE55 3A 3A 3A " +
	"3A;WS:202F;EN:2460+27 63"

// oldWidths are the characters that had another width in 3.2.
const oldWidths = "" +
	"N:231A+1 2E2+1 4A+B"

// oldMirrored are the characters that were mirrored in 3.2 and aren't now, or the other way round.
const oldMirrored = "" +
	"0:F3A+3 75E+1 E7BD+5 6+1 D876 3A 3A 3A 3A;1:29A1"

// oldDecimals are the characters that were decimals in 3.2 and aren't now.
const oldDecimals = "" +
	"2:B2 12B8 D18;3:B3 12B8 D18;1:B9 12B0 D18;4:136C D08 10;5:136D D08 10;6:136E D08 10;7:136F D08 10;8:1370 D08 10;9:1371 D08 10;0:2070 10"

// oldForms are the characters whose canonical form was corrected after 3.2, with what it was then.
var oldForms = map[rune]rune{0x2F868: 0x2136A, 0x2F874: 0x5F33, 0x2F91F: 0x43AB, 0x2F95F: 0x7AAE, 0x2F9BF: 0x4D57}
