package fuzz

// times are what programs make of module datetime, which they have imported all of.
var times = vocabulary{
	"NN": {"3", "0", "1", "12", "-1", "30", "59", "365", "100", "-7"},
	"DATE": {
		"date(2024, 2, 29)", "date(2023, 12, 31)", "date(1999, 1, 1)", "date(1, 1, 1)", "date.max", "date(2021, NN, NN)", "DATE + DELTA", "DATE - DELTA", "DATE.replace(day=NN)", "MOMENT.date()", "date.fromordinal(738000 + NN)", "date.fromisocalendar(2020, 53, NN)", "date.fromisoformat(TEXT)",
	},
	"CLOCK": {
		"time(12, 30)", "time(0)", "time(23, 59, 59, 999999)", "time(NN, NN, NN)", "time(1, 2, 3, 4000, tzinfo=ZONE)", "MOMENT.time()", "MOMENT.timetz()", "time.fromisoformat('04:05:06.789')", "time.fromisoformat('T0405Z')", "CLOCK.replace(minute=NN)",
	},
	"MOMENT": {
		"datetime(2024, 2, 29, 13, 5, 6)", "datetime(2000, 1, 1)", "datetime(2023, 12, 31, 23, 59, 59, 999999)", "datetime(2022, 3, 27, 1, 30, tzinfo=ZONE)", "datetime(2022, NN, NN, NN, NN)", "MOMENT + DELTA", "MOMENT - DELTA", "MOMENT.replace(hour=NN)", "MOMENT.replace(tzinfo=ZONE)", "MOMENT.astimezone(ZONE)", "datetime.combine(DATE, CLOCK)", "datetime.fromisoformat(TEXT)",
		"datetime.strptime('2024-05-06 07:08', '%Y-%m-%d %H:%M')", "datetime.fromtimestamp(1700000000.5, ZONE)", "datetime.fromtimestamp(NN, timezone.utc)", "datetime.min", "datetime.max", "datetime(2024, 10, 27, 2, fold=1)",
	},
	"DELTA": {
		"timedelta(1)", "timedelta(days=NN)", "timedelta(hours=NN, minutes=NN)", "timedelta(seconds=NN, microseconds=NN)", "timedelta(weeks=NN, milliseconds=NN)", "timedelta(days=1.5)", "timedelta(seconds=0.1)", "DELTA * NN", "DELTA / NN", "DELTA // NN", "-DELTA", "abs(DELTA)", "DELTA + DELTA", "DELTA % DELTA", "DATE - DATE", "MOMENT - MOMENT", "timedelta.max", "timedelta.resolution", "DELTA * 0.3",
	},
	"ZONE":   {"timezone.utc", "timezone(timedelta(hours=2))", "timezone(timedelta(hours=-5, minutes=-30))", "timezone(DELTA)", "timezone(timedelta(hours=1), 'CET')", "None", "timezone(timedelta(seconds=3661))"},
	"TEXT":   {"'2024-02-29'", "'2024-01-02T03:04:05'", "'20240102'", "'2024-W05-3'", "'2024-01-02 03:04'", "'2024-01-02T03:04:05.123Z'", "'2024-01-02T03:04:05+05:30'", "'2024-13-01'", "'2024-1-2'", "'2024-01-02T25:00'", "'x'", "'2024-01-02T03:04:05,5'", "'2023-02-29'", "''"},
	"FORMAT": {"'%Y-%m-%d'", "'%H:%M:%S'", "'%d/%m/%y %I:%M %p'", "'%A %d %B %Y'", "'%a %b %j'", "'%U %W %w %u'", "'%G-W%V-%u'", "'%x'", "'%X'", "'%c'", "'%f|%%'", "'%z %Z'", "'%-d %e'", "'%s' if 0 else '%D'", "'%y%C'", "'%T %R'", "'%h %n %t'", "'é %d'", "'%'", "'%q'"},
	"SAMPLE": {"'2024-05-06'", "'07:08:09'", "'06/05/24 01:02 PM'", "'Monday 06 May 2024'", "'Mon May 127'", "'2024-W05-3'", "'12.5|%'", "'+0530 UTC'", "'  2024-05-06'", "'2024-05-06 x'", "'2024-5-6'", "''"},
	"OTHER":  {"DATE", "MOMENT", "DELTA", "CLOCK", "5", "None", "'2024'"},
	"ANY":    {"DATE", "MOMENT", "DELTA", "CLOCK", "ZONE"},
	"OP":     {"+", "-", "*", "/", "//", "%", "<", ">=", "==", "!="},
}

var ofTimes = []string{
	"ANY", "str(ANY)", "ANY OP OTHER", "f'{ANY}'", "f'{ANY:>30}' if 0 else format(MOMENT, FORMAT)", "DATE.strftime(FORMAT)", "MOMENT.strftime(FORMAT)", "CLOCK.strftime(FORMAT)", "datetime.strptime(SAMPLE, FORMAT)", "MOMENT.isoformat(' ')", "MOMENT.isoformat(timespec='milliseconds')", "MOMENT.isoformat('T', 'minutes')", "MOMENT.isoformat(timespec='x')", "CLOCK.isoformat(timespec='auto')", "DATE.isocalendar()", "DATE.weekday(), DATE.isoweekday()", "DATE.timetuple()[:9]", "MOMENT.utctimetuple()[:9]", "DATE.toordinal()",
	"DELTA.days, DELTA.seconds, DELTA.microseconds", "DELTA.total_seconds()", "DELTA / DELTA", "divmod(DELTA, DELTA)", "bool(DELTA)", "hash(DELTA) == hash(timedelta(1))", "sorted([MOMENT, MOMENT, MOMENT])", "max(DATE, DATE)", "min([DELTA, DELTA])", "sum([DELTA, DELTA], timedelta())", "MOMENT.utcoffset()", "MOMENT.tzname()", "ZONE.utcoffset(None)", "MOMENT.astimezone(ZONE).isoformat()", "MOMENT.replace(tzinfo=timezone.utc).timestamp()", "date.fromisoformat(TEXT)", "datetime.fromisoformat(TEXT)", "time.fromisoformat(TEXT)", "DATE.ctime()", "MOMENT.ctime()",
	"isinstance(MOMENT, date)", "MOMENT == DATE", "DATE < MOMENT", "MOMENT.replace(month=NN, day=NN)", "date(NN, NN, NN)", "datetime(2024, 1, NN, NN)", "time(NN, NN)", "timedelta(NN, NN, NN, NN)", "f'{DATE:%d.%m.%Y}'", "f'{MOMENT:%H:%M}|{DATE!s:>12}'", "'{:%Y}|{!r}'.format(DATE, CLOCK)", "[d.isoformat() for d in (DATE + timedelta(i) for i in range(3))]", "(MOMENT - MOMENT) // timedelta(hours=1)", "(DATE - DATE).days", "{DATE: 1}.get(DATE)", "MOMENT.date() == DATE", "datetime.combine(DATE, time(NN))", "date.fromisocalendar(2024, NN, NN)", "MOMENT.fold, MOMENT.tzinfo", "round(DELTA.total_seconds(), 3)", "copy.copy(MOMENT) == copy.deepcopy(MOMENT)",
	"str(DELTA).rjust(20)", "calendar.monthrange(DATE.year, DATE.month)", "DATE.replace(year=NN)", "DATE.year, DATE.month, DATE.day", "MOMENT.hour, MOMENT.microsecond", "int(DELTA.total_seconds() // 60)", "MOMENT.strftime('%s')[:0] + DATE.strftime('')",
}

// dates prints what comes of dates, times and durations.
func (g *generator) dates() {
	g.line("import calendar, copy")
	g.line("from datetime import *")
	g.sayings(times, ofTimes)
}

// decimals are what programs make of modules decimal and fractions.
var decimals = vocabulary{
	"NN":    {"2", "0", "1", "3", "-1", "10", "7", "-3", "28"},
	"DIGIT": {"'1.5'", "'0'", "'-0.00'", "'2.675'", "'1E+3'", "'123456789.987654321'", "'NaN'", "'-Infinity'", "'sNaN'", "'1e-10'", "'9.99'", "'0.1'", "' 12 '", "'1_000'", "'x'", "'1E+999'", "'100'", "'.5'", "'-7'"},
	"DEC":   {"Decimal(DIGIT)", "Decimal(NN)", "Decimal(DIGIT) + 1", "DEC AOP DEC", "DEC.quantize(Decimal(PLACES))", "-DEC", "abs(DEC)", "+DEC", "DEC.normalize()", "round(DEC, NN)", "Decimal(0.1)", "Decimal((0, (1, 2, 5), -2))", "DEC.sqrt()", "DEC ** NN", "sum([DEC, DEC])", "DEC.copy_sign(DEC)", "DEC.scaleb(NN)"},
	"PLACES": {
		"'0.01'", "'1'", "'0.1'", "'1E+1'", "'0.0000'", "'1.'",
	},
	"FRAC":     {"Fraction(1, 3)", "Fraction(NN, 7)", "Fraction(-NN, 4)", "Fraction('3.25')", "Fraction('22/7')", "FRAC AOP FRAC", "FRAC AOP NN", "abs(FRAC)", "-FRAC", "Fraction(0.5)", "FRAC.limit_denominator(10)", "Fraction(DEC)", "FRAC ** NN", "sum([FRAC, FRAC])", "round(FRAC, NN)"},
	"AOP":      {"+", "-", "*", "/", "//", "%"},
	"COP":      {"<", "<=", "==", "!=", ">"},
	"ROUNDING": {"ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_DOWN", "ROUND_UP", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_HALF_DOWN", "ROUND_05UP"},
	"SPEC":     {"'.2f'", "''", "','", "',.2f'", "'>12'", "'+.3e'", "'010.2f'", "'.0f'", "'%'", "'.1%'", "'g'", "'.3g'", "'_<15.1f'", "'E'", "'^+14,.3f'", "'n'", "'d'", "'.10'", "'x'", "'_'", "' .4'"},
	"OTHER":    {"DEC", "FRAC", "NN", "1.5", "float('nan')", "'1'", "True", "2+0j", "None"},
	"NUMBER":   {"DEC", "FRAC", "NN", "0.1"},
}

var ofDecimals = []string{
	"DEC", "FRAC", "str(DEC)", "str(FRAC)", "DEC AOP OTHER", "OTHER AOP DEC", "FRAC AOP OTHER", "OTHER AOP FRAC", "DEC COP OTHER", "FRAC COP OTHER", "format(DEC, SPEC)", "format(DEC, SPEC)", "f'{DEC}|{FRAC}'", "format(FRAC, SPEC)", "format(float(DEC), SPEC)", "'%.3f|%s' % (DEC, FRAC)", "DEC.quantize(Decimal(PLACES), rounding=ROUNDING)", "DEC.quantize(Decimal(PLACES), ROUNDING)", "DEC.to_integral_value(ROUNDING)", "DEC.as_tuple()", "DEC.as_integer_ratio()", "DEC.to_eng_string()", "int(DEC), float(DEC)", "divmod(DEC, DEC)", "divmod(FRAC, NUMBER)", "pow(DEC, NN)", "pow(DEC, DEC)", "DEC.compare(DEC)", "DEC.is_nan(), DEC.is_zero(), DEC.is_signed(), DEC.is_finite()", "DEC.adjusted()", "hash(DEC) == hash(FRAC)", "max(DEC, DEC), min(DEC, NN)", "sorted([DEC, NN, FRAC])", "DEC.ln()", "DEC.log10()", "DEC.exp()",
	"DEC.fma(2, 3)", "DEC.remainder_near(DEC)", "DEC.next_plus()", "DEC.same_quantum(DEC)", "DEC.number_class()", "DEC.logb()", "DEC.shift(NN)", "DEC.max(DEC)", "math.floor(DEC), math.ceil(DEC)", "round(DEC)", "round(FRAC)", "math.floor(FRAC), math.trunc(FRAC)", "FRAC.numerator, FRAC.denominator", "float(FRAC)", "int(FRAC)", "Fraction.from_float(0.3)", "Fraction(OTHER)", "Fraction(OTHER, OTHER)", "Decimal(OTHER)", "FRAC.as_integer_ratio()", "bool(DEC), bool(FRAC)", "repr([DEC, FRAC])", "getcontext().divide(DEC, DEC)", "Context(prec=5, rounding=ROUNDING).create_decimal(DIGIT)", "Context(prec=3).divide(DEC, DEC)", "Context(prec=4, rounding=ROUNDING).plus(DEC)", "ctx(5, lambda: DEC / DEC)", "ctx(3, lambda: DEC * 3, ROUNDING)", "ctx(50, lambda: DEC.sqrt())", "Decimal(DIGIT, Context(traps=[]))", "sum(Decimal(x) for x in (DIGIT, DIGIT))", "statistics.mean([NUMBER, NUMBER])", "statistics.median([FRAC, FRAC])", "math.fsum([NUMBER, NUMBER])", "math.isclose(NUMBER, NUMBER)", "sorted({DEC, DEC, NN})", "DEC.real, DEC.imag, DEC.conjugate()", "copy.copy(FRAC) is not None", "isinstance(DEC, numbers.Number), isinstance(FRAC, numbers.Rational)", "complex(DEC)", "DEC in [DEC, FRAC]", "getcontext().flags[Inexact]",
}

// exactly prints what comes of decimal numbers and of fractions.
func (g *generator) exactly() {
	g.line("import copy, math, numbers, statistics")
	g.line("from decimal import *")
	g.line("from fractions import Fraction")
	g.line("def ctx(prec, f, rounding=ROUND_HALF_EVEN):\n    with localcontext() as c:\n        c.prec, c.rounding = prec, rounding\n        return f()")
	g.sayings(decimals, ofDecimals)
}
