package io.lanewise.ndarray.kernel;

import io.lanewise.ndarray.Lanewise;
import io.lanewise.ndarray.NDArray;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/// The one pool of threads that kernels, reductions and products share: daemons named
/// `lanewise-worker-N`, made when work is first split. One job runs at a time; a job that finds the
/// pool busy, or is started from inside another, runs on its own thread. Which thread runs a part
/// never changes a result, because the parts are the same for any number of threads that callers
/// allow for.
public final class Workers {
  private static final ReentrantLock BUSY = new ReentrantLock();

  /// Spinning this long after a job lets the next one start without waking a thread.
  private static final int SPINS = 2_000;

  private static volatile Worker[] workers = new Worker[0];

  /// Stands for any thread but the caller's; never started.
  private static final Thread OTHER = Thread.ofPlatform().unstarted(() -> {});

  private Workers() {}

  /// Whether other threads may touch the memory of `a`: that of a confined arena they may not.
  public static boolean mayShare(NDArray a) {
    MemorySegment segment = a.storage().segment();
    return segment == null || segment.isAccessibleBy(OTHER);
  }

  /// Work in numbered parts. Reusable, so that iterating code starts it without allocating; one run
  /// at a time.
  public abstract static class Job {
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private int parts;
    private Thread owner;

    /// Does part `part`; runs on any thread, parts in any order.
    protected abstract void run(int part);

    /// Works until there is no part left. A fault in mapped memory is thrown where its thread next
    /// stops for the JVM; were that outside the part, the thread must still go on: the others count
    /// on it.
    private void work() {
      while (true) {
        try {
          takeParts();
          return;
        } catch (InternalError e) {
          fail(e);
        }
      }
    }

    private void takeParts() {
      int part;
      while ((part = next.getAndIncrement()) < parts) {
        try {
          run(part);
        } catch (RuntimeException | Error e) {
          // rethrown to the caller; the other parts end first, because they use its memory
          fail(e);
        }
      }
    }

    private void fail(Throwable e) {
      failure.compareAndSet(null, e);
    }
  }

  /// Runs all parts and returns when they are done. The first failure is thrown.
  public static void run(Job job, int parts) {
    job.next.set(0);
    job.parts = parts;
    job.failure.set(null);
    job.owner = Thread.currentThread();
    int helpers = Math.min(parts, Lanewise.parallelism()) - 1;
    if (helpers <= 0 || BUSY.isHeldByCurrentThread() || !BUSY.tryLock()) {
      job.work();
    } else {
      try {
        Worker[] all = workers(helpers);
        for (int i = 0; i < helpers; i++) {
          all[i].start(job);
        }
        job.work();
        for (int i = 0; i < helpers; i++) {
          all[i].await();
        }
      } finally {
        BUSY.unlock();
      }
    }
    Throwable failure = job.failure.get();
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw (RuntimeException) failure;
    }
  }

  private static Worker[] workers(int count) {
    Worker[] all = workers;
    if (all.length < count) {
      Worker[] more = java.util.Arrays.copyOf(all, count);
      for (int i = all.length; i < count; i++) {
        more[i] = new Worker(i + 1);
        more[i].start();
      }
      workers = more;
      all = more;
    }
    return all;
  }

  private static final class Worker extends Thread {
    private volatile Job job;

    Worker(int number) {
      super("lanewise-worker-" + number);
      setDaemon(true);
    }

    void start(Job work) {
      job = work;
      LockSupport.unpark(this);
    }

    /// Waits until this worker has let go of its job, which its owner may then reuse. An owner that
    /// is interrupted waits all the same, because the worker uses its memory.
    void await() {
      boolean interrupted = false;
      for (int spin = 0; job != null; spin++) {
        if (spin < SPINS) {
          Thread.onSpinWait();
        } else {
          LockSupport.park(this);
          interrupted |= Thread.interrupted();
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void run() {
      while (true) {
        try {
          serve();
        } catch (InternalError e) {
          // a late fault in mapped memory: it belongs to the job, if there is one still
          Job work = job;
          if (work != null) {
            work.fail(e);
          }
        }
      }
    }

    private void serve() {
      int spin = 0;
      while (true) {
        Job work = job;
        if (work != null) {
          work.work();
          Thread owner = work.owner;
          job = null;
          LockSupport.unpark(owner);
          spin = 0;
        } else if (spin++ < SPINS) {
          Thread.onSpinWait();
        } else {
          // the JVM interrupts threads inside memory that is closed, and an interrupted thread does
          // not park
          Thread.interrupted();
          LockSupport.park(this);
        }
      }
    }
  }
}
