"""Writes the SciPy oracles of the optimize tests (made with SciPy 1.17.1, NumPy 2.4.6).

Each file holds `name value...` lines: the data, and the answer of scipy.optimize.curve_fit with an analytic Jacobian and
tolerances of 1e-15, which is good to about 1e-9.

    python3 make_scipy_fixtures.py ../resources/scipy
"""

import sys

import numpy as np
from scipy.optimize import curve_fit


def line(name, values):
    return name + " " + " ".join(repr(float(v)) for v in np.ravel(values)) + "\n"


def write(folder, name, model, jac, x, y, p0, **options):
    tight = dict(ftol=1e-15, xtol=1e-15, gtol=1e-15, method="trf", jac=jac, x_scale="jac")
    popt, pcov = curve_fit(model, x, y, p0=p0, **tight, **options)
    with open(folder + "/" + name + ".txt", "w") as out:
        out.write(line("x", x) + line("y", y))
        for key, value in options.items():
            if key == "sigma":
                out.write(line(key, value))
        out.write(line("popt", popt) + line("pcov", pcov))


def main(folder):
    def decay(x, a, b):
        return a * np.exp(-b * x)

    def decay_jac(x, a, b):
        e = np.exp(-b * x)
        return np.stack([e, -a * x * e], axis=1)

    def offset(x, a, b, c):
        return decay(x, a, b) + c

    def offset_jac(x, a, b, c):
        return np.column_stack([decay_jac(x, a, b), np.ones_like(x)])

    random = np.random.RandomState(0)
    x = np.linspace(0, 4, 50)
    y = decay(x, 2.5, 1.3) + 0.2 * random.randn(50)
    write(folder, "decay50", decay, decay_jac, x, y, [1, 1])
    sigma = 0.1 + 0.3 * random.rand(50)
    write(folder, "decay50_sigma", decay, decay_jac, x, y, [1, 1], sigma=sigma, absolute_sigma=True)
    root = random.randn(50, 50) * 0.05 + np.diag(sigma)
    write(folder, "decay50_covariance", decay, decay_jac, x, y, [1, 1], sigma=root @ root.T,
          absolute_sigma=True)

    random = np.random.RandomState(42)
    x = np.linspace(0, 10, 1000)
    y = offset(x, 2, 0.5, 0.3) + 0.05 * random.randn(1000)
    write(folder, "offset1000", offset, offset_jac, x, y, [2, 0.5, 0.3])


main(sys.argv[1])
