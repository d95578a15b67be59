package io.lanewise.ufunc;

/// The declarations of comparisons and of logic.
final class Truth {
  static final UFunc LESS = comparison("less", Comparisons::less, ComplexRecipes::less);

  static final UFunc LESS_EQUAL =
      comparison("less_equal", Comparisons::lessEqual, ComplexRecipes::lessEqual);

  static final UFunc GREATER = comparison("greater", Comparisons::greater, ComplexRecipes::greater);

  static final UFunc GREATER_EQUAL =
      comparison("greater_equal", Comparisons::greaterEqual, ComplexRecipes::greaterEqual);

  static final UFunc EQUAL = comparison("equal", Comparisons::equal, ComplexRecipes::equal);

  static final UFunc NOT_EQUAL =
      comparison("not_equal", Comparisons::notEqual, ComplexRecipes::notEqual);

  static final UFunc LOGICAL_AND =
      logical("logical_and", 2, (f, x) -> f.and(x[0], x[1]), ComplexRecipes::logicalAnd)
          .reducing(Folding.FREE, 1);

  static final UFunc LOGICAL_OR =
      logical("logical_or", 2, (f, x) -> f.or(x[0], x[1]), ComplexRecipes::logicalOr)
          .reducing(Folding.FREE, 0);

  static final UFunc LOGICAL_XOR =
      logical("logical_xor", 2, (f, x) -> f.xor(x[0], x[1]), ComplexRecipes::logicalXor)
          .reducing(Folding.FREE, 0);

  static final UFunc LOGICAL_NOT =
      logical("logical_not", 1, (f, x) -> f.not(x[0]), ComplexRecipes::logicalNot);

  private Truth() {}

  private static UFunc comparison(String name, UFunc.Recipe recipe, ComplexRecipe complex) {
    return new UFunc(name, 2, LoopTypes.COMPARISON, recipe, null).withComplex(complex);
  }

  private static UFunc logical(String name, int nin, UFunc.Recipe recipe, ComplexRecipe complex) {
    return new UFunc(name, nin, LoopTypes.LOGICAL, recipe, null).withComplex(complex);
  }
}
