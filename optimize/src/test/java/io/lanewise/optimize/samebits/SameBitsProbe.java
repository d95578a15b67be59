package io.lanewise.optimize.samebits;

import io.lanewise.ndarray.Lanewise;
import io.lanewise.ndarray.kernel.KernelSlot;
import io.lanewise.ndarray.kernel.Kernels;
import io.lanewise.ndarray.kernel.Twin;
import java.util.LinkedHashMap;
import java.util.Map;

/// Runs operations, linear algebra and fits on as many threads as each argument says, one after
/// another, and prints a hash of the results of each; in the end, how often each kernel ran with
/// lanes. [SameBitsTest] compares the output of several JVMs.
final class SameBitsProbe {
  private SameBitsProbe() {}

  public static void main(String... arguments) {
    Map<String, Long> small = new LinkedHashMap<>();
    MoreUfuncBits.run(small);
    print("any", small);
    for (String threads : arguments) {
      Lanewise.parallelism(Integer.parseInt(threads));
      Map<String, Long> hashes = new LinkedHashMap<>();
      UfuncBits.run(hashes);
      LinalgBits.run(hashes);
      FitBits.run(hashes);
      print(threads, hashes);
    }
    for (KernelSlot slot : Kernels.all()) {
      System.out.println("kernel " + slot.laneCalls() + " " + slot.calls() + " " + slot);
    }
    for (Twin<?> twin : Twin.all()) {
      String name = twin.name().replace(' ', '_');
      System.out.println("kernel " + twin.laneUses() + " 0 " + name + " " + twin.state());
    }
  }

  private static void print(String threads, Map<String, Long> hashes) {
    hashes.forEach(
        (name, hash) ->
            System.out.println("hash " + threads + " " + name + " " + Long.toHexString(hash)));
  }
}
