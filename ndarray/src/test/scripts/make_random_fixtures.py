#!/usr/bin/env python3
"""Writes NumPy's random numbers, which the tests of io.lanewise.ndarray.random replay.

Run it as `python3 ndarray/src/test/scripts/make_random_fixtures.py`. The first line of each file records NumPy's version. Other lines
have fields separated by tabs:

* raw.tsv: how the bit generator was made, and raw words of it in hexadecimal.
* calls.tsv: the call, the bit generator's name, the result's dtype, shape and bytes (base64, little-endian, C order), and the next raw
  word, which shows whether the call left the stream where NumPy does. Tests find the same call in Java by its text.
* chain.tsv: the bit generator's name, a call, and the next raw word after it, all calls being made one after another on one generator.
* errors.tsv: the call and NumPy's message.
"""

import base64
import pathlib

import numpy as np
from numpy.random import MT19937, PCG64, PCG64DXSM, SFC64, Generator, Philox, RandomState, SeedSequence

TARGET = pathlib.Path(__file__).parents[1] / "resources/io/lanewise/ndarray/random"
SEED = 20260801
FAMILIES = {"PCG64": PCG64, "PCG64DXSM": PCG64DXSM, "Philox": Philox, "SFC64": SFC64, "MT19937": MT19937}

SEEDS = {
    "0": 0,
    "1": 1,
    "12345": 12345,
    "4294967296": 2**32,
    "18446744073709551616": 2**64,
    "340282366920938463463374607431768211455": 2**128 - 1,
    "1 2 3": [1, 2, 3],
    "1 2 3 4 5 6": [1, 2, 3, 4, 5, 6],
    "0 18446744073709551617 7": [0, 2**64 + 1, 7],
    "123456789012345678901234567890123456789012345678901234567890": 123456789012345678901234567890123456789012345678901234567890,
}


def raw_lines():
    def line(key, generator, count=12):
        return "\t".join([key] + [f"{word:x}" for word in generator.random_raw(count)])

    for text, seed in SEEDS.items():
        for name, family in FAMILIES.items():
            yield line(f"{name}|seed|{text}", family(seed))
        sequence = SeedSequence(seed)
        yield "\t".join([f"state32|seed|{text}"] + [f"{word:x}" for word in sequence.generate_state(9)])
        yield "\t".join([f"state64|seed|{text}"] + [f"{word:x}" for word in sequence.generate_state(5, np.uint64)])
        for pool in (5, 8):
            words = SeedSequence(seed, spawn_key=(3, 1), pool_size=pool).generate_state(9)
            yield "\t".join([f"pool{pool}|seed|{text}"] + [f"{word:x}" for word in words])
        spawned = sequence.spawn(3)[2].spawn(2)[1]
        yield "\t".join([f"spawned|seed|{text}"] + [f"{word:x}" for word in spawned.generate_state(9)])
    for name, family in FAMILIES.items():
        yield line(f"{name}|long|99", family(99), 1500)
        yield line(f"{name}|spawn|99", family(99).spawn(4)[3])
        if name == "SFC64":
            continue
        for drawn in (0, 1, 7, 623, 624, 1000):
            for jumps in (1, 2, 5):
                generator = family(99)
                generator.random_raw(drawn)
                yield line(f"{name}|jumped {drawn} {jumps}|99", generator.jumped(jumps))
        if name != "MT19937":
            for delta in (0, 1, 5, 123456789012345678901234567890, -3):
                generator = family(99)
                generator.random_raw(7)
                generator.advance(delta % 2**256 if name == "Philox" else delta)
                yield line(f"{name}|advance {delta}|99", generator)
    for text, seed in (("0", 0), ("42", 42), ("4294967295", 2**32 - 1)):
        yield line(f"legacy|seed|{text}", RandomState(seed)._bit_generator, 1300)
    for text, seed in (("7", [7]), ("1 2 3 4", [1, 2, 3, 4]), ("many", list(range(700)))):
        yield line(f"legacy|seeds|{text}", RandomState(seed)._bit_generator, 1300)


INTEGER_TYPES = ("int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64")

# Calls on a Generator g. The Java table has the same texts.
CALLS = [
    "g.random(99)",
    "g.random((3, 4, 5))",
    "g.random(99, dtype='float32')",
    "g.uniform(-3.5, 8.25, 99)",
    "g.uniform([1, 2, 3], [[5], [7]])",
    "g.uniform([1, 2, 3], 4.5, (4, 3))",
    "g.integers(0, 10, 99)",
    "g.integers(-5, 2**31, 99)",
    "g.integers(0, 2**32, 99)",
    "g.integers(0, 2**32 + 1, 99)",
    "g.integers(-2**40, 2**41, 99)",
    "g.integers(-2**63, 2**63 - 1, 99)",
    "g.integers(-2**63, 2**63, 99)",
    "g.integers(0, 2**64, 99, dtype='uint64')",
    "g.integers(2**63, 2**63 + 2**62, 99, dtype='uint64')",
    "g.integers(3 * 2**61, size=99)",
    "g.integers(7, 8, 9)",
    "g.integers(0, 2, 99, dtype='bool')",
    "g.integers(0, 1, 9, dtype='bool')",
    "g.integers(1, 2, 9, dtype='bool')",
    "g.integers([0, 5, -9], [[10], [2**40]])",
    "g.integers([0, 5, -9], [[10], [100]], dtype='int8')",
    "g.integers([0, 5, 9], [[10], [60000]], dtype='uint16')",
    "g.integers([0, 5, 9], [[10], [2**32]], dtype='uint32')",
    "g.integers([0, 5, 9], 256, (5, 3), dtype='uint8')",
    "g.integers(np.array([0, 2**63], 'uint64'), np.array([2**63, 2**64 - 1], 'uint64'), (9, 2), dtype='uint64')",
    "g.bytes(17)",
    "g.choice(10, 99)",
    "g.choice(10, 7, replace=False)",
    "g.choice(10, 10, replace=False)",
    "g.choice(1000, 0, replace=False)",
    "g.choice(1000, 50, replace=False)",
    "g.choice(1000, 50, replace=False, shuffle=False)",
    "g.choice(10000, 400, replace=False)",
    "g.choice(20000, 99, replace=False)",
    "g.choice(20000, 400, replace=False)",
    "g.choice(20000, 401, replace=False)",
    "g.choice(20000, 1000, replace=False, shuffle=False)",
    "g.choice(20000, 1001, replace=False, shuffle=False)",
    "g.choice(10001, 10001, replace=False)",
    "g.choice(5, 99, p=[0.1, 0, 0.3, 0.6, 0])",
    "g.choice(5, 3, replace=False, p=[0.1, 0, 0.3, 0.6, 0])",
    "g.choice(64, 40, replace=False, p=np.arange(64) / 2016)",
    "g.choice(np.arange(24.).reshape(2, 3, 4), (2, 5), axis=1)",
    "g.choice(np.arange(24.).reshape(2, 3, 4), 2, axis=2, replace=False)",
    "g.choice([5, 7, 11, 13], (3, 3), p=[0.25, 0.25, 0.125, 0.375])",
    "g.permutation(1)",
    "g.permutation(99)",
    "g.permutation(np.arange(99.) / 3)",
    "g.permutation(np.arange(60).reshape(5, 3, 4))",
    "g.permutation(np.arange(60).reshape(5, 3, 4), axis=2)",
    "g.permuted(np.arange(60).reshape(5, 3, 4))",
    "g.permuted(np.arange(60).reshape(5, 3, 4), axis=1)",
    "g.permuted(np.arange(60).reshape(5, 3, 4).T, axis=0)",
    "shuffled(g, np.arange(99), 0)",
    "shuffled(g, np.arange(60).reshape(5, 3, 4), 0)",
    "shuffled(g, np.arange(60).reshape(5, 3, 4), 1)",
    "shuffled(g, np.arange(60).reshape(5, 3, 4).T, 0)",
    "shuffled(g, np.arange(120)[::-2], 0)",
    "g.standard_normal(1500)",
    "g.standard_normal(1500, dtype='float32')",
    "g.normal(5, 0.1, 99)",
    "g.normal([0, 10, 20], [[1], [2]])",
    "g.standard_exponential(1500)",
    "g.standard_exponential(1500, dtype='float32')",
    "g.exponential(2.5, 99)",
    "g.exponential([1, 10, 100], (3, 3))",
    "g.standard_gamma(0.3, 99, dtype='float32')",
    "g.standard_gamma(1, 99, dtype='float32')",
    "g.standard_gamma(2.5, 99, dtype='float32')",
    "g.standard_gamma([0.0, 0.5, 1.0, 3.0, 1000.0], (20, 5))",
    "g.gamma(2.5, 3, 99)",
    "g.gamma([0.5, 2], [1, 3])",
    "g.beta(0.5, 0.75, 99)",
    "g.beta(1e-5, 1e-4, 99)",
    "g.beta(1e-200, 1e-199, 99)",
    "g.beta(2, 0.5, 99)",
    "g.beta([0.5, 3], 4)",
    "g.chisquare(3, 99)",
    "g.chisquare([0.5, 30], (9, 2))",
    "g.noncentral_chisquare(3, 2.5, 99)",
    "g.noncentral_chisquare(0.5, 2.5, 99)",
    "g.noncentral_chisquare([0.5, 3], [0.0, 25.0])",
    "g.f(3, 7, 99)",
    "g.f([3, 4], [7, 8])",
    "g.noncentral_f(3, 7, 1.5, 99)",
    "g.noncentral_f([3, 4], 7, 1.5)",
    "g.standard_t(4, 99)",
    "g.standard_t([0.5, 50], (9, 2))",
    "g.standard_cauchy(99)",
    "g.laplace(1, 2, 99)",
    "g.laplace([1, 2], [3, 4])",
    "g.gumbel(1, 2, 99)",
    "g.gumbel([1, 2], [3, 4])",
    "g.logistic(1, 2, 99)",
    "g.logistic([1, 2], [3, 4])",
    "g.lognormal(1, 0.5, 99)",
    "g.lognormal([1, 2], [3, 4])",
    "g.rayleigh(2, 99)",
    "g.rayleigh([1, 2], (5, 2))",
    "g.wald(2, 3, 99)",
    "g.wald(1e5, 1e-3, 99)",
    "g.wald([1, 2], [3, 4])",
    "g.vonmises(0.5, 2, 99)",
    "g.vonmises(0.5, 1e-9, 99)",
    "g.vonmises(0.5, 3e-6, 99)",
    "g.vonmises(3, 1e7, 99)",
    "g.vonmises([-3, 2], [0.5, 400])",
    "g.pareto(3, 99)",
    "g.pareto([1, 30], (5, 2))",
    "g.weibull(1.5, 99)",
    "g.weibull([0.0, 3.0], (5, 2))",
    "g.power(2.5, 99)",
    "g.power([0.1, 30], (5, 2))",
    "g.triangular(-1, 0.5, 3, 99)",
    "g.triangular([-1, 0], [0, 0], [1, 2])",
    "g.poisson(0, 9)",
    "g.poisson(0.5, 99)",
    "g.poisson(9.99, 99)",
    "g.poisson(10, 400)",
    "g.poisson(1e3, 400)",
    "g.poisson(1e10, 400)",
    "g.poisson([0.5, 50], (9, 2))",
    "g.geometric(0.1, 99)",
    "g.geometric(0.5, 99)",
    "g.geometric(1e-18, 9)",
    "g.geometric(1e-30, 9)",
    "g.geometric([0.1, 1.0], (9, 2))",
    "g.logseries(0.9, 400)",
    "g.logseries([0.1, 0.999999], (9, 2))",
    "g.zipf(1.5, 99)",
    "g.zipf(1.01, 99)",
    "g.zipf([2.0, 2000.0], (9, 2))",
    "g.negative_binomial(3.5, 0.4, 99)",
    "g.negative_binomial([1, 100], [0.5, 0.01])",
    "g.hypergeometric(15, 13, 9, 99)",
    "g.hypergeometric(15, 13, 25, 99)",
    "g.hypergeometric(15, 13, 28, 9)",
    "g.hypergeometric(0, 13, 5, 9)",
    "g.hypergeometric(150, 130, 90, 400)",
    "g.hypergeometric(130, 150, 190, 400)",
    "g.hypergeometric(10**8, 10**7, 10**6, 400)",
    "g.hypergeometric([15, 150], [13, 1300], [9, 900])",
    "g.binomial(0, 0.5, 9)",
    "g.binomial(20, 0, 9)",
    "g.binomial(20, 1, 9)",
    "g.binomial(20, 0.3, 400)",
    "g.binomial(20, 0.7, 400)",
    "g.binomial(10**9, 1e-8, 99)",
    "g.binomial([5, 50], [[0.1], [0.4]])",
    "g.multinomial(20, [0.2, 0.3, 0.5], (3, 4))",
    "g.multinomial(20, [0.2, 0.8, 0.0], 9)",
    "g.multinomial([5, 10], [[0.2, 0.3, 0.5], [0.5, 0.25, 0.25]])",
    "g.multinomial(5, [[0.2, 0.3, 0.5], [0.5, 0.25, 0.25]])",
    "g.multinomial([[5], [7]], [0.2, 0.3, 0.5], (2, 4))",
    "g.dirichlet([1, 2.5, 10], 33)",
    "g.dirichlet([0.01, 0.05, 0.09], 33)",
    "g.dirichlet([0.05, 0.0, 0.01, 0.0], 33)",
    "g.multivariate_hypergeometric([5, 3, 8], 6, (4, 2))",
    "g.multivariate_hypergeometric([50, 30, 80], 120, 33)",
    "g.multivariate_hypergeometric([0, 30, 0], 12, 3)",
]
# Calls on a Generator whose numbers do not depend on the signs of eigenvectors.
CALLS += [
    "g.multivariate_normal([1.0, -2.0], [[4.0, 0.0], [0.0, 9.0]], 33)",
    "g.multivariate_normal([0.0, 0.0, 5.0], [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]], (2, 4))",
    "g.multivariate_normal([1.0, -2.0], [[4.0, 0.0], [0.0, 9.0]], 33, method='eigh')",
    "g.multivariate_normal([1.0, -2.0], [[4.0, 0.0], [0.0, 9.0]], 33, method='cholesky')",
    "g.multivariate_normal([1.0, -2.0, 3.0], [[4.0, 1.0, 0.5], [1.0, 9.0, -2.0], [0.5, -2.0, 5.0]], 99, method='cholesky')",
    "g.multivariate_normal([1.0, 2.0, 3.0], [[4.0, 0.0, 0.0], [0.0, 9.0, 0.0], [0.0, 0.0, 0.0]], 9)",
]
for dtype in INTEGER_TYPES:
    bits = 8 * np.dtype(dtype).itemsize
    low = 0 if dtype[0] == "u" else -(2 ** (bits - 1))
    high = low + 2**bits
    CALLS += [
        f"g.integers(0, 100, 99, dtype='{dtype}')",
        f"g.integers(1, 66, 99, dtype='{dtype}')",
        f"g.integers({low}, {high}, 99, dtype='{dtype}')",
        f"g.integers({low + 1}, {high}, 99, dtype='{dtype}')",
        f"g.integers(3, 4, 9, dtype='{dtype}')",
    ]

# Binomial numbers as NumPy drew them before 2.5.
OLD_BINOMIALS = [(100, 0.4), (100, 0.6), (1000, 0.05), (10**6, 0.5), (10**6, 0.123), (10**12, 0.3), (10**18, 0.5), (300, 0.5)]

LEGACY_CALLS = [
    "r.random_sample(99)",
    "r.rand(3, 4)",
    "r.randn(3, 33)",
    "r.standard_normal(99)",
    "r.normal(5, 0.1, 98)",
    "r.uniform(-3.5, 8.25, 99)",
    "r.uniform(1, 0, 9)",
    "r.exponential(2.5, 99)",
    "r.poisson(0.5, 99)",
    "r.poisson(50, 99)",
    "r.binomial(20, 0.3, 99)",
    "r.binomial(0, 0.3, 9)",
    "r.binomial(20, 0, 9)",
    "r.binomial(20, 1, 9)",
    "r.binomial(1000, 0.4, 400)",
    "r.randint(0, 10, 99)",
    "r.randint(0, 2**32, 99)",
    "r.randint(-2**40, 2**41, 99)",
    "r.randint(-2**63, 2**63 - 1, 99)",
    "r.randint(0, 2, 99, dtype='bool')",
    "r.randint([0, 5, -9], [[10], [2**40]])",
    "r.randint([0, 5, -9], [[10], [100]], dtype='int8')",
    "r.randint([0, 5, 9], [[10], [60000]], dtype='uint16')",
    "r.randint([0, 5, 9], 256, (5, 3), dtype='uint8')",
    "r.permutation(99)",
    "r.permutation(np.arange(60).reshape(5, 3, 4))",
    "shuffled_legacy(r, np.arange(99))",
    "shuffled_legacy(r, np.arange(60).reshape(5, 3, 4))",
    "r.choice(10, 99)",
    "r.choice(10, 7, replace=False)",
    "r.choice(5, 99, p=[0.1, 0, 0.3, 0.6, 0])",
    "r.choice(5, 3, replace=False, p=[0.1, 0, 0.3, 0.6, 0])",
    "r.choice([5, 7, 11, 13], (3, 3))",
    "r.bytes(17)",
    "r.standard_gamma(0.0, 9)",
    "r.standard_gamma(0.3, 99)",
    "r.standard_gamma(1, 99)",
    "r.standard_gamma(2.5, 99)",
    "r.standard_gamma([0.5, 1.0, 3.0], (3, 3))",
    "r.gamma(2.5, 3, 99)",
    "r.gamma([0.5, 2.0], [1.0, 3.0])",
    "r.beta(0.5, 0.75, 99)",
    "r.beta(2, 0.5, 99)",
    "r.beta(0.001, 0.0001, 99)",
    "r.beta([0.5, 3.0], 4.0)",
    "r.chisquare(3, 99)",
    "r.chisquare([0.5, 30.0], (9, 2))",
    "r.noncentral_chisquare(3, 2.5, 99)",
    "r.noncentral_chisquare(0.5, 2.5, 99)",
    "r.noncentral_chisquare([0.5, 3.0], [0.0, 25.0])",
    "r.f(3, 7, 99)",
    "r.f([3.0, 4.0], [7.0, 8.0])",
    "r.noncentral_f(3, 7, 1.5, 99)",
    "r.noncentral_f([3.0, 4.0], 7.0, 1.5)",
    "r.standard_t(4, 99)",
    "r.standard_t([0.5, 50.0], (9, 2))",
    "r.standard_cauchy(99)",
    "r.standard_exponential(99)",
    "r.exponential([1.0, 10.0, 100.0], (3, 3))",
    "r.normal([0.0, 10.0], [1.0, 2.0], (3, 2))",
    "r.lognormal(1, 0.5, 99)",
    "r.lognormal([1.0, 2.0], [3.0, 4.0])",
    "r.uniform([1.0, 2.0], [3.0, 9.0], (3, 2))",
    "r.laplace(1, 2, 99)",
    "r.laplace([1.0, 2.0], [3.0, 4.0])",
    "r.gumbel(1, 2, 99)",
    "r.gumbel([1.0, 2.0], [3.0, 4.0])",
    "r.logistic(1, 2, 99)",
    "r.logistic([1.0, 2.0], [3.0, 4.0])",
    "r.rayleigh(2, 99)",
    "r.rayleigh([1.0, 2.0], (5, 2))",
    "r.wald(2, 3, 99)",
    "r.wald([1.0, 2.0], [3.0, 4.0])",
    "r.vonmises(0.5, 2, 99)",
    "r.vonmises(0.5, 1e-09, 99)",
    "r.vonmises(0.5, 3e-06, 99)",
    "r.vonmises(3, 10000000.0, 33)",
    "r.vonmises([-3.0, 2.0], [0.5, 400.0])",
    "r.pareto(3, 99)",
    "r.pareto([1.0, 30.0], (5, 2))",
    "r.weibull(1.5, 99)",
    "r.weibull([0.0, 3.0], (5, 2))",
    "r.power(2.5, 99)",
    "r.power([0.1, 30.0], (5, 2))",
    "r.triangular(-1, 0.5, 3, 99)",
    "r.triangular([-1.0, 0.0], [0.0, 0.0], [1.0, 2.0])",
    "r.poisson([0.5, 50.0], (9, 2))",
    "r.geometric(0.1, 99)",
    "r.geometric(0.5, 99)",
    "r.geometric(1e-18, 9)",
    "r.geometric([0.1, 1.0], (9, 2))",
    "r.logseries(0.9, 400)",
    "r.logseries([0.1, 0.999999], (9, 2))",
    "r.zipf(1.5, 99)",
    "r.zipf(1.01, 99)",
    "r.zipf([2.0, 50.0], (9, 2))",
    "r.negative_binomial(3.5, 0.4, 99)",
    "r.negative_binomial([1.0, 100.0], [0.5, 0.01])",
    "r.binomial([5, 50], [0.1, 0.4], (9, 2))",
    "r.hypergeometric(15, 13, 9, 99)",
    "r.hypergeometric(15, 13, 10, 99)",
    "r.hypergeometric(13, 15, 10, 99)",
    "r.hypergeometric(15, 13, 11, 99)",
    "r.hypergeometric(15, 13, 25, 99)",
    "r.hypergeometric(15, 13, 28, 9)",
    "r.hypergeometric(0, 13, 5, 9)",
    "r.hypergeometric(150, 130, 90, 400)",
    "r.hypergeometric(130, 150, 190, 400)",
    "r.hypergeometric(100000000, 10000000, 1000000, 400)",
    "r.hypergeometric([15, 150], [13, 1300], [9, 900])",
    "r.multinomial(20, [0.2, 0.3, 0.5], (3, 4))",
    "r.multinomial(20, [0.2, 0.8, 0.0], 9)",
    "r.multinomial(1000, [0.3, 0.3, 0.4], 33)",
    "r.dirichlet([1.0, 2.5, 10.0], 33)",
    "r.dirichlet([0.01, 0.05, 0.09], 33)",
    "r.multivariate_normal([1.0, -2.0], [[4.0, 0.0], [0.0, 9.0]], 33)",
    "r.multivariate_normal([0.0, 0.0, 5.0], [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]], (2, 4))",
]
for dtype in INTEGER_TYPES:
    LEGACY_CALLS += [f"r.randint(0, 100, 99, dtype='{dtype}')", f"r.randint(1, 66, 99, dtype='{dtype}')"]


def shuffled(g, x, axis):
    x = x.copy(order="K") if x.base is None else x
    g.shuffle(x, axis)
    return x


def shuffled_legacy(r, x):
    r.shuffle(x)
    return x


def fields(key, name, result, following):
    if isinstance(result, bytes):
        result = np.frombuffer(result, np.uint8)
    result = np.asarray(result)
    data = np.ascontiguousarray(result).astype(result.dtype.newbyteorder("<"))
    shape = ",".join(str(n) for n in result.shape)
    return "\t".join([key, name, result.dtype.name, shape, base64.b64encode(data.tobytes()).decode(), f"{following:x}"])


def call_lines():
    for key in CALLS:
        exact = key.split("(")[0] in ("g.random", "g.integers", "g.standard_normal", "g.standard_exponential", "shuffled", "g.bytes")
        for name in ("PCG64", "MT19937", "SFC64") if exact else ("PCG64", "MT19937"):
            g = Generator(FAMILIES[name](SEED))
            result = eval(key, {"g": g, "np": np, "shuffled": shuffled})
            yield fields(key, name, result, g.bit_generator.random_raw())
    for n, p in OLD_BINOMIALS:
        for name in ("PCG64", "SFC64"):
            g = Generator(FAMILIES[name](SEED))
            yield fields(f"old binomial {n} {p!r}", name, g.binomial(n, p, 400), g.bit_generator.random_raw())
    for key in LEGACY_CALLS:
        r = RandomState(SEED)
        result = eval(key, {"r": r, "np": np, "shuffled_legacy": shuffled_legacy})
        yield fields(key, "legacy", result, r._bit_generator.random_raw())


ERRORS = """g.integers(5, 5)
g.integers(6, 5, endpoint=True)
g.integers(0)
g.integers(0, 300, dtype='int8')
g.integers(-200, 3, dtype='int8')
g.integers(-2, 3, dtype='uint8')
g.integers(0, 3, dtype='bool')
g.integers([5, 1], [5, 2])
g.integers([0, 1], [5, 500], dtype='int8')
g.integers([1], [-1], dtype='uint64')
g.integers([-5], [5], dtype='uint64')
g.integers([-5], [-2], dtype='uint64')
g.integers(np.uint64([2**63 + 1]), np.uint64([2**63]), dtype='uint64')
g.integers(np.uint64([2**63]), np.uint64([2**63 + 1]))
g.integers([1], np.uint64([2**63 + 1]))
g.integers(0, 5, dtype='float64')
g.uniform(1, 0)
g.uniform(0, np.inf)
g.normal(0, -1)
g.normal(0, -0.0)
g.normal(0, [1, -1])
g.exponential(-1)
g.standard_gamma(-1)
g.gamma(1, -1)
g.beta(0, 1)
g.beta(1, -0.0)
g.chisquare(0)
g.f(0, 1)
g.f(1, 0)
g.noncentral_f(1, 1, -1)
g.noncentral_chisquare(1, -1)
g.standard_t(0)
g.vonmises(0, -1)
g.pareto(0)
g.weibull(-1)
g.power(0)
g.laplace(0, -1)
g.gumbel(0, -1)
g.logistic(0, -1)
g.lognormal(0, -1)
g.rayleigh(-1)
g.wald(0, 1)
g.wald(1, 0)
g.triangular(1, 0, 2)
g.triangular(0, 3, 2)
g.triangular(1, 1, 1)
g.binomial(-1, 0.5)
g.binomial(1, 1.5)
g.binomial(1, np.nan)
g.binomial(1, [0.5, np.nan])
g.negative_binomial(0, 0.5)
g.negative_binomial(1, 0)
g.negative_binomial(2**62, 1e-10)
g.poisson(-1)
g.poisson(np.nan)
g.poisson(1e30)
g.poisson([1, -1])
g.zipf(1)
g.zipf([2, 1])
g.geometric(0)
g.geometric(1.5)
g.hypergeometric(1, 1, -1)
g.hypergeometric(1, 1, 3)
g.hypergeometric(2 * 10**9, 1, 3)
g.logseries(1)
g.logseries([0.5, 1])
g.multinomial(5, [0.5, -0.1, 0.6])
g.multinomial(5, [0.75, 0.5, 0.25])
g.multinomial(-1, [0.5, 0.5])
g.multinomial(5, [])
g.multinomial(5, 0.5)
g.dirichlet([0.5, -1])
g.choice(0)
g.choice([])
g.choice(5, 6, replace=False)
g.choice(5, 2, p=[0.5, 0.5])
g.choice(2, 2, p=[[0.5, 0.5]])
g.choice(2, 2, p=[0.5, 0.6])
g.choice(2, 2, p=[-0.5, 1.5])
g.choice(2, 2, p=[np.nan, 1.5])
g.choice(3, 3, p=[0.5, 0.5, 0], replace=False)
g.permuted([1, 2], axis=3)
g.shuffle(np.arange(3), axis=1)
g.random(3, dtype='int64')
g.permuted(np.arange(4), axis=0, out=np.zeros(3, int))
g.permuted(np.arange(4.), axis=0, out=np.zeros(4, int))
g.normal([0, 1], 1, (2, 1))
g.multivariate_hypergeometric([1, 2], 4)
g.multivariate_hypergeometric([1, 2], -1)
g.multivariate_hypergeometric([10**9, 2], 1)
np.random.default_rng(-1)
np.random.SeedSequence(1, pool_size=3)
np.random.RandomState(-1)
np.random.RandomState(2**32)
np.random.RandomState([])
r.randint(5, 5)
r.randint(0, 300, dtype='int8')
r.uniform(0, np.inf)
r.normal(0, -1)
r.choice(0)
r.choice(3, 4, replace=False)
r.choice(5, -1)
r.randint([1], [-1], dtype='uint64')
r.normal([0, 1], 1, -1)
g.choice(5, -1)
g.choice([5, 6], (0, -1))
g.normal([0, 1], 1, -1)
g.poisson([1, 2], -2)
np.random.SeedSequence(1).generate_state(-1)
r.exponential(-1)
r.hypergeometric(1, 1, 0)
r.hypergeometric(1, 1, 3)
r.dirichlet([0.5, 0])
g.multivariate_normal([[1]], [[1]])
g.multivariate_normal([1], [1])
g.multivariate_normal([1, 2], [[1]])
g.multivariate_normal([1, 2], [[1, 2], [2, 1]], check_valid='raise')""".split("\n")


def chain_lines():
    for name in ("PCG64", "Philox"):
        g = Generator(FAMILIES[name](SEED))
        for key in CALLS:
            eval(key, {"g": g, "np": np, "shuffled": shuffled})
            yield f"{name}\t{key}\t{g.bit_generator.random_raw():x}"


def error_lines():
    for key in ERRORS:
        try:
            eval(key, {"g": np.random.default_rng(1), "r": RandomState(1), "np": np})
        except Exception as e:
            yield f"{key}\t{e}"
            continue
        raise AssertionError(f"no error: {key}")


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    files = {"raw.tsv": raw_lines, "calls.tsv": call_lines, "chain.tsv": chain_lines, "errors.tsv": error_lines}
    for name, lines in files.items():
        with open(TARGET / name, "w") as out:
            out.write(f"# NumPy {np.__version__}\n")
            for line in lines():
                out.write(line + "\n")


if __name__ == "__main__":
    main()
