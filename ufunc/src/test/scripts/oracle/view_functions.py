"""Views of arrays: shapes, axes, windows, memory."""

import itertools

import numpy as np

from oracle.cases import ALL, Array, array, array_text, operands, sample

WINDOWS = np.lib.stride_tricks.sliding_window_view


def write(file):
    for dtype in ALL:
        every_dtype(file, dtype)
    for a in operands("int8", (2, 3), (2, 3, 4), (1, 3, 1), (4,), (), (0, 3), (1,)):
        every_shape(file, a)
    for axes in itertools.permutations(range(3)):
        # an axis along which nothing moves among others in any order
        for shape, stretched in [((4, 2), (2, 4, 2)), ((4, 1), (4, 3)), ((1, 2, 3), (2, 2, 3)), ((2, 1, 3), (2, 2, 3))]:
            if len(stretched) == 3:
                row = np.arange(np.prod(shape), dtype="int16").reshape(shape)
                steps = f" broadcast {','.join(map(str, stretched))};transpose {','.join(map(str, axes))}"
                a = Array(np.broadcast_to(row, stretched).transpose(axes), array_text(row) + steps)
                for order in "KA":
                    file.add("ravel", a, order, call=np.ravel)
                    file.add("flatten", a, order, call=lambda a, o: a.flatten(o))
    errors(file)
    broadcasting(file)
    reinterpretation(file)
    sharing(file)


def every_dtype(file, dtype):
    def add(name, a, *arguments, call):
        file.add(name, a, *arguments, call=call, strides=True)

    for a in operands(dtype, (2, 3)):
        for order in "CFAK":
            add("ravel", a, order, call=np.ravel)
            add("flatten", a, order, call=lambda a, o: a.flatten(o))
            if order != "K":
                add("reshape", a, order, [3, -1], call=lambda a, o, s: np.reshape(a, tuple(s), order=o))
        add("swapaxes", a, 0, 1, call=np.swapaxes)
        add("permute_dims", a, [1, 0], call=lambda a, n: np.permute_dims(a, tuple(n)))
        add("moveaxis", a, [0], [-1], call=np.moveaxis)
        add("expand_dims", a, [0, -1], call=lambda a, n: np.expand_dims(a, tuple(n)))
        add("flip", a, [1], call=lambda a, n: np.flip(a, tuple(n)))
        add("rot90", a, 1, 0, 1, call=lambda a, k, m, n: np.rot90(a, k, (m, n)))
        add("diagonal", a, 1, 0, 1, call=np.diagonal)
        add("sliding_window_view", a, [2, 2], call=lambda a, w: WINDOWS(a, tuple(w)))
        for name in ["atleast_1d", "atleast_2d", "atleast_3d", "fliplr", "flipud", "matrix_transpose", "ascontiguousarray", "asfortranarray"]:
            add(name, a, call=getattr(np, name))
        add("rollaxis", a, 1, 0, call=np.rollaxis)
        add("require", a, "F", call=lambda a, n: np.require(a, requirements=list(n)))
        file.add("broadcast_arrays", [a, array(sample(dtype, (4, 1, 3)))], call=lambda a: list(np.broadcast_arrays(*a)))
        add("zeros_like", a, call=np.zeros_like)
    for a in operands(dtype, (1, 3)):
        add("squeeze", a, call=np.squeeze)


def every_shape(file, a):
    def add(name, *arguments, call):
        file.add(name, a, *arguments, call=call, strides=True)

    ndim = a.values.ndim
    for order in "CFAK":
        add("ravel", order, call=np.ravel)
        add("flatten", order, call=lambda a, o: a.flatten(o))
    for shape in [[-1], [1, -1], list(a.values.shape[::-1]), [2, -1, 2], [5]]:
        for order in "CFA":
            add("reshape", order, shape, call=lambda a, o, s: np.reshape(a, tuple(s), order=o))
        add("reshape_view", "C", shape, call=lambda a, o, s: np.reshape(a, tuple(s), order=o, copy=False))
        add("reshape_view", "F", shape, call=lambda a, o, s: np.reshape(a, tuple(s), order=o, copy=False))
    for m in range(-1, ndim + 1):
        for n in range(ndim + 1):
            add("swapaxes", m, n, call=np.swapaxes)
            add("rollaxis", m, n, call=np.rollaxis)
            add("moveaxis", [m], [n], call=np.moveaxis)
            add("diagonal", n - 1, m, n, call=np.diagonal)
    for axes in [[0], [0, 1], [-1, 1], [1, 1], [9]]:
        add("expand_dims", axes, call=lambda a, n: np.expand_dims(a, tuple(n)))
        add("flip", axes, call=lambda a, n: np.flip(a, tuple(n)))
        add("squeeze", axes, call=lambda a, n: np.squeeze(a, n[0] if len(n) == 1 else tuple(n)))
    add("squeeze", call=np.squeeze)
    add("flip", call=np.flip)
    for name in ["atleast_1d", "atleast_2d", "atleast_3d", "fliplr", "flipud", "matrix_transpose", "ascontiguousarray", "asfortranarray"]:
        add(name, call=getattr(np, name))
    add("zeros_like", call=np.zeros_like)
    for axes in [[0], [1, 0], [2, 0, 1], [-1, 0], [0, 0], [0, 5]]:
        add("permute_dims", axes, call=lambda a, n: np.permute_dims(a, tuple(n)))
    for k in range(-1, 4):
        add("rot90", k, 0, 1, call=lambda a, k, m, n: np.rot90(a, k, (m, n)))
    add("rot90", 1, -1, 0, call=lambda a, k, m, n: np.rot90(a, k, (m, n)))
    if ndim == 3:
        add("moveaxis", [0, 2], [1, 0], call=np.moveaxis)
        add("moveaxis", [0, 2], [1], call=np.moveaxis)
        add("moveaxis", [0, 0], [1, 0], call=np.moveaxis)
        add("moveaxis", [0, 1], [1, 1], call=np.moveaxis)
        add("rollaxis", 0, 4, call=np.rollaxis)
    for window in [[2], [2, 2], [1, 2, 3], [0], [-1], [9]]:
        add("sliding_window_view", window, call=lambda a, w: WINDOWS(a, tuple(w)))
    for window, axes in [([2], [-1]), ([2, 2], [0, 0]), ([1, 2], [1, 0]), ([2], [0, 1]), ([2], [5])]:
        add("sliding_window_view", window, axes, call=lambda a, w, n: WINDOWS(a, tuple(w), tuple(n)))
    for needs in ["C", "F", "A", "O", "W", "CF", "CO"]:
        add("require", needs, call=lambda a, n: np.require(a, requirements=list(n)))
    file.add("flags", a, call=lambda a: [int(a.flags.c_contiguous), int(a.flags.f_contiguous)])


def errors(file):
    a = array(sample("int32", (2, 3, 4)))
    for axes in [(0, 7), (-9, 1), (0, 0), (1, -2)]:
        file.add("rot90", a, 1, *axes, call=lambda a, k, m, n: np.rot90(a, k, (m, n)))
    file.add("reshape", a, "K", [24], call=lambda a, o, s: np.reshape(a, tuple(s), order=o))
    file.add("reshape", a, "C", [-1, -1], call=lambda a, o, s: np.reshape(a, tuple(s), order=o))

    def strided(a, shape, strides):
        return np.lib.stride_tricks.as_strided(a, shape, [s * a.itemsize for s in strides])

    for dtype in ALL:
        file.add("as_strided", array(sample(dtype, (6,))), [4, 3], [1, 1], call=strided, strides=True)
        file.add("as_strided", array(sample(dtype, (6,))), [2, 2], [0, 2], call=strided, strides=True)


def broadcasting(file):
    shapes = [(2, 3), (3,), (1, 3), (2, 1), (), (4,), (5, 1, 1), (0, 3), (1,), (0,)]
    for x in shapes:
        for y in shapes:
            arrays = [array(np.ones(x, "int8")), array(np.ones(y, "int16"))]
            file.add("broadcast_arrays", arrays, call=lambda a: list(np.broadcast_arrays(*a)))
            for z in [(3,), (5, 2, 3)]:
                file.add("broadcast_shapes", [array(np.ones(s, "int8")) for s in (x, y, z)],
                         call=lambda a: list(np.broadcast_shapes(*(s.shape for s in a))))


def reinterpretation(file):
    def view(a, dtype):
        return a.view(dtype)

    # patterns of integers that no floating-point type takes for NaN
    for dtype in ALL:
        if dtype == "bool":
            continue
        for a in operands(dtype, (2, 4)):
            if not np.isfinite(a.values).all():
                continue
            for target in ALL:
                if target == "bool" or a.text.count("get") and np.dtype(dtype).itemsize != np.dtype(target).itemsize:
                    continue
                file.add("view", a, target, call=view)
    for a in [np.ones(3, "int8"), np.ones((), "int32"), np.ones((2, 3), "int16"), np.ones((3, 1), "int64"), np.ones((0, 3), "int16")]:
        for target in ["int8", "int16", "int32", "int64"]:
            file.add("view", array(a), target, call=view)
            file.add("view", Array(a.T, array_text(a) + " T"), target, call=view)


def sharing(file):
    cuts = ["get ::2", "get 1::2", "get ::3", "get 1::3", "get ::-1", "get 2:5", "get 5:9", "get 9:", "get ::4", "get 3::4",
            "reshape 4,6", "reshape 4,6;get :,::2", "reshape 4,6;get :,1::2", "reshape 4,6;get 1:,2:4", "reshape 4,6;get :2,4:",
            "reshape 4,6;get ::2;T", "reshape 2,3,4;get :,:,1", "reshape 2,3,4;get :,1,::2", "get 3:3", "get 7:8;broadcast 2,1"]

    def cut(a, text):
        for step in text.split(";"):
            word, rest = step.split(" ", 1) if " " in step else (step, "")
            if word == "get":
                a = eval(f"a[{rest}]", {"a": a})
            elif word == "T":
                a = a.T
            else:
                shape = [int(n) for n in rest.split(",")]
                a = a.reshape(shape) if word == "reshape" else np.broadcast_to(a, shape)
        return a

    for dtype in ALL:
        base = array(np.zeros(24, dtype))
        for x, y in [("get ::2", "get 1::2"), ("get ::2", "get 9:"), ("reshape 4,6;get :,::2", "reshape 4,6;T")]:
            file.add("shares_memory", base, x, y, call=lambda a, x, y: np.shares_memory(cut(a, x), cut(a, y)))
            file.add("may_share_memory", base, x, y, call=lambda a, x, y: np.may_share_memory(cut(a, x), cut(a, y)))
    base = array(np.arange(24, dtype="int32"))
    for x in cuts:
        for y in cuts:
            file.add("shares_memory", base, x, y, call=lambda a, x, y: np.shares_memory(cut(a, x), cut(a, y)))
            file.add("may_share_memory", base, x, y, call=lambda a, x, y: np.may_share_memory(cut(a, x), cut(a, y)))
