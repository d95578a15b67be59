package io.lanewise.jmh.compare;

import io.lanewise.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// One case: a call of the library and the peer that does the same on the same data. [#run()]
/// checks that both results agree, then times them.
final class Comparison {
  private final Session session;
  private final String group;
  private final String name;
  private final String dtype;
  private final long n;
  private Call call;
  private Batch batch;
  private Function<Object, double[]> reader = result -> ((NDArray) result).toDoubleArray();
  private Agreement agreement = new Agreement.Ulps(0);
  private Supplier<Peer> numpy;
  private Supplier<Peer> java;

  /// @param group cases of one group share a geometric mean
  /// @param name NumPy's function name alone for a call with `out=`
  /// @param dtype NumPy's name
  /// @param n elements per operand
  Comparison(Session session, String group, String name, String dtype, long n) {
    this.session = session;
    this.group = group;
    this.name = name;
    this.dtype = dtype;
    this.n = n;
  }

  /// The call of the library.
  Comparison ours(Call call) {
    this.call = call;
    this.batch = Loop.of(call);
    return this;
  }

  /// As [#ours(Call)], where the call is not timed in this JVM.
  Comparison ours(Call call, Batch batch) {
    this.call = call;
    this.batch = batch;
    return this;
  }

  /// How to read the call's result as numbers in C order, where it is no array.
  Comparison read(Function<Object, double[]> reader) {
    this.reader = reader;
    return this;
  }

  /// How far the results may be apart; without this not at all.
  Comparison within(Agreement agreement) {
    this.agreement = agreement;
    return this;
  }

  /// The same in NumPy: `setup` makes the operands, the first of `statements` also makes the
  /// `value` that is checked, the fastest of them counts.
  Comparison numpy(String setup, String value, String... statements) {
    numpy = () -> python(session.numpy().orElseThrow().name(), setup, value, statements);
    return this;
  }

  /// The same in SciPy.
  Comparison scipy(String setup, String value, String... statements) {
    numpy =
        () ->
            python(
                session.numpy().orElseThrow().scipyName().orElseThrow(), setup, value, statements);
    return this;
  }

  /// The peer where there is no NumPy.
  Comparison java(Supplier<Peer> peer) {
    java = peer;
    return this;
  }

  /// Checks and times. A case that fails is reported and does not end the suite.
  void run() {
    String label = session.options().suite() + " " + name + " " + dtype + " " + n;
    Supplier<Peer> other = numpy != null && session.numpy().isPresent() ? numpy : java;
    if (other == null) {
      session.report().note(label + ": no Java peer");
      return;
    }
    try {
      Peer peer = other.get();
      String complaint = agreement.complaint(reader.apply(call.run()), peer.value().get(), dtype);
      if (complaint != null) {
        session.report().fail(label, complaint);
        return;
      }
      Match.Times times = session.match().play(batch, peer.ways());
      session.report().add(group, name, dtype, n, peer.name(), times.ours(), times.peer());
    } catch (RuntimeException e) {
      session.report().fail(label, e.toString());
    }
  }

  private Peer python(String peer, String setup, String value, String... statements) {
    NumPy worker = session.numpy().orElseThrow();
    worker.setup(setup);
    List<Batch> ways = new ArrayList<>();
    for (String statement : statements) {
      ways.add(worker.statement(statement));
    }
    Supplier<double[]> result =
        () -> {
          ways.getFirst().nanos(1);
          return worker.value(value);
        };
    return new Peer(peer, ways, result);
  }
}
