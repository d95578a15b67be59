"""Writes the names of NumPy and of the array API standard that the guide's table must have.

    python3 numpy_names.py FILE

Made with NumPy 2.4.6; the standard's names are those of its 2025.12 edition.
"""

import sys

import numpy as np

assert np.__version__ == "2.4.6", np.__version__

API = """
arange asarray empty empty_like eye from_dlpack full full_like linspace meshgrid ones ones_like tril triu zeros zeros_like
astype can_cast finfo iinfo isdtype result_type
abs acos acosh add asin asinh atan atan2 atanh bitwise_and bitwise_left_shift bitwise_invert bitwise_or bitwise_right_shift bitwise_xor ceil clip conj
copysign cos cosh divide equal exp expm1 floor floor_divide greater greater_equal hypot imag isfinite isinf isnan less less_equal log log1p log2 log10
logaddexp logical_and logical_not logical_or logical_xor maximum minimum multiply negative nextafter not_equal positive pow real reciprocal remainder
round sign signbit sin sinh square sqrt subtract tan tanh trunc
take take_along_axis matmul matrix_transpose tensordot vecdot
broadcast_arrays broadcast_to broadcast_shapes concat expand_dims flip moveaxis permute_dims repeat reshape roll squeeze stack tile unstack
argmax argmin count_nonzero nonzero searchsorted where
unique_all unique_counts unique_inverse unique_values isin argsort sort
cumulative_sum cumulative_prod max mean min prod std sum var all any diff
e inf nan newaxis pi
""".split()
API_LINALG = """
cholesky cross det diagonal eig eigvals eigh eigvalsh inv matmul matrix_norm matrix_power matrix_rank matrix_transpose outer pinv qr slogdet solve svd
svdvals tensordot trace vecdot vector_norm
""".split()
API_FFT = "fft ifft fftn ifftn rfft irfft rfftn irfftn hfft ihfft fftfreq rfftfreq fftshift ifftshift".split()
API_METHODS = """
abs add and array_namespace bool complex dlpack dlpack_device eq float floordiv ge getitem gt index int invert le lshift lt matmul mod mul ne neg or pos
pow rshift setitem sub truediv xor iadd isub imul itruediv ifloordiv ipow imod imatmul iand ior ixor ilshift irshift
""".split()
API_ATTRIBUTES = "T device dtype mT ndim shape size to_device".split()


def public(thing):
    return [name for name in dir(thing) if not name.startswith("_")]


names = {}


def add(prefix, some, api=()):
    for name in some:
        names.setdefault(prefix + name, False)
    for name in api:
        names[prefix + name] = True


add("np.", (n for n in np.__all__ if not n.startswith("__")), API)
add("np.", ["__array_namespace_info__"], ["__array_namespace_info__"])
add("ndarray.", public(np.ndarray), API_ATTRIBUTES)
add("ndarray.", ["__len__", "__iter__", "__contains__", "__hash__", "__str__", "__repr__", "__copy__", "__reduce__"],
    [f"__{n}__" for n in API_METHODS])
add("np.linalg.", [], API_LINALG)
add("np.fft.", [], API_FFT)
add("np.lib.stride_tricks.", ["as_strided", "sliding_window_view"])
add("np.random.", (n for n in np.random.__all__ if not hasattr(np.random.RandomState, n)))
add("Generator.", public(np.random.Generator))
add("RandomState.", public(np.random.RandomState))
add("BitGenerator.", public(np.random.PCG64))
add("SeedSequence.", public(np.random.SeedSequence))
add("np.testing.", (n for n in np.testing.__all__ if n.startswith("assert_")))

with open(sys.argv[1], "w") as file:
    for name in sorted(names):
        file.write(name + (" api" if names[name] else "") + "\n")
print(len(names), "names", sum(names.values()), "of the array API")
