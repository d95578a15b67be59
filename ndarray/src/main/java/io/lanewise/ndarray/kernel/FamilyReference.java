package io.lanewise.ndarray.kernel;

import java.lang.ref.WeakReference;

/// The kernels of a program as an operation remembers them that has found them once: weakly, so
/// that it does not keep what the cache lets go, in every combination of dtypes that ever occurred.
public final class FamilyReference extends WeakReference<KernelFamily> {
  /// Remembers `family`.
  public FamilyReference(KernelFamily family) {
    super(family);
  }
}
