package dev.synth.internal.serve.state;

import dev.synth.base.Problem;
import dev.synth.internal.features.Event;
import dev.synth.internal.features.FeatureMachine;
import dev.synth.internal.features.FeaturePlan;
import dev.synth.internal.features.MachineImage;
import dev.synth.internal.features.StateCodec;
import dev.synth.internal.files.FileLocks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A machine behind a server. What comes is written to a log before it is taken. Now and then the
 * whole state is written beside it. So a process that was killed goes on where it was. Safe for use
 * by several threads.
 */
public final class FeatureState implements AutoCloseable {
  private final StateOptions options;
  private final FeaturePlan plan;
  private final @Nullable StateFolder folder;
  private final FileLocks.@Nullable Held held;
  private final ExecutorService writing =
      Executors.newSingleThreadExecutor(BackgroundThreads.named("synth-state").factory());
  private final Object lock = new Object();
  private final Consumer<String> warnings;
  private FeatureMachine machine;
  private @Nullable EventLog log;
  private int sinceSnapshot;

  /**
   * The size of a state.
   *
   * @param counts what came
   * @param events how many events are remembered
   * @param entities of how many entities
   */
  public record Size(FeatureMachine.Counts counts, int events, int entities) {}

  /**
   * A label.
   *
   * @param id the event's id
   * @param isRare whether it is rare
   * @param arrivalMicros when it arrived; {@link Long#MIN_VALUE} for now
   */
  public record KnownLabel(String id, boolean isRare, long arrivalMicros) {}

  /**
   * Opens a state: goes on where the folder's was, or begins.
   *
   * @param warm feeds earlier rows where there is no state yet
   * @param warnings takes a sentence where a snapshot can't be written
   * @throws dev.synth.base.Problem if the folder can't be used, or is of other features
   */
  public FeatureState(
      FeaturePlan plan,
      StateOptions options,
      Consumer<FeatureMachine> warm,
      Consumer<String> warnings) {
    this.warnings = warnings;
    this.plan = plan;
    this.options = options;
    Path place = options.folder();
    this.folder = place == null ? null : new StateFolder(place, plan);
    this.held = place == null ? null : lock(place);
    if (folder != null) {
      folder.tidy();
    }
    this.machine = new FeatureMachine(plan, options.mostEvents());
    boolean isNew = folder == null || !goOn(folder);
    if (isNew) {
      warm.accept(machine);
    }
    if (folder != null) {
      int number = folder.next();
      folder.write(number, machine.image());
      log = folder.begin(number);
    }
  }

  private static FileLocks.Held lock(Path place) {
    return FileLocks.tryExclusive(place.resolve("lock"))
        .orElseThrow(() -> Problem.environment("another process keeps its state in %s", place));
  }

  /** Reads the newest snapshot and what came after it; returns whether there was anything. */
  private boolean goOn(StateFolder from) {
    int newest = from.newest();
    MachineImage image = from.read(newest);
    if (image != null) {
      machine = new FeatureMachine(plan, options.mostEvents(), image);
    }
    List<Path> logs = from.logs(newest);
    for (Path each : logs) {
      EventLog.read(each, new StateCodec(plan), replayed());
    }
    return image != null || !logs.isEmpty();
  }

  private EventLog.Taker replayed() {
    return new EventLog.Taker() {
      @Override
      public void event(Event event) {
        try {
          machine.take(event);
        } catch (FeatureMachine.Full e) {
          // it was refused then, too
        }
      }

      @Override
      public void label(String id, boolean isRare, long arrivalMicros) {
        machine.label(id, isRare, arrivalMicros);
      }
    };
  }

  /**
   * Takes events, in their order.
   *
   * @throws FeatureMachine.Full if there is no room for one; those before it count
   */
  public List<FeatureMachine.Taken> take(List<Event> events) {
    synchronized (lock) {
      List<FeatureMachine.Taken> taken = new ArrayList<>();
      for (Event event : events) {
        if (log != null) {
          log.add(event);
        }
        taken.add(machine.take(event));
      }
      snapshotAfter(events.size());
      return taken;
    }
  }

  /**
   * Takes labels, and returns how many count: those of events that are remembered and have none.
   */
  public int label(List<KnownLabel> labels) {
    synchronized (lock) {
      int counted = 0;
      for (KnownLabel label : labels) {
        if (log != null) {
          log.add(label.id(), label.isRare(), label.arrivalMicros());
        }
        counted += machine.label(label.id(), label.isRare(), label.arrivalMicros()) ? 1 : 0;
      }
      snapshotAfter(labels.size());
      return counted;
    }
  }

  /** Begins a new log behind a snapshot, which is written by another thread. */
  private void snapshotAfter(int entries) {
    StateFolder place = folder;
    EventLog old = log;
    sinceSnapshot += entries;
    if (place == null || old == null || sinceSnapshot < options.snapshotEvents()) {
      return;
    }
    sinceSnapshot = 0;
    int number = place.next();
    MachineImage image = machine.image();
    log = place.begin(number);
    old.close();
    writing.execute(() -> write(place, number, image));
  }

  /** Writes a snapshot; without it the logs since the last one are kept, and nothing is lost. */
  private void write(StateFolder place, int number, MachineImage image) {
    try {
      place.write(number, image);
    } catch (Problem problem) {
      warnings.accept(problem.complaint().text() + "; the logs since the last snapshot are kept");
    }
  }

  /** Returns how much is remembered. */
  public Size size() {
    synchronized (lock) {
      return new Size(machine.counts(), machine.size(), machine.entityCount());
    }
  }

  /** Returns the plan. */
  public FeaturePlan plan() {
    return plan;
  }

  /** Returns the time, against events from the future, in microseconds. */
  public long nowMicros() {
    return options.clock().millis() * 1000;
  }

  /**
   * Writes a last snapshot.
   *
   * @throws Problem if it can't be written; the logs since the last one are kept
   */
  @Override
  public void close() {
    synchronized (lock) {
      writing.close();
      StateFolder place = folder;
      try {
        if (place != null && log != null) {
          log.close();
          log = null;
          place.write(place.next(), machine.image());
        }
      } finally {
        if (held != null) {
          held.close();
        }
      }
    }
  }
}
