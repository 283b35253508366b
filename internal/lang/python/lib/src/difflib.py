"""Differences between sequences."""

import re
from collections import namedtuple

__all__ = ['get_close_matches', 'ndiff', 'restore', 'SequenceMatcher', 'Differ',
           'IS_CHARACTER_JUNK', 'IS_LINE_JUNK', 'context_diff', 'unified_diff',
           'diff_bytes', 'HtmlDiff', 'Match']

Match = namedtuple('Match', 'a b size')


def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    """Finds the longest blocks that two sequences have in common, and what is between them."""

    def __init__(self, isjunk=None, a='', b='', autojunk=True):
        self.isjunk = isjunk
        self.a = self.b = None
        self.autojunk = autojunk
        self.set_seqs(a, b)

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if a is self.a:
            return
        self.a = a
        self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        if b is self.b:
            return
        self.b = b
        self.matching_blocks = self.opcodes = None
        self.fullbcount = None
        self.__index()

    def __index(self):
        """Note where each element of b is, but for junk and what is too common."""
        self.b2j = places = {}
        for i, x in enumerate(self.b):
            places.setdefault(x, []).append(i)
        self.bjunk = junk = set()
        if self.isjunk:
            junk.update(x for x in places if self.isjunk(x))
            for x in junk:
                del places[x]
        self.bpopular = popular = set()
        n = len(self.b)
        if self.autojunk and n >= 200:
            most = n // 100 + 1
            popular.update(x for x, at in places.items() if len(at) > most)
            for x in popular:
                del places[x]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        """The longest block in common within a[alo:ahi] and b[blo:bhi], the earliest of those."""
        a, b, places, junk = self.a, self.b, self.b2j, self.bjunk
        if ahi is None:
            ahi = len(a)
        if bhi is None:
            bhi = len(b)
        i, j, size = alo, blo, 0
        ending = {}  # how long the block is that ends at the element before, and at each place of b
        nothing = []
        for at in range(alo, ahi):
            now = {}
            for k in places.get(a[at], nothing):
                if k < blo:
                    continue
                if k >= bhi:
                    break
                n = now[k] = ending.get(k - 1, 0) + 1
                if n > size:
                    i, j, size = at - n + 1, k - n + 1, n
            ending = now
        # What was left out of the index may be next to the block; junk last.
        for wanted in (False, True):
            while i > alo and j > blo and (b[j - 1] in junk) is wanted and a[i - 1] == b[j - 1]:
                i, j, size = i - 1, j - 1, size + 1
            while i + size < ahi and j + size < bhi and (b[j + size] in junk) is wanted and a[i + size] == b[j + size]:
                size += 1
        return Match(i, j, size)

    def get_matching_blocks(self):
        """All blocks in common, in order, and an empty one at the end."""
        if self.matching_blocks is not None:
            return self.matching_blocks
        found = []
        todo = [(0, len(self.a), 0, len(self.b))]
        while todo:
            alo, ahi, blo, bhi = todo.pop()
            i, j, n = block = self.find_longest_match(alo, ahi, blo, bhi)
            if not n:
                continue
            found.append(block)
            if alo < i and blo < j:
                todo.append((alo, i, blo, j))
            if i + n < ahi and j + n < bhi:
                todo.append((i + n, ahi, j + n, bhi))
        found.sort()
        merged = []
        i = j = n = 0
        for i2, j2, n2 in found:
            if i + n == i2 and j + n == j2:
                n += n2
                continue
            if n:
                merged.append(Match(i, j, n))
            i, j, n = i2, j2, n2
        if n:
            merged.append(Match(i, j, n))
        merged.append(Match(len(self.a), len(self.b), 0))
        self.matching_blocks = merged
        return merged

    def get_opcodes(self):
        """How a becomes b: (tag, i1, i2, j1, j2) each."""
        if self.opcodes is not None:
            return self.opcodes
        self.opcodes = codes = []
        i = j = 0
        for ai, bj, n in self.get_matching_blocks():
            tag = ''
            if i < ai:
                tag = 'replace' if j < bj else 'delete'
            elif j < bj:
                tag = 'insert'
            if tag:
                codes.append((tag, i, ai, j, bj))
            i, j = ai + n, bj + n
            if n:
                codes.append(('equal', ai, i, bj, j))
        return codes

    def get_grouped_opcodes(self, n=3):
        """The opcodes in groups of changes that are near each other, with n elements around."""
        codes = self.get_opcodes() or [("equal", 0, 1, 0, 1)]
        codes = list(codes)
        tag, i1, i2, j1, j2 = codes[0]
        if tag == 'equal':
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        tag, i1, i2, j1, j2 = codes[-1]
        if tag == 'equal':
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == 'equal' and i2 - i1 > n + n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == 'equal'):
            yield group

    def ratio(self):
        """How alike they are, from 0 to 1."""
        matches = sum(block[-1] for block in self.get_matching_blocks())
        return _ratio(matches, len(self.a) + len(self.b))

    def quick_ratio(self):
        """An upper bound of ratio(): of elements in common in whatever order."""
        if self.fullbcount is None:
            self.fullbcount = counts = {}
            for x in self.b:
                counts[x] = counts.get(x, 0) + 1
        counts = self.fullbcount
        left = {}
        matches = 0
        for x in self.a:
            n = left.get(x)
            if n is None:
                n = counts.get(x, 0)
            left[x] = n - 1
            if n > 0:
                matches += 1
        return _ratio(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """An upper bound of ratio(): of the lengths."""
        la, lb = len(self.a), len(self.b)
        return _ratio(min(la, lb), la + lb)


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """The n of the possibilities that are most like word, the best first."""
    if not n > 0:
        raise ValueError("n must be > 0: %r" % (n,))
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError("cutoff must be in [0.0, 1.0]: %r" % (cutoff,))
    found = []
    s = SequenceMatcher()
    s.set_seq2(word)
    for x in possibilities:
        s.set_seq1(x)
        if s.real_quick_ratio() >= cutoff and s.quick_ratio() >= cutoff and s.ratio() >= cutoff:
            found.append((s.ratio(), x))
    found.sort(reverse=True)
    return [x for _, x in found[:n]]


def _tags(line, tags):
    """The marks below a line, with the line's own whitespace where there is no mark."""
    return ''.join(c if tag == ' ' and c.isspace() else tag for c, tag in zip(line, tags)).rstrip()


class Differ:
    """Compares lines, and shows what has changed within those that are alike."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == 'replace':
                yield from self._fancy_replace(a, alo, ahi, b, blo, bhi)
            elif tag == 'delete':
                yield from self._dump('-', a, alo, ahi)
            elif tag == 'insert':
                yield from self._dump('+', b, blo, bhi)
            else:
                yield from self._dump(' ', a, alo, ahi)

    def _dump(self, tag, x, lo, hi):
        for i in range(lo, hi):
            yield '%s %s' % (tag, x[i])

    def _plain_replace(self, a, alo, ahi, b, blo, bhi):
        """The shorter of the two goes first."""
        if bhi - blo < ahi - alo:
            yield from self._dump('+', b, blo, bhi)
            yield from self._dump('-', a, alo, ahi)
        else:
            yield from self._dump('-', a, alo, ahi)
            yield from self._dump('+', b, blo, bhi)

    def _closest(self, matcher, a, alo, ahi, b, blo, bhi):
        """The pair of lines that are most alike, as (i, j), and the first that are equal."""
        best, pair, equal = 0.74, None, None
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    if equal is None:
                        equal = i, j
                    continue
                matcher.set_seq1(a[i])
                if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
                    best, pair = matcher.ratio(), (i, j)
        if best < 0.75:
            pair = None
        return pair, equal

    def _fancy_replace(self, a, alo, ahi, b, blo, bhi):
        matcher = SequenceMatcher(self.charjunk)
        pair, equal = self._closest(matcher, a, alo, ahi, b, blo, bhi)
        if pair is None and equal is None:
            yield from self._plain_replace(a, alo, ahi, b, blo, bhi)
            return
        i, j = pair or equal
        yield from self._fancy_helper(a, alo, i, b, blo, j)
        if pair is None:
            yield '  ' + a[i]
        else:
            atags = btags = ''
            matcher.set_seqs(a[i], b[j])
            for tag, i1, i2, j1, j2 in matcher.get_opcodes():
                amark, bmark = {'replace': '^^', 'delete': '--', 'insert': '++', 'equal': '  '}[tag]
                atags += amark * (i2 - i1)
                btags += bmark * (j2 - j1)
            yield from self._qformat(a[i], b[j], atags, btags)
        yield from self._fancy_helper(a, i + 1, ahi, b, j + 1, bhi)

    def _fancy_helper(self, a, alo, ahi, b, blo, bhi):
        if alo < ahi and blo < bhi:
            yield from self._fancy_replace(a, alo, ahi, b, blo, bhi)
        elif alo < ahi:
            yield from self._dump('-', a, alo, ahi)
        elif blo < bhi:
            yield from self._dump('+', b, blo, bhi)

    def _qformat(self, aline, bline, atags, btags):
        for mark, line, tags in (('- ', aline, atags), ('+ ', bline, btags)):
            yield mark + line
            tags = _tags(line, tags)
            if tags:
                yield '? ' + tags + '\n'


def IS_LINE_JUNK(line, pat=re.compile(r"\s*(?:#\s*)?$").match):
    """Whether a line is blank, or has nothing but a #."""
    return pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    """Whether a character is a space or a tab."""
    return ch in ws


def _unified_range(start, stop):
    n = stop - start
    if n == 1:
        return str(start + 1)
    return '{},{}'.format(start + 1 if n else start, n)


def unified_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    """The differences of lists of lines, in the unified format."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield '--- {}{}{}'.format(fromfile, '\t' + fromfiledate if fromfiledate else '', lineterm)
            yield '+++ {}{}{}'.format(tofile, '\t' + tofiledate if tofiledate else '', lineterm)
        first, last = group[0], group[-1]
        yield '@@ -{} +{} @@{}'.format(_unified_range(first[1], last[2]), _unified_range(first[3], last[4]), lineterm)
        for tag, i1, i2, j1, j2 in group:
            if tag == 'equal':
                for line in a[i1:i2]:
                    yield ' ' + line
                continue
            if tag != 'insert':
                for line in a[i1:i2]:
                    yield '-' + line
            if tag != 'delete':
                for line in b[j1:j2]:
                    yield '+' + line


def _context_range(start, stop):
    n = stop - start
    first = start + 1 if n else start
    if n <= 1:
        return str(first)
    return '{},{}'.format(first, first + n - 1)


def context_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    """The differences of lists of lines, in the context format."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    marks = {'insert': '+ ', 'delete': '- ', 'replace': '! ', 'equal': '  '}
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield '*** {}{}{}'.format(fromfile, '\t' + fromfiledate if fromfiledate else '', lineterm)
            yield '--- {}{}{}'.format(tofile, '\t' + tofiledate if tofiledate else '', lineterm)
        first, last = group[0], group[-1]
        yield '***************' + lineterm
        yield '*** {} ****{}'.format(_context_range(first[1], last[2]), lineterm)
        if any(tag in ('replace', 'delete') for tag, *_ in group):
            for tag, i1, i2, _, _ in group:
                if tag != 'insert':
                    for line in a[i1:i2]:
                        yield marks[tag] + line
        yield '--- {} ----{}'.format(_context_range(first[3], last[4]), lineterm)
        if any(tag in ('replace', 'insert') for tag, *_ in group):
            for tag, _, _, j1, j2 in group:
                if tag != 'delete':
                    for line in b[j1:j2]:
                        yield marks[tag] + line


def _check_types(a, b, *args):
    for lines in (a, b):
        if lines and not isinstance(lines[0], str):
            raise TypeError('lines to compare must be str, not %s (%r)' % (type(lines[0]).__name__, lines[0]))
    for arg in args:
        if not isinstance(arg, str):
            raise TypeError('all arguments must be str, not: %r' % (arg,))


def diff_bytes(dfunc, a, b, fromfile=b'', tofile=b'', fromfiledate=b'', tofiledate=b'', n=3, lineterm=b'\n'):
    """A diff of lines of bytes, by unified_diff or context_diff."""
    def text(s):
        try:
            return s.decode('ascii', 'surrogateescape')
        except AttributeError as err:
            raise TypeError('all arguments must be bytes, not %s (%r)' % (type(s).__name__, s)) from err

    lines = dfunc(list(map(text, a)), list(map(text, b)), text(fromfile), text(tofile), text(fromfiledate),
                  text(tofiledate), n, text(lineterm))
    for line in lines:
        yield line.encode('ascii', 'surrogateescape')


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """The differences of lists of lines, as Differ shows them."""
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """The lines of one of the two that an ndiff was made of: 1 or 2."""
    try:
        mark = {1: "- ", 2: "+ "}[int(which)]
    except KeyError:
        raise ValueError('unknown delta choice (must be 1 or 2): %r' % which) from None
    for line in delta:
        if line[:2] in ("  ", mark):
            yield line[2:]


from _difflib_html import HtmlDiff, _mdiff  # which need what is above
