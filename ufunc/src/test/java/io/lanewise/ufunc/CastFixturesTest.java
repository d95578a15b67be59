package io.lanewise.ufunc;

import io.lanewise.ndarray.NDArray;
import org.junit.jupiter.api.Test;

class CastFixturesTest {
  @Test
  void astypeGivesNumPysBits() {
    Fixtures.replay(
        "casts",
        fields -> {
          NDArray expected = Fixtures.array(fields[1]);
          return Fixtures.difference(Fixtures.array(fields[0]).astype(expected.dtype()), expected);
        });
  }

  @Test
  void assignmentConvertsAsAstypeDoes() {
    Fixtures.replay(
        "casts",
        fields -> {
          NDArray from = Fixtures.array(fields[0]);
          NDArray expected = Fixtures.array(fields[1]);
          NDArray to = NDArray.empty(expected.dtype(), 3, from.size()).T().get(":, 1");
          to.get("::-1").set(from.get("::-1"));
          return Fixtures.difference(to, expected);
        });
  }
}
