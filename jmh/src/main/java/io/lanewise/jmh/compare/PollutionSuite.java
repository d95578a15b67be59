package io.lanewise.jmh.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `compare pollution`: an add of 1,024 elements in a JVM that has seen one kind of storage only,
/// and in one where every kind went through the same operations. A shared loop would lose its speed
/// there; each kernel is a class of its own, so it must not.
final class PollutionSuite {
  private PollutionSuite() {}

  static void run(Session session) {
    int rounds = session.options().quick() ? 3 : 9;
    List<String> kinds = PollutionProbe.KINDS;
    double[][] clean = new double[kinds.size()][rounds];
    double[][] polluted = new double[kinds.size()][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int kind = 0; kind < kinds.size(); kind++) {
        clean[kind][round] = probe(session, "clean", List.of(kinds.get(kind))).getFirst();
      }
      List<Double> times = probe(session, "polluted", kinds);
      for (int kind = 0; kind < kinds.size(); kind++) {
        polluted[kind][round] = times.get(kind);
      }
    }
    Peer peer = peer(session);
    double theirs = session.match().alone(peer.ways().getFirst());
    report(session, "clean", clean, peer.name(), theirs);
    report(session, "polluted", polluted, peer.name(), theirs);
    for (int kind = 0; kind < kinds.size(); kind++) {
      double growth = Match.median(polluted[kind]) / Match.median(clean[kind]);
      session
          .report()
          .note(
              String.format(
                  Locale.ROOT, "%s: polluted takes %.2fx the clean time", kinds.get(kind), growth));
    }
  }

  private static void report(
      Session session, String state, double[][] ours, String peer, double theirs) {
    for (int kind = 0; kind < ours.length; kind++) {
      String name = "add %s (%s)".formatted(PollutionProbe.KINDS.get(kind), state);
      session
          .report()
          .add(state, name, "float64", PollutionProbe.N, peer, Match.median(ours[kind]), theirs);
    }
  }

  private static Peer peer(Session session) {
    double[] a = Inputs.uniform(0, PollutionProbe.N, 0, 9);
    double[] b = Inputs.uniform(1, PollutionProbe.N, 0, 9);
    if (session.numpy().isEmpty()) {
      return PlainLoop.peer((x, y) -> x + y, a, b);
    }
    NumPy numpy = session.numpy().orElseThrow();
    numpy.setup(
        "a = %s\nb = %s\nout = np.empty_like(a)"
            .formatted(session.inputs().share("a", a), session.inputs().share("b", b)));
    return new Peer(
        numpy.name(), List.of(numpy.statement("np.add(a, b, out=out)")), () -> numpy.value("out"));
  }

  private static List<Double> probe(Session session, String state, List<String> kinds) {
    List<String> arguments = new ArrayList<>();
    arguments.add(session.inputs().folder().resolve("mapped.raw").toString());
    arguments.add(state);
    arguments.addAll(kinds);
    List<Double> times = new ArrayList<>();
    try (ChildJvm child =
        new ChildJvm(
            session.inputs(),
            List.of("-Dlanewise.threads=1"),
            PollutionProbe.class,
            arguments.toArray(String[]::new))) {
      for (int i = 0; i < kinds.size(); i++) {
        times.add(Double.parseDouble(child.answer()));
      }
    }
    return times;
  }
}
