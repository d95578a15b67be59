package io.lanewise.ufunc;

import io.lanewise.ndarray.FloatingPointException;
import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// What happens on floating-point errors, in a scope on one thread. Errors are ignored unless a
/// scope says otherwise, and then nothing is looked for. Inside a scope every call of a universal
/// function, reduction and expression looks at its result once more: Java has no flags that the
/// processor sets, so what went wrong is found from the result and the inputs. Source:
/// `numpy.errstate`.
///
/// ```java
/// try (var _ = ErrorState.of().divide(RAISE).invalid(WARN).open()) {
///   NDArray y = x.log();   // FloatingPointException: divide by zero encountered in log
/// }
/// ```
///
/// A fused expression is looked at as a whole, under the name `expression`, and an infinite result
/// of it counts as an overflow. Immutable.
public final class ErrorState {
  private static final ErrorState IGNORING = new ErrorState(Map.of(), null);

  /// Whether a scope was ever opened. The fast path reads it without a fence: a thread sees what it
  /// wrote itself, and only its own scopes concern it.
  private static boolean active;

  private static final ThreadLocal<ErrorState> CURRENT = ThreadLocal.withInitial(() -> IGNORING);

  private final Map<FloatingError, ErrorMode> modes;
  private final BiConsumer<FloatingError, String> handler;

  /// Whether any error is not ignored.
  private final boolean looks;

  private ErrorState(
      Map<FloatingError, ErrorMode> modes, BiConsumer<FloatingError, String> handler) {
    this.modes = modes;
    this.handler = handler;
    this.looks = modes.values().stream().anyMatch(mode -> mode != ErrorMode.IGNORE);
  }

  /// The state of this thread, to be changed: `ErrorState.of().over(RAISE)`.
  public static ErrorState of() {
    return CURRENT.get();
  }

  /// The same state with one mode for all kinds.
  public ErrorState all(ErrorMode mode) {
    return divide(mode).invalid(mode).over(mode);
  }

  /// What happens on [FloatingError#DIVIDE].
  public ErrorState divide(ErrorMode mode) {
    return with(FloatingError.DIVIDE, mode);
  }

  /// What happens on [FloatingError#INVALID].
  public ErrorState invalid(ErrorMode mode) {
    return with(FloatingError.INVALID, mode);
  }

  /// What happens on [FloatingError#OVERFLOW].
  public ErrorState over(ErrorMode mode) {
    return with(FloatingError.OVERFLOW, mode);
  }

  private ErrorState with(FloatingError error, ErrorMode mode) {
    Map<FloatingError, ErrorMode> changed = new EnumMap<>(FloatingError.class);
    changed.putAll(modes);
    changed.put(error, Objects.requireNonNull(mode, "mode"));
    return new ErrorState(changed, handler);
  }

  /// What [ErrorMode#CALL] calls: with the kind and NumPy's words, once a call and kind.
  public ErrorState handler(BiConsumer<FloatingError, String> wanted) {
    return new ErrorState(modes, Objects.requireNonNull(wanted, "handler"));
  }

  /// What happens on an error.
  public ErrorMode mode(FloatingError error) {
    return modes.getOrDefault(error, ErrorMode.IGNORE);
  }

  /// Makes this the state of this thread until the scope is closed.
  ///
  /// @throws IllegalStateException if a kind is to be called about and there is no handler
  public Scope open() {
    if (handler == null && modes.containsValue(ErrorMode.CALL)) {
      throw new IllegalStateException("ErrorMode.CALL needs a handler");
    }
    Scope scope = new Scope(CURRENT.get(), Thread.currentThread());
    CURRENT.set(this);
    active = true;
    return scope;
  }

  /// The time for which a state holds; closing it restores the one before.
  public static final class Scope implements AutoCloseable {
    private final ErrorState before;
    private final Thread thread;
    private boolean closed;

    private Scope(ErrorState before, Thread thread) {
      this.before = before;
      this.thread = thread;
    }

    /// @throws IllegalStateException on another thread than the one that opened it
    @Override
    public void close() {
      if (closed) {
        return;
      }
      if (Thread.currentThread() != thread) {
        throw new IllegalStateException("an error state belongs to the thread that opened it");
      }
      closed = true;
      CURRENT.set(before);
    }
  }

  /// Whether this thread looks for errors.
  static boolean isActive() {
    return active && CURRENT.get().looks;
  }

  /// Does what is to be done about an error.
  void report(FloatingError error, String operation) {
    String words = error.in(operation);
    switch (mode(error)) {
      case IGNORE -> {}
      case WARN -> System.getLogger("io.lanewise").log(Level.WARNING, words);
      case RAISE -> throw new FloatingPointException(words);
      case CALL -> handler.accept(error, words);
    }
  }

  /// Runs what must not be looked at, such as the looking itself.
  static <T> T unwatched(Supplier<T> action) {
    ErrorState before = CURRENT.get();
    CURRENT.set(IGNORING);
    try {
      return action.get();
    } finally {
      CURRENT.set(before);
    }
  }
}
