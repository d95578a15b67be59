package io.lanewise.optimize.samebits;

import io.lanewise.ndarray.Lanewise;
import io.lanewise.ndarray.kernel.KernelSlot;
import io.lanewise.ndarray.kernel.Kernels;
import io.lanewise.ndarray.kernel.Twin;
import java.util.LinkedHashMap;
import java.util.Map;

/// Runs operations, linear algebra and fits, and prints a hash of the results of each, how often
/// each kernel ran with lanes, and the number of threads. [SameBitsTest] compares the output of
/// several JVMs.
final class SameBitsProbe {
  private SameBitsProbe() {}

  public static void main(String[] args) {
    Map<String, Long> hashes = new LinkedHashMap<>();
    UfuncBits.run(hashes);
    LinalgBits.run(hashes);
    FitBits.run(hashes);
    hashes.forEach(
        (name, hash) -> System.out.println("hash " + name + " " + Long.toHexString(hash)));
    for (KernelSlot slot : Kernels.all()) {
      System.out.println("kernel " + slot.laneCalls() + " " + slot.calls() + " " + slot);
    }
    for (Twin<?> twin : Twin.all()) {
      String name = twin.name().replace(' ', '_');
      System.out.println("kernel " + twin.laneUses() + " 0 " + name + " " + twin.state());
    }
    System.out.println("threads " + Lanewise.parallelism());
  }
}
