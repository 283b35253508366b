package fuzz

// made makes a container of a kind and a length.
var made = map[byte]string{'l': "list(range(%d))", 'd': "dict.fromkeys(range(%d), 0)", 'e': "set(range(%d))", 'b': "bytearray(range(%d))"}

// changes are statements that change a container of a kind, VAR.
var changes = map[byte][]string{
	'l': {
		"VAR[{k}] = {x}", "VAR[{K}:{K}] = {y}", "VAR[{K}:{K}:{S}] = {y}", "del VAR[{k}]", "del VAR[{K}:{K}]", "del VAR[{K}:{K}:{S}]", "VAR.append({x})", "VAR.extend({y})", "VAR.insert({k}, {x})", "print(VAR.pop({k}))", "VAR.remove({i})", "VAR.reverse()", "VAR.sort(key=lambda v: -v)", "VAR.sort(reverse=True)", "VAR += {y}", "VAR *= {w}", "VAR.clear()", "VAR[:] = VAR", "VAR[1:1] = VAR", "VAR.extend(VAR)",
		"for v in VAR:\n        if v == 2: VAR.remove(v)", "VAR[{k}], VAR[{k}] = VAR[{k}], VAR[{k}]", "VAR[-1] += 1", "a, *VAR = VAR", "*VAR, b, c = VAR", "VAR.sort(key={x})", "VAR.index({i}, {k}, {k})", "VAR.append(VAR)",
	},
	'd': {
		"VAR[{x}] = {x}", "del VAR[{i}]", "VAR.update({d})", "VAR.update(a={x})", "VAR.update({y})", "VAR |= {d}", "VAR |= {l}", "print(VAR.pop({k}))", "print(VAR.pop({x}, {x}))", "print(VAR.popitem())", "print(VAR.setdefault({x}, {x}))", "VAR.clear()", "VAR[{k}] += 1", "for k in VAR: VAR[k + 100] = 1", "for k in list(VAR): del VAR[k]", "for k in VAR: VAR[k] = k", "VAR[1], VAR[0] = VAR[0], VAR[1]", "print(list(VAR.items())[{K}:{K}])", "print({x} in VAR)", "print(list(reversed(VAR.values())))", "VAR[True] = 't'", "VAR[2.0] = 'f'",
	},
	'e': {
		"VAR.add({i})", "VAR.add({x})", "VAR.discard({k})", "VAR.remove({i})", "VAR.update({r})", "VAR |= {e}", "VAR &= {e}", "VAR -= {e}", "VAR ^= {e}", "VAR.intersection_update({r})", "VAR.difference_update({r})", "VAR.symmetric_difference_update({r})", "print(VAR.pop())", "for v in VAR: VAR.add(v + 50)", "VAR.clear()", "print(len(VAR), {x} in VAR)", "VAR.add({k} * 37)", "VAR.add(-{i})",
	},
	'b': {
		"VAR[{k}] = {i}", "VAR[{K}:{K}] = {b}", "VAR[{K}:{K}:{S}] = {b}", "del VAR[{K}:{K}:{S}]", "VAR.append({i})", "VAR.extend({l})", "VAR += {b}", "VAR *= {w}", "VAR.insert({k}, {k})", "print(VAR.pop({k}))", "VAR.reverse()", "VAR.remove({k})", "VAR[{k}] = {x}",
	},
}
