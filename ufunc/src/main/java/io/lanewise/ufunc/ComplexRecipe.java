package io.lanewise.ufunc;

import io.lanewise.ndarray.kernel.Body;

/// One element of a ufunc's result from the parts of one element of each input, of which one at
/// least is complex.
@FunctionalInterface
interface ComplexRecipe {
  Parts apply(Body body, Parts... x);
}
