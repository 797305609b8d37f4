package dev.synth.internal.serve;

import dev.synth.base.Problem;
import dev.synth.internal.bundle.BundleFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Looks every second whether another bundle lies in a folder, and has it read. A bundle that can't
 * be read is tried once and told of; the model stays.
 */
final class BundleWatch implements AutoCloseable {
  private final Path folder;
  private final Duration pause;
  private final Runnable reload;
  private final Consumer<String> warnings;
  private final Thread thread;
  private volatile boolean closing;

  /**
   * A watch.
   *
   * @param pause the time between two looks
   * @param reload reads the bundle
   * @param warnings takes a sentence where that fails
   */
  BundleWatch(Path folder, Duration pause, Runnable reload, Consumer<String> warnings) {
    this.folder = folder;
    this.pause = pause;
    this.reload = reload;
    this.warnings = warnings;
    String seen = BundleFiles.sums(folder);
    thread = Thread.ofPlatform().name("synth-watch").daemon(true).start(() -> watch(seen));
  }

  private void watch(String first) {
    String seen = first;
    try {
      while (!closing) {
        Thread.sleep(pause);
        String now = BundleFiles.sums(folder);
        if (!now.equals(seen) && !now.isEmpty()) {
          seen = now;
          read();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    try {
      reload.run();
    } catch (Problem problem) {
      warnings.accept(problem.complaint().text() + "; the model stays");
    }
  }

  @Override
  public void close() {
    closing = true;
    thread.interrupt();
  }
}
