"""Arrays joined, split, repeated, padded and edited.

The target is NumPy 2.5: `insert` with positions out of bounds is tested by hand.
"""

import numpy as np

from oracle.cases import ALL, COMPLEX, FLOATS, INTEGERS, array, everywhere, layouts, operands, sample


def unary(file, name, *arguments, call, shapes=((2, 3), (4,)), dtypes=ALL, strides=False):
    for dtype in dtypes:
        for a in operands(dtype, *shapes):
            file.add(name, a, *arguments, call=call, strides=strides)


def write(file):
    joining(file)
    splitting(file)
    repeating(file)
    padding(file)
    editing(file)
    bits(file)
    application(file)


def joining(file):
    def concatenate(arrays, axis, strides=True):
        file.add("concatenate", arrays, axis, call=lambda a, n: np.concatenate(a, axis=n), strides=strides)

    for dtype in ALL:
        all = list(operands(dtype, (2, 3)))
        for i, a in enumerate(all):
            concatenate([a, all[(i + 1) % len(all)]], 0)
            concatenate([a, a, all[(i + 2) % len(all)]], -1)
            file.add("concat", [a, all[(i + 2) % len(all)]], 1, call=lambda a, n: np.concat(a, axis=n), strides=True)
            file.add("concatenate_flattened", [a, array(sample(dtype, (2,)))], call=lambda a: np.concatenate(a, axis=None))
            file.add("stack", [a, all[(i + 1) % len(all)]], i % 3, call=lambda a, n: np.stack(a, n), strides=True)
        flat = list(operands(dtype, (3,)))
        for name in ["vstack", "hstack", "dstack", "column_stack"]:
            function = getattr(np, name)
            file.add(name, all[:2], call=function)
            file.add(name, [all[3], all[-1]], call=function)
            file.add(name, flat[1:3], call=function)
            file.add(name, [array(sample(dtype, ())), array(sample(dtype, ()))], call=function)
        for other in ALL:
            file.add("concatenate", [array(sample(dtype, (2,), True)), array(sample(other, (1,), True))], 0,
                     call=lambda a, n: np.concatenate(a, axis=n))
            if np.can_cast(dtype, other, "unsafe") and not (np.dtype(dtype).kind in "fc" and np.dtype(other).kind in "iu"):
                for casting in ["safe", "same_kind", "unsafe"]:
                    file.add("concatenate_dtype", [array(sample(dtype, (2,), True))] * 2, 0, other, casting,
                             call=lambda a, n, d, c: np.concatenate(a, axis=n, dtype=d, casting=c))

        def out(a, o):
            result = o.copy()
            np.concatenate(a, axis=1, out=result)
            return result

        for o in layouts(sample(dtype, (2, 4))):
            file.add("concatenate_out", [all[0], array(sample(dtype, (2, 1)))], o, call=out)
    a, b, zero = (array(sample("int32", s)) for s in [(2, 3), (3,), ()])
    for arrays in [[a, b], [a, array(sample("int32", (2, 2)))], [zero, zero], [b, zero]]:
        concatenate(arrays, 0, strides=False)
    concatenate([a, a], 2, strides=False)
    concatenate([a, a], -3, strides=False)
    file.add("stack", [a, b], 0, call=lambda a, n: np.stack(a, n))
    file.add("stack", [a, a], 3, call=lambda a, n: np.stack(a, n))
    for shapes in [[(0, 3), (2, 3)], [(0, 3), (0, 3)], [(2, 0), (2, 3)], [(0,), (0,)]]:
        arrays = [array(np.ones(s, "int16")) for s in shapes]
        concatenate(arrays, -1, strides=False)
        concatenate(arrays, 0, strides=False)
    for shape in [(3, 4), (2, 2, 3), (5, 1), (0, 2)]:
        for x in layouts(sample("float32", shape)):
            for y in layouts(sample("float32", shape)):
                concatenate([x, y], 0)
    for o in [np.zeros((4,)), np.zeros((4, 4)), np.zeros((4, 3), "int8"), np.zeros((4, 3), "float32")]:
        file.add("concatenate_into", [a, a], array(o.astype(o.dtype)), call=lambda a, o: np.concatenate(a, axis=0, out=o))
    for o in [np.zeros(11), np.zeros((12, 1)), np.zeros(12)]:
        file.add("concatenate_flattened_into", [a, a], array(o), call=lambda a, o: np.concatenate(a, axis=None, out=o))
    for dtype in ALL:
        for m in operands(dtype, (2, 3)):
            parts = [m, *(array(sample(dtype, s)) for s in [(3,), (2, 1), (1, 4), ()])]
            for nested in ["[[a,c],[d]]", "[a,a]", "[z,b]"]:
                file.add("block", nested, *parts, call=block)
    for nested in ["[a]", "[a,a]", "[[a],[a]]", "[[a,c],[a,c]]", "[b,b]", "[[b],[b]]", "[[[a]],[[a]]]", "[z,z]",
                   "[[a,c],[a]]", "[[],[]]", "[]", "[[a],a]", "[[a,[a]]]", "[[z,b],[b,z]]", "[[a,c],[d]]"]:
        file.add("block", nested, a, b, array(sample("int32", (2, 1))), array(sample("float64", (1, 4), True)), zero, call=block)


def block(text, a, b, c, d, z):
    return np.block(eval(text, {"a": a, "b": b, "c": c, "d": d, "z": z}))


def splitting(file):
    def parts(f):
        return lambda *x: list(f(*x))

    for dtype in ALL:
        for a in operands(dtype, (4, 3)):
            file.add("split", a, 2, 0, call=parts(np.split))
            file.add("split", a, [1, 3], 0, call=parts(np.split))
            file.add("array_split", a, 3, 0, call=parts(np.array_split))
            file.add("unstack", a, -1, call=lambda a, n: list(np.unstack(a, axis=n)))
        for a in everywhere(sample(dtype, (2, 4, 2))):
            for name in ["hsplit", "vsplit", "dsplit"]:
                file.add(name, a, 2, call=parts(getattr(np, name)))
    for a in layouts(sample("int8", (2, 4, 6))):
        for name in ["hsplit", "vsplit", "dsplit"]:
            file.add(name, a, 2, call=parts(getattr(np, name)))
            file.add(name, a, [1, 4, 9], call=parts(getattr(np, name)))
        for at in [[-1], [3, 1], [0, 0], [-9, 2], [9], []]:
            file.add("split", a, at, 2, call=parts(np.split))
        for n in [1, 4, 5, 7]:
            file.add("array_split", a, n, -1, call=parts(np.array_split))
    flat, zero = array(sample("int8", (5,))), array(sample("int8", ()))
    file.add("split", flat, 2, 0, call=parts(np.split))
    file.add("array_split", flat, 0, 0, call=parts(np.array_split))
    file.add("array_split", flat, -1, 0, call=parts(np.array_split))
    file.add("hsplit", flat, 5, call=parts(np.hsplit))
    file.add("hsplit", zero, 1, call=parts(np.hsplit))
    file.add("vsplit", flat, 1, call=parts(np.vsplit))
    file.add("dsplit", flat, 1, call=parts(np.dsplit))
    file.add("unstack", zero, 0, call=lambda a, n: list(np.unstack(a, axis=n)))
    file.add("unstack", flat, 1, call=lambda a, n: list(np.unstack(a, axis=n)))
    file.add("split", array(np.ones((0, 2))), 3, 0, call=parts(np.split))


def repeating(file):
    unary(file, "repeat", 2, call=lambda a, n: np.repeat(a, n), shapes=((2, 3), ()))
    unary(file, "repeat", 3, 0, call=lambda a, n, k: np.repeat(a, n, axis=k))
    unary(file, "repeat_each", [2, 0, 1], 1, call=lambda a, n, k: np.repeat(a, n, axis=k), shapes=((2, 3),))
    unary(file, "repeat_each", [1, 2], 0, call=lambda a, n, k: np.repeat(a, n, axis=k), shapes=((2, 3),))
    unary(file, "tile", [2], call=np.tile, shapes=((2, 3), (3,), ()))
    unary(file, "tile", [2, 1, 3], call=np.tile)
    unary(file, "roll", 2, call=np.roll, shapes=((2, 3), (4,), ()))
    unary(file, "roll", -1, 1, call=np.roll, shapes=((2, 3),), strides=True)
    unary(file, "roll_axes", [1, 2, 1], [0, 1, 0], call=lambda a, s, n: np.roll(a, tuple(s), tuple(n)), shapes=((2, 3),))
    unary(file, "resize", [3, 4], call=np.resize, shapes=((2, 3), (1,), ()))
    unary(file, "resize", [2, 2], call=np.resize, shapes=((2, 3),))
    a, empty = array(sample("int32", (2, 3))), array(np.ones((0, 3), "int32"))
    for n, axis in [(0, 0), (-1, 0), (2, 2), (2, -3)]:
        file.add("repeat", a, n, axis, call=lambda a, n, k: np.repeat(a, n, axis=k))
    for n, axis in [([1, 2, 3], 0), ([2], 0), ([1, -1], 0), ([], 0)]:
        file.add("repeat_each", a, n, axis, call=lambda a, n, k: np.repeat(a, np.array(n, int), axis=k))
    for n in [[0], [2, 0], [], [1, 1, 1, 2]]:
        file.add("tile", a, n, call=np.tile)
        file.add("tile", empty, n, call=np.tile)
    for s, n in [(1, 2), (7, 1), (-7, 0), (0, 0)]:
        file.add("roll", a, s, n, call=np.roll)
        file.add("roll", empty, s, n, call=np.roll)
    for s, n in [([1, 2], [0]), ([1], [0, 1]), ([1, 2], [0, 1, 0]), ([1], [0, 0])]:
        file.add("roll_axes", a, s, n, call=lambda a, s, n: np.roll(a, tuple(s), tuple(n)))
    for s in [[0], [-1, 2], [], [7], [2, 0]]:
        file.add("resize", a, s, call=lambda a, s: np.resize(a, tuple(s)))
        file.add("resize", empty, s, call=lambda a, s: np.resize(a, tuple(s)))


def pad(a, widths, mode, *options):
    widths = np.reshape(widths, (-1, 2))
    kind = {"reflect_odd": "reflect", "symmetric_odd": "symmetric"}.get(mode, mode)
    words = {}
    if mode.endswith("_odd"):
        words["reflect_type"] = "odd"
    elif mode == "constant":
        words["constant_values"] = options[0]
    elif mode == "linear_ramp":
        words["end_values"] = options[0]
    elif options:
        words["stat_length"] = np.reshape(options[0], (-1, 2))
    return np.pad(a, widths, kind, **words)


def numbers(*values):
    return array(np.array(values))


MODES = ["edge", "reflect", "symmetric", "reflect_odd", "symmetric_odd", "wrap", "maximum", "minimum", "mean", "median"]


def padding(file):
    def add(a, widths, mode, *options):
        file.add("pad", a, widths, mode, *options, call=pad, strides=True)

    for dtype in ALL:
        # halves are rounded once per operation; the mean of the awkward values is not what is asked here
        for k, a in enumerate([*everywhere(sample(dtype, (2, 3), True)), *layouts(sample(dtype, (4,), True))]):
            one = a.values.ndim == 1
            for mode in MODES:
                if dtype == "bool" and mode in ("mean", "median", "reflect_odd", "symmetric_odd"):
                    continue
                add(a, [2, 1] if one else [1, 2, 2, 1], mode)
            add(a, [1, 2], "constant", numbers(1))
            add(a, [2, 3], "linear_ramp", numbers(0))
            if dtype in COMPLEX:
                add(a, [1, 2], "constant", array(np.array(1 - 2j)))
                add(a, [2, 3], "linear_ramp", array(np.array([0.5 - 2j])))
            if k == 0:
                for mode in MODES:
                    if dtype == "bool" and mode in ("mean", "median", "reflect_odd", "symmetric_odd"):
                        continue
                    add(a, [7, 9], mode)
                for mode in ["maximum", "minimum", "mean", "median"]:
                    if dtype == "bool" and mode in ("mean", "median"):
                        continue
                    add(a, [1, 2], mode, [1, 2])
                    add(a, [1, 2], mode, [2, 1, 9, 2])
                add(a, [1, 2, 0, 1], "constant", array(np.array([[1, 2], [3, 4]])))
                add(a, [1, 2, 3, 1], "linear_ramp", array(np.array([[1, 2], [3, 4]])))
    a = array(sample("int16", (2, 3), True))
    for mode in MODES:
        add(a, [0, 0], mode)
        add(array(np.ones((0, 3))), [0, 0, 1, 1], mode)
        add(array(np.ones((0, 3))), [1, 1, 1, 1], mode)
        add(array(np.arange(1.0)), [2, 3], mode)
        add(array(sample("float64", (3, 1), True)), [1, 4], mode)
        add(a, [-1, 0], mode)
        add(a, [1, 1, 1, 1, 1, 1], mode)
        for widths in [[1, 0], [5, 0], [0, 5], [3, 11]]:
            add(array(np.arange(4)), widths, mode)
            add(array(np.arange(2)), widths, mode)
    add(array(np.ones((0, 3))), [1, 1, 1, 1], "constant", numbers(7))
    for mode in ["maximum", "minimum"]:
        add(a, [1, 1], mode, [0, 1])


def editing(file):
    def insert(a, at, values, axis):
        at = at if isinstance(at, int) else np.array(at, int)
        return np.insert(a, at, values, axis=axis)

    def sliced(text):
        return slice(*(int(n) if n else None for n in text.split(":")))

    unary(file, "insert_flat", 2, array(np.int8(1)), call=lambda a, n, v: np.insert(a, n, v), shapes=((2, 3), (4,)))
    for dtype in ALL:
        for a in operands(dtype, (2, 3)):
            file.add("insert", a, 1, array(sample(dtype, (2,))), 1, call=insert, strides=True)
            file.add("insert", a, -1, array(sample(dtype, (3,))), 0, call=insert)
            file.add("insert_at", a, array(np.array([2, 0, 2])), array(sample(dtype, (2, 3))), 1, call=insert)
            file.add("delete", a, 1, 0, call=np.delete, strides=True)
            file.add("delete_at", a, array(np.array([-1, 0, 0])), 1, call=lambda a, n, k: np.delete(a, n, axis=k))
            file.add("append", a, array(sample(dtype, (2, 1))), 1, call=np.append)
            file.add("append_flat", a, array(sample(dtype, (2,))), call=np.append)
            file.add("trim_zeros", a, "fb", call=np.trim_zeros)
        for text in [":", "1:", "::2", "::-1", "5:", "-1:"]:
            file.add("delete_slice", array(sample(dtype, (4, 2))), text, 0, call=lambda a, s, k: np.delete(a, sliced(s), axis=k))
            file.add("insert_slice", array(sample(dtype, (3,))), text, array(sample(dtype, (1,))), 0,
                     call=lambda a, s, v, k: np.insert(a, sliced(s), v, axis=k))
        zeros = np.zeros(6, dtype)
        zeros[2:4] = 1
        for ends in ["f", "b", "fb"]:
            file.add("trim_zeros", array(zeros), ends, call=np.trim_zeros)
            file.add("trim_zeros", array(np.zeros(3, dtype)), ends, call=np.trim_zeros)
            file.add("trim_zeros", array(np.pad(np.ones((1, 2), dtype), 2)), ends, call=np.trim_zeros)
            file.add("trim_zeros", array(np.pad(np.ones((1, 2), dtype), 1)), ends, 1, call=np.trim_zeros)
    a = array(sample("int32", (2, 3)))
    for at in [0, 3, -3, 4, -4]:
        for values in [np.int32(5), np.arange(2), np.arange(4).reshape(2, 2), np.arange(2).reshape(2, 1), np.arange(4)]:
            file.add("insert", a, at, array(values), 1, call=insert)
    for at in [[], [1], [0, 0], [2, 1, 0], [3, 3, 1]]:
        for values in [np.int32(5), np.arange(2).reshape(2, 1), np.arange(3), np.arange(6).reshape(2, 3)]:
            file.add("insert_at", a, array(np.array(at, int)), array(values), 1, call=insert)
    file.add("insert_at", a, array(np.array([True, False, True])), array(np.int32(9)), 1, call=lambda a, n, v, k: np.insert(a, n, v, axis=k))
    for at in [2, -2, -3]:
        file.add("delete", a, at, 0, call=np.delete)
    file.add("delete", a, 0, 2, call=np.delete)
    for at in [np.array([True, False, True]), np.array([True]), np.array([], int), np.array([5]), np.array([-4]), np.array([1.5])]:
        file.add("delete_at", a, array(at), 1, call=lambda a, n, k: np.delete(a, n, axis=k))
    file.add("append", a, array(np.arange(3)), 0, call=np.append)
    file.add("append", a, array(np.arange(3.0).reshape(1, 3)), 0, call=np.append)
    file.add("append_flat", a, array(np.float32(3)), call=np.append)


def bits(file):
    integers = ["bool"] + INTEGERS
    for dtype in integers:
        for a in operands(dtype, (2, 3), (11,)):
            file.add("packbits", a, call=np.packbits)
            for order in ["big", "little"]:
                file.add("packbits", a, -1, order, call=np.packbits)
                file.add("packbits", a, 0, order, call=np.packbits)
    for a in operands("uint8", (2, 3), (2,), ()):
        file.add("unpackbits", a, call=np.unpackbits)
        for order in ["big", "little"]:
            for axis in range(a.values.ndim):
                file.add("unpackbits", a, axis, order, call=lambda a, n, o: np.unpackbits(a, axis=n, bitorder=o))
                for count in [0, 5, -3, 40, -50]:
                    file.add("unpackbits", a, axis, order, count, call=lambda a, n, o, c: np.unpackbits(a, n, c, o))
    file.add("packbits", array(np.ones(2)), call=np.packbits)
    file.add("unpackbits", array(np.ones(2, "int8")), call=np.unpackbits)
    file.add("packbits", array(np.ones((2, 0), bool)), -1, "big", call=np.packbits)
    file.add("unpackbits", array(np.ones((2, 0), "uint8")), -1, "big", call=lambda a, n, o: np.unpackbits(a, axis=n, bitorder=o))
    # a swapped pattern may be a NaN, and all NaNs are one
    unary(file, "byteswap", call=lambda a: a.byteswap(), shapes=((2, 3), ()), dtypes=integers)
    for dtype in FLOATS + COMPLEX:
        for a in layouts(np.array([[1.5, -2.25, 0], [3, 4096, -0.0]], dtype)):
            file.add("byteswap", a, call=lambda a: a.byteswap())


def application(file):
    def copyto(target, source, casting, where=True):
        result = target.copy()
        np.copyto(result, source, casting=casting, where=where)
        return result

    for dtype in ALL:
        masks = list(layouts(np.array([[True, False, True], [False, True, True]])))
        for i, a in enumerate(layouts(sample(dtype, (2, 3)))):
            for source in [sample(dtype, (2, 3)), sample(dtype, (3,)), sample(dtype, (2, 1)), sample(dtype, ())]:
                file.add("copyto", a, array(source), "same_kind", call=copyto)
                file.add("copyto", a, array(source), "same_kind", masks[i % len(masks)], call=copyto)
            file.add("copyto", a, array(sample(dtype, (2, 3))), "no", array(np.array([True, False, False])), call=copyto)
    a = array(np.zeros((2, 3), "int32"))
    for source in [np.zeros((2, 3)), np.zeros((2, 3), "int64"), np.zeros((3, 2), "int32"), np.zeros((2, 3), "uint32")]:
        for casting in ["no", "safe", "same_kind", "unsafe"]:
            file.add("copyto", a, array(source), casting, call=copyto)
    file.add("copyto", a, a, "no", array(np.ones(2, bool)), call=copyto)
    file.add("copyto", a, a, "no", array(np.ones(3, int)), call=copyto)

    functions = {"sum": np.sum, "reverse": lambda v: v[::-1], "outer": lambda v: v[:, None] * v[:2]}
    for dtype in ["int32", "float64"]:
        for a in operands(dtype, (2, 3), (4,)):
            for name, function in functions.items():
                for axis in range(a.values.ndim):
                    file.add("apply_along_axis", name, a, axis, call=lambda f, a, n: np.apply_along_axis(functions[f], n, a))
    for dtype in ALL:
        for a in operands(dtype, (2, 3)):
            file.add("apply_along_axis", "reverse", a, 1, call=lambda f, a, n: np.apply_along_axis(functions[f], n, a))
            file.add("apply_over_axes", "first", a, [1, 0], call=lambda f, a, n: np.apply_over_axes(lambda a, n: np.take(a, [0], n), a, n))
    file.add("apply_along_axis", "sum", array(np.ones((2, 0))), 0, call=lambda f, a, n: np.apply_along_axis(functions[f], n, a))
    file.add("apply_along_axis", "sum", array(np.ones(())), 0, call=lambda f, a, n: np.apply_along_axis(functions[f], n, a))
    over = {"sum": np.sum, "keep": lambda a, n: a.sum(axis=n, keepdims=True), "all": lambda a, n: a.sum()}
    for name in over:
        for axes in [[0], [-1], [0, 2], [1, 0]]:
            file.add("apply_over_axes", name, array(np.arange(24).reshape(2, 3, 4)), axes,
                     call=lambda f, a, n: np.apply_over_axes(over[f], a, n))
