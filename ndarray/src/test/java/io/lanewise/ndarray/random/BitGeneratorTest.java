package io.lanewise.ndarray.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Raw streams, seeds, jumps and states of the five generators, against NumPy's.
class BitGeneratorTest {
  private static final List<String> NAMES =
      List.of("PCG64", "PCG64DXSM", "Philox", "SFC64", "MT19937");

  static Stream<String> names() {
    return NAMES.stream();
  }

  static Stream<Arguments> streams() {
    return RandomFixtures.read("raw.tsv").stream()
        .map(
            fields ->
                Arguments.of(
                    fields[0],
                    Arrays.stream(fields)
                        .skip(1)
                        .mapToLong(RandomFixtures::hexadecimal)
                        .toArray()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("streams")
  void wordsAreNumPys(String stream, long[] expected) {
    String[] key = stream.split("\\|");
    assertThat(words(key[0], key[1], key[2], expected.length)).isEqualTo(expected);
  }

  private static long[] words(String what, String how, String seeds, int n) {
    if (what.equals("legacy")) {
      long[] numbers =
          seeds.equals("many")
              ? LongStream.range(0, 700).toArray()
              : Arrays.stream(seeds.split(" ")).mapToLong(Long::parseLong).toArray();
      return raw(how.equals("seed") ? MT19937.legacy(numbers[0]) : MT19937.legacy(numbers), n);
    }
    BigInteger[] entropy =
        Arrays.stream(seeds.split(" ")).map(BigInteger::new).toArray(BigInteger[]::new);
    SeedSequence sequence = SeedSequence.of(entropy);
    if (what.equals("state64")) {
      return sequence.generateLongState(n);
    }
    if (!NAMES.contains(what)) {
      SeedSequence variant =
          switch (what) {
            case "state32" -> sequence;
            case "spawned" -> sequence.spawn(3)[2].spawn(2)[1];
            default ->
                SeedSequence.of(
                    entropy, new long[] {3, 1}, Integer.parseInt(what.substring("pool".length())));
          };
      return Arrays.stream(variant.generateState(n)).mapToLong(Integer::toUnsignedLong).toArray();
    }
    BitGenerator generator = generator(what, sequence);
    String[] step = how.split(" ");
    return raw(
        switch (step[0]) {
          case "jumped" -> {
            raw(generator, Integer.parseInt(step[1]));
            yield generator.jumped(Long.parseLong(step[2]));
          }
          case "advance" -> {
            raw(generator, 7);
            advance(generator, new BigInteger(step[1]));
            yield generator;
          }
          case "spawn" -> generator.spawn(4)[3];
          default -> generator;
        },
        n);
  }

  static BitGenerator generator(String name, long... seed) {
    return switch (name) {
      case "PCG64" -> new PCG64(seed);
      case "PCG64DXSM" -> new PCG64DXSM(seed);
      case "Philox" -> new Philox(seed);
      case "SFC64" -> new SFC64(seed);
      default -> new MT19937(seed);
    };
  }

  private static BitGenerator generator(String name, SeedSequence seeds) {
    return switch (name) {
      case "PCG64" -> new PCG64(seeds);
      case "PCG64DXSM" -> new PCG64DXSM(seeds);
      case "Philox" -> new Philox(seeds);
      case "SFC64" -> new SFC64(seeds);
      default -> new MT19937(seeds);
    };
  }

  private static void advance(BitGenerator generator, BigInteger delta) {
    if (generator instanceof Congruential128 congruential) {
      congruential.advance(delta);
    } else {
      ((Philox) generator).advance(delta);
    }
  }

  private static long[] raw(BitGenerator generator, int n) {
    return LongStream.generate(generator::randomRaw).limit(n).toArray();
  }

  @ParameterizedTest
  @MethodSource("names")
  void savedStatesContinueTheStream(String name) {
    BitGenerator generator = generator(name, 7);
    raw(generator, 5);
    generator.nextInt(); // half a word is part of the state
    BitGenerator.State state = generator.state();
    int[] first = {generator.nextInt(), generator.nextInt(), generator.nextInt()};
    long[] next = raw(generator, 700);

    BitGenerator restored = generator(name, 8);
    restored.setState(
        new BitGenerator.State(state.name(), state.words(), state.hasHalf(), state.half()));
    assertThat(restored.state()).isEqualTo(state).hasSameHashCodeAs(state);
    assertThat(new int[] {restored.nextInt(), restored.nextInt(), restored.nextInt()})
        .isEqualTo(first);
    assertThat(raw(restored, 700)).isEqualTo(next);
  }

  @ParameterizedTest
  @MethodSource("names")
  void statesOfOtherGeneratorsAreRefused(String name) {
    BitGenerator other = generator(name.equals("PCG64") ? "SFC64" : "PCG64", 1);
    assertThatThrownBy(() -> generator(name, 1).setState(other.state()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("state must be for a " + name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void copiesAndJumpsLeaveTheGeneratorAlone(String name) {
    BitGenerator generator = generator(name, 7);
    BitGenerator.State state = generator.state();
    raw(generator.copy(), 3);
    if (name.equals("SFC64")) {
      assertThatThrownBy(generator::jumped).isInstanceOf(UnsupportedOperationException.class);
    } else {
      raw(generator.jumped(), 3);
    }
    assertThat(generator.state()).isEqualTo(state);
  }

  @ParameterizedTest
  @MethodSource("names")
  void seedsFromTheSystemDiffer(String name) {
    assertThat(raw(generator(name), 4)).isNotEqualTo(raw(generator(name), 4));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void generationsOfChildrenDiffer(int n) {
    SeedSequence parent = SeedSequence.of(5);
    parent.spawn(n);
    assertThat(parent.childrenSpawned()).isEqualTo(n);
    assertThat(parent.spawn(1)[0].spawnKey()).containsExactly(n);
  }

  @ParameterizedTest
  @MethodSource("names")
  void generatorsWithoutSeedsDoNotSpawn(String name) {
    assertThatThrownBy(() -> generator(name, 1).copy().spawn(1))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void manySeedsCostTheirNumber() {
    long[] seeds = LongStream.range(0, 400_000).toArray();
    // words of NumPy 2.4.6; copying all words for each seed took half a minute
    assertTimeout(
        Duration.ofSeconds(10),
        () ->
            assertThat(SeedSequence.of(seeds).generateState(2))
                .containsExactly(112070053, 1383967825));
  }

  @Test
  void keysFollowSeedsOfAnySize() {
    long[] key = {5, 1L << 40};
    BigInteger large = BigInteger.TWO.pow(200).add(new BigInteger("12345678901234567890"));
    BigInteger[] seeds = {large, BigInteger.ZERO, BigInteger.TWO.pow(31)};
    assertThat(SeedSequence.of(seeds, key, 4).generateState(3))
        .containsExactly((int) 3079205672L, (int) 3884666641L, 1020567268);
    BigInteger[] more = new BigInteger[6];
    Arrays.setAll(more, i -> BigInteger.valueOf(i < 5 ? i + 1 : 255L << 24));
    assertThat(SeedSequence.of(more, key, 4).generateState(3))
        .containsExactly(422081516, 1690154244, 1514515596);
  }
}
