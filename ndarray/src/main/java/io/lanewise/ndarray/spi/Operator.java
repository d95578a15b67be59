package io.lanewise.ndarray.spi;

/// The elementwise operations that arrays offer as fluent methods.
public enum Operator {
  ADD,
  SUBTRACT,
  MULTIPLY,
  DIVIDE,
  POWER,
  MINIMUM,
  MAXIMUM,
  LESS,
  LESS_EQUAL,
  GREATER,
  GREATER_EQUAL,
  EQUAL,
  NOT_EQUAL,
  LOGICAL_AND,
  LOGICAL_OR,
  LOGICAL_XOR,
  LOGICAL_NOT,
  NEGATIVE,
  ABSOLUTE,
  SQUARE,
  SQRT,
  RECIPROCAL,
  EXP,
  LOG,
  SIN,
  COS
}
