/// Fitting and minimising.
///
/// Start with [io.lanewise.optimize.CurveFit] for a model and data, or
/// [io.lanewise.optimize.LeastSquares] for any vector of residuals. Inside, an evaluator is the
/// only one that sees user code, a linearised system is all that a step needs to know, and one
/// trust-region loop serves every case: with and without bounds, in memory and out of it.
package io.lanewise.optimize;
