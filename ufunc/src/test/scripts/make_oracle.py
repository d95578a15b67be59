"""Writes what NumPy answers to calls of its functions, one file for each part of the library.

    python3 make_oracle.py FOLDER [PART...]

The parts are the modules beside `oracle/cases.py`, which describes the format; the tests replay
the files. Made with NumPy 2.4.6.
"""

import importlib
import itertools
import pathlib
import sys
import warnings

import numpy as np

from oracle import cases

assert np.__version__ == cases.VERSION, np.__version__
warnings.simplefilter("ignore")

HERE = pathlib.Path(__file__).parent / "oracle"
parts = sys.argv[2:] or sorted(p.stem for p in HERE.glob("*.py") if p.stem not in ("__init__", "cases"))
for part in parts:
    cases.RANDOM = np.random.default_rng(20261127)
    cases.PICKS = itertools.count()
    file = cases.Cases(part)
    importlib.import_module("oracle." + part).write(file)
    file.write(sys.argv[1])
