package io.lanewise.ndarray.kernel;

/// The primitive operations of a kernel body. Each gives the same bits in a scalar loop and in
/// lanes of any width, all NaNs counting as one value; that is the whole list on which "same bits
/// everywhere" rests.
public enum OpCode {
  /// An element of an operand.
  INPUT,
  /// A literal, in [Node#literal()] as raw bits.
  CONSTANT,
  ADD,
  SUB,
  MUL,
  /// Floating-point types only.
  DIV,
  NEG,
  ABS,
  SQRT,
  /// As [Math#rint(double)]: the nearest whole number, halves going to the even one.
  RINT,
  /// As [Math#floor(double)].
  FLOOR,
  /// As [Math#ceil(double)].
  CEIL,
  /// The whole number next to it towards 0, with its sign.
  TRUNC,
  /// `a * b + c` rounded once.
  FMA,
  /// As [Math#min(double, double)]: NaN propagates, -0 is below 0.
  MIN,
  /// As [Math#max(double, double)].
  MAX,
  AND,
  OR,
  XOR,
  NOT,
  /// Shift left by the constant in [Node#literal()], or by the low bits of a second argument, as
  /// Java shifts.
  SHL,
  /// Arithmetic shift right, likewise.
  SHR,
  /// Logical shift right, likewise.
  USHR,
  LT,
  LE,
  EQ,
  NE,
  /// `a ? b : c` with a BOOL first argument.
  SELECT,
  /// SELECT with a condition that seldom holds. Lanes compute the third argument only and leave the
  /// loop where the condition holds in any of them, for one that computes both.
  SELDOM,
  /// The element of [Node#table()] at an integer argument, of whose bits the low ones count.
  LOOKUP,
  /// A cast with Java's meaning; BOOL becomes 0 or 1, and a number becomes BOOL by `!= 0`.
  CONVERT,
  /// The same bits as another type of the same size.
  REINTERPRET,
  /// Argument 0 says where the regular value (argument 1) does not hold; there the scalar function
  /// of the remaining arguments gives the value. Lanes compute the regular value and, where any
  /// lane is rare, redo that chunk in scalar code.
  RARE,
  /// A scalar function of the arguments. A body that holds one has no lanes.
  CALL
}
