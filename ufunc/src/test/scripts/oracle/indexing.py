"""Advanced indexing, get and set, and the indexing routines.

An index is a text in Java's and Python's common notation: parts separated by `; `, each a slice, an
integer, `...`, `None`, `i:` and integers with their shape, or `m:` and flags with their shape.
"""

import numpy as np

from oracle import cases
from oracle.cases import ALL, INTEGERS, array, everywhere, layouts, sample, some


def part_text(part):
    if part is None:
        return "None"
    if part is Ellipsis:
        return "..."
    if isinstance(part, slice):
        return ":".join("" if v is None else str(v) for v in (part.start, part.stop, part.step))
    if isinstance(part, np.ndarray):
        letter = "m" if part.dtype == bool else "i"
        return f"{letter}{cases.shape_text(part.shape)}={','.join(str(int(v)) for v in part.ravel())}"
    return str(part)


def index_text(index):
    return "; ".join(part_text(p) for p in index)


def random_part(n, ndim, shape, kind):
    random = cases.RANDOM
    if kind == "int":
        return int(random.integers(-n, n)) if n else 0
    if kind == "slice":
        return slice(*[None if random.random() < 0.4 else int(random.integers(-n - 1, n + 2)) for _ in range(2)],
                     [None, 1, 2, -1, -2][random.integers(0, 5)])
    if kind == "ints":
        return random.integers(-n, n, shape) if n else np.zeros((0,), int)
    return random.random(shape) < 0.5


def random_index(shape):
    """Parts for some of the axes; the position arrays broadcast together."""
    random = cases.RANDOM
    common = [(2,), (3,), (2, 3), (1,), (), (0,)][random.integers(0, 6)]
    parts, axis, ellipsis = [], 0, False
    while axis < len(shape):
        choice = random.random()
        n = shape[axis]
        if choice < 0.12:
            parts.append(None)
            continue
        if choice < 0.2 and not ellipsis:
            parts.append(Ellipsis)
            axis += int(random.integers(0, len(shape) - axis + 1))
            ellipsis = True
            if axis < len(shape):
                axis = len(shape) - int(random.integers(0, len(shape) - axis + 1))
            continue
        if choice < 0.35:
            parts.append(random_part(n, 0, (), "int"))
        elif choice < 0.55:
            parts.append(random_part(n, 0, (), "slice"))
        elif choice < 0.85:
            parts.append(random_part(n, 0, tuple(1 if random.random() < 0.2 else k for k in common), "ints"))
        else:
            rank = int(random.integers(1, 3)) if axis + 2 <= len(shape) else 1
            parts.append(random_part(n, 0, shape[axis:axis + rank], "mask"))
            axis += rank - 1
        axis += 1
        if random.random() < 0.1:
            break
    return tuple(parts)


def advanced(index):
    return any(isinstance(p, np.ndarray) for p in index)


def getting(file):
    def get(a, text, index):
        file.add("get", a, text, call=lambda v, _: np.ascontiguousarray(v[index]).reshape(v[index].shape))

    shapes = [(5,), (3, 4), (2, 3, 4), (2, 3, 4, 5), (4, 1, 3), (0, 3), (3, 0)]
    done = 0
    while done < 900:
        shape = shapes[cases.RANDOM.integers(0, len(shapes))]
        index = random_index(shape)
        if advanced(index):
            a = array(np.arange(int(np.prod(shape)), dtype="int32").reshape(shape))
            get(a, index_text(index), index)
            done += 1
    full = np.arange(120).reshape(2, 3, 4, 5)
    ints = np.array
    table = [
        (0, slice(None), ints([0, 1])), (slice(None), 0, ints([0, 1])), (slice(None), ints([0, 1]), ints([0, 1])),
        (slice(None), ints([0, 1]), slice(None), ints([0, 1])), (ints([[0], [1]]), ints([0, 1])), (Ellipsis, ints([0, 1])),
        (ints([0, 1]), None, ints([0, 1])), (None, ints([0, 1])), (slice(1, None), ints([0])), (ints(1),),
        (np.array(True),), (np.array(False),), (ints([True, False]),), (ints([[True, False, True], [False, True, True]]),),
        (slice(None), ints([True, False, True])), (slice(None), ints([True, False, True]), ints([0, 1])),
        (ints([True, False]), slice(None), 0), (np.zeros(0, int),), (ints([0, 1]), Ellipsis, ints([0, 1])),
        (0, ints([0, 1])), (ints([0, 1]), 0), (ints([0, 1]), 0, slice(None), 0), (np.array(True), ints([0, 1])),
        (ints([1, 0]), np.array(True)), (slice(None), np.array(True), ints([1])), (ints([0, 1]), Ellipsis), (Ellipsis, ints([0]), None),
    ]
    for index in table:
        get(array(full), index_text(index), index)
    for d in ALL:
        values = sample(d, (3, 4))
        for a in layouts(values):
            for index in [(ints([2, 0, 0]),), (slice(None), ints([3, 1])), (ints([0, 2]), ints([1, -1])), (values.real > 0,),
                          (ints([True, False, True]),), (ints([0, 2]), slice(None, None, -2)), (slice(None, None, -1), ints([[0, 1], [1, 3]]))]:
                get(a, index_text(index), index)
        wide = sample(d, (4, 40))
        get(array(wide), index_text((ints([3, 3, 1]),)), (ints([3, 3, 1]),))
        get(array(np.zeros((), d)), index_text((np.array(True),)), (np.array(True),))
    a = array(np.arange(12).reshape(3, 4))
    for index in [(ints([1, 2]), ints([0, 1, 2])), (ints([[True, False]]),), (ints([5]),), (slice(None), ints([5])), (0, ints([7])),
                  (9, ints([0])), (ints([0]), ints([0]), ints([0])), (ints([0.5]),), (Ellipsis, ints([0]), Ellipsis), (ints([-4]),),
                  (slice(None), ints([True, False, True]))]:
        if index[0] is not Ellipsis and index[0] is not None and getattr(index[0], "dtype", None) == float:
            continue
        get(a, index_text(index), index)


def setting(file):
    def put(a, text, values, index):
        def call(x, _, v):
            x = x.copy()
            x[index] = v
            return x
        file.add("set", a, text, values, call=call)

    shapes = [(5,), (3, 4), (2, 3, 4), (2, 3, 4, 5), (4, 1, 3)]
    done = 0
    while done < 500:
        shape = shapes[cases.RANDOM.integers(0, len(shapes))]
        index = random_index(shape)
        if not advanced(index):
            continue
        a = np.arange(int(np.prod(shape)), dtype="int32").reshape(shape)
        try:
            target = a[index].shape
        except IndexError:
            target = (2,)
        drop = int(cases.RANDOM.integers(0, len(target) + 1))
        value = np.array([1 if cases.RANDOM.random() < 0.2 else n for n in target[drop:]], int)
        if cases.RANDOM.random() < 0.1 and np.prod(target):
            value = np.concatenate([[3], value])
        put(array(a), index_text(index), array(-1 - np.arange(int(np.prod(value)), dtype="int32").reshape(value)), index)
        done += 1
    ints = np.array
    for d in ALL:
        for a in layouts(sample(d, (3, 4))):
            if " broadcast" in a.text:
                continue
            for index, shape in [((ints([2, 0, 0]),), (3, 4)), ((slice(None), ints([3, 1])), (2,)), ((ints([0, 2]), ints([1, -1])), ()),
                                 ((a.values.real > 0,), ()), ((ints([True, False, True]),), (2, 1))]:
                put(a, index_text(index), array(sample(d, shape, small=True)), index)
            mask = a.values.real > 0
            put(a, index_text((mask,)), array(sample(d, (int(mask.sum()),))), (mask,))
        put(array(sample(d, (3, 4), small=True)), "m4=1,0,0,1", array(np.array([1, 0, 1, 1, 0], "int8")[:4]), (ints([True, False, False, True]),))
    a = array(np.arange(12).reshape(3, 4))
    big = a.values > 3
    for index, v in [((ints([0, 1]),), np.zeros((3, 4))), ((big,), np.zeros(3)), ((big,), np.zeros((1, 8))), ((big,), np.zeros((2, 4))),
                     ((big,), np.zeros(1)), ((a.values > 30,), np.zeros(0)), ((a.values > 30,), np.zeros(1)), ((ints([True, False, True]),), np.zeros(3)),
                     ((ints([0, 0]), ints([1, 1])), np.array(1.9)), ((ints([0, 3]),), np.array(7)), ((ints([0, 0, 1]),), np.arange(12).reshape(3, 4)),
                     ((slice(None), ints([0, 9])), np.array(1))]:
        put(a, index_text(index), array(v), index)


def setting_scalars(file):
    """A mask of a 0-d array: found by the fuzzer."""
    for flag in (True, False):
        for value in (np.array(7), np.array([7]), np.array([[7]]), np.array([7, 8]), np.zeros(0, int)):
            def call(x, _, v, flag=flag):
                x = x.copy()
                x[np.array(flag)] = v
                return x
            file.add("set", array(np.array(1)), f"m={int(flag)}", array(value), call=call)


def setting_truth(file):
    """An imaginary number is true: found by the fuzzer."""
    for value in (np.array(2j), np.array([0j, 3j]), np.array(0j), np.array(1 + 0j)):
        def call(x, _, v):
            x = x.copy()
            x[np.array([True, False, True])] = v
            return x
        file.add("set", array(np.array([False, False, True])), "m3=1,0,1", array(value), call=call)


def routines(file):
    ints = np.array
    modes = ["raise", "wrap", "clip"]
    for d in ALL:
        for a in everywhere(sample(d, (3, 4))):
            file.add("take flat", a, array(ints([[11, 0], [-1, 5]])), call=np.take)
            file.add("take", a, array(ints([2, -1, 0])), 0, "raise", call=lambda x, i, k, m: np.take(x, i, k, mode=m))
            file.add("take", a, array(ints([[7, -5], [1, 4]])), 1, "wrap", call=lambda x, i, k, m: np.take(x, i, k, mode=m))
            file.add("takeAlongAxis", a, array(ints([[0, 1, 2, 1]])), 0, call=np.take_along_axis)
            file.add("compress", array(ints([True, False, True])), a, 0, call=np.compress)
            file.add("compress flat", array(ints([1, 0, 2, 0, 1])), a, call=np.compress)
            file.add("extract", array(a.values.real > 0), a, call=np.extract)
            file.add("nonzero", a, call=np.nonzero)
        file.add("take", array(sample(d, (2, 3, 4))), array(ints([[0, 1], [2, 0]])), 1, "raise", call=lambda x, i, k, m: np.take(x, i, k, mode=m))
        choices = [some(sample(d, (3, 4))), array(sample(d, (4,))), array(sample("int8", (3, 1)))]
        if d == "bool":
            two = [array(sample(d, (3, 4))), array(sample(d, (4,)))]
            file.add("choose", array(cases.RANDOM.integers(0, 2, (3, 4))), "raise", two, call=lambda i, m, c: np.choose(i, c, mode=m))
        else:
            file.add("choose", array(cases.RANDOM.integers(0, 3, (3, 4))), "raise", choices, call=lambda i, m, c: np.choose(i, c, mode=m))
        conditions = [some(cases.RANDOM.random((3, 4)) < 0.4), array(cases.RANDOM.random((3, 1)) < 0.4), array(cases.RANDOM.random(4) < 0.3)]
        file.add("select", conditions, choices, array(sample(d, ())), call=lambda c, x, y: np.select(c, x, y))
        target = array(sample(d, (3, 4)))

        def changed(f):
            def call(x, *rest):
                x = x.copy()
                f(x, *rest)
                return x
            return call
        values = array(sample(d, (5,), small=True))
        for a in layouts(target.values):
            if " broadcast" in a.text:
                continue
            file.add("put", a, array(ints([3, -1, 0, 3, 7, 8, 2])), values, "raise", call=changed(lambda x, i, v, m: np.put(x, i, v, mode=m)))
            file.add("putmask", a, array(target.values.real > 0), values, call=changed(np.putmask))
            file.add("place", a, array(target.values.real > 0), values, call=changed(np.place))
            file.add("putAlongAxis", a, array(ints([[0, 1], [2, 2], [3, 0]])), array(sample(d, (1, 2), small=True)), 1,
                     call=changed(lambda x, i, v, k: np.put_along_axis(x, i, v, k)))
            file.add("fillDiagonal", a, values, False, call=changed(lambda x, v, w: np.fill_diagonal(x, v, w)))
    for m in modes:
        file.add("take", array(np.arange(12).reshape(3, 4)), array(ints([5, -2, 0])), 1, m, call=lambda x, i, k, m: np.take(x, i, k, mode=m))
        file.add("put", array(np.arange(5)), array(ints([7, -9, 1])), array(ints([-1, -2, -3])), m, call=changed(lambda x, i, v, m: np.put(x, i, v, mode=m)))
        file.add("choose", array(ints([0, 3, -1])), m, [array(ints([1, 2, 3])), array(ints([4, 5, 6]))], call=lambda i, m, c: np.choose(i, c, mode=m))
        file.add("ravelMultiIndex", [array(ints([1, 5, 2])), array(ints([3, 3, -1]))], m, "C", [3, 4],
                 call=lambda p, m, o, s: np.ravel_multi_index(tuple(p), tuple(s), mode=m, order=o))
    for o in "CF":
        file.add("ravelMultiIndex", [some(ints([[1, 0], [0, 1]])), array(ints([3, 2])), array(ints([0, 1]))], "raise", o, [3, 4, 2],
                 call=lambda p, m, o, s: np.ravel_multi_index(tuple(p), tuple(s), mode=m, order=o))
        for d in INTEGERS:
            file.add("unravelIndex", some(ints([[5, 0], [23, 11]]).astype(d)), o, [3, 4, 2], call=lambda i, o, s: np.unravel_index(i, s, order=o))
        file.add("unravelIndex", array(ints([24])), o, [3, 4, 2], call=lambda i, o, s: np.unravel_index(i, s, order=o))
        file.add("unravelIndex", array(ints([-1])), o, [3, 4, 2], call=lambda i, o, s: np.unravel_index(i, s, order=o))
        file.add("unravelIndex", array(ints([1.0])), o, [3, 4, 2], call=lambda i, o, s: np.unravel_index(i, s, order=o))
    for shape in [(5, 3), (7, 3), (3, 7), (3, 3, 3), (2, 3, 3), (4,), (0, 3), (8, 2)]:
        for wrap in (False, True):
            file.add("fillDiagonal", array(np.zeros(shape)), array(ints([1.0, 2.0])), wrap, call=changed(lambda x, v, w: np.fill_diagonal(x, v, w)))
    for _ in range(5):
        file.add("ravelMultiIndex", [some(ints([[1, 2], [0, 1]])), some(ints([[3, 2], [0, 1]]))], "raise", "C", [3, 4],
                 call=lambda p, m, o, s: np.ravel_multi_index(tuple(p), tuple(s), mode=m, order=o))
    file.add("diagIndices", 3, 2, call=np.diag_indices)
    file.add("diagIndices", 2, 3, call=np.diag_indices)
    for shape in [(3, 3), (2, 2, 2), (3, 2), (3,), (0, 0)]:
        file.add("diagIndicesFrom", array(np.zeros(shape)), call=np.diag_indices_from)
    for n in range(4):
        file.add("maskIndices", n, call=lambda n: np.mask_indices(n, np.triu))
    functions = [lambda v: v, lambda v: v[::-1], lambda v: v[:1], lambda v: v + v]
    for d in ALL:
        small = sample(d, (3, 5), small=True)
        for x in [*layouts(small), *layouts(np.stack([small[0]] * 3))]:
            for to in (d, "int16", "complex128"):
                for copy in (None, True, False):
                    file.add("asarray", x, to, copy, call=lambda x, to, copy: np.asarray(x, to, copy=copy))
        for x in cases.operands(d, (3, 5)):
            for chosen in ([0, 1], [1, 2, 0], [3], [2]):
                conditions = [array(cases.RANDOM.random((3, 5)) < 0.5) for _ in range(min(2, len(chosen)))]
                file.add("piecewise", x, conditions, chosen, call=lambda x, c, chosen: np.piecewise(x, c, [functions[k] for k in chosen]))
    file.add("piecewise", array(np.arange(3.0)), [array(np.ones(3, bool))], [0, 1, 1], call=lambda x, c, chosen: np.piecewise(x, c, [functions[k] for k in chosen]))
    a = array(np.arange(12).reshape(3, 4))
    for index in ([20], [-13], []):
        file.add("take flat", a, array(ints(index, dtype=int)), call=np.take)
    file.add("take", a, array(ints([0])), 2, "raise", call=lambda x, i, k, m: np.take(x, i, k, mode=m))
    file.add("take", a, array(ints([4])), 1, "raise", call=lambda x, i, k, m: np.take(x, i, k, mode=m))
    file.add("take flat", a, array(ints([0.5])), call=np.take)
    file.add("take flat", a, array(ints([True, False])), call=np.take)
    for m in modes:
        file.add("take", array(np.zeros((0, 3))), array(ints([0])), 0, m, call=lambda x, i, k, m: np.take(x, i, k, mode=m))
    file.add("takeAlongAxis", a, array(ints([[4]])), 1, call=np.take_along_axis)
    file.add("takeAlongAxis", a, array(ints([4])), 1, call=np.take_along_axis)
    file.add("takeAlongAxis", a, array(ints([[1.0]])), 1, call=np.take_along_axis)
    file.add("takeAlongAxis", a, array(np.zeros((2, 2), int)), 1, call=np.take_along_axis)
    file.add("put", a, array(ints([20])), array(ints([1])), "raise", call=changed(lambda x, i, v, m: np.put(x, i, v, mode=m)))
    file.add("put", a, array(ints([1])), array(np.zeros(0, int)), "raise", call=changed(lambda x, i, v, m: np.put(x, i, v, mode=m)))
    file.add("putmask", a, array(ints([True])), array(ints([1])), call=changed(np.putmask))
    file.add("place", a, array(ints([True])), array(ints([1])), call=changed(np.place))
    file.add("place", a, array(a.values > 3), array(np.zeros(0, int)), call=changed(np.place))
    file.add("place", a, array(a.values > 30), array(np.zeros(0, int)), call=changed(np.place))
    file.add("select", [array(a.values > 3)], [a, a], array(np.array(0)), call=np.select)
    file.add("select", [a], [a], array(np.array(0)), call=np.select)
    file.add("compress", array(ints([True, False, True, True])), a, 0, call=np.compress)
    file.add("compress", array(ints([True])), a, 1, call=np.compress)
    file.add("compress flat", array(ints([[True]])), a, call=np.compress)
    file.add("nonzero", array(np.array(3)), call=np.nonzero)
    file.add("nonzero", array(np.zeros((0, 3))), call=np.nonzero)


def write(file):
    getting(file)
    setting(file)
    setting_scalars(file)
    setting_truth(file)
    routines(file)
