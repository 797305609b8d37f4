package dev.synth.internal.experiment.run;

import dev.synth.base.Context;
import dev.synth.base.Progress;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.files.Stopwatch;
import dev.synth.run.RunFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes down what a run tells, with the time of each line, for {@code log.txt}: notes, and each
 * stage when it ends, those inside others too. Whoever is told otherwise is told all the same.
 *
 * <p>A file can follow, line by line, so that a run that is killed leaves what it told.
 */
public final class RunLog implements Progress {
  /** More lines help nobody. */
  private static final int MOST_LINES = 10_000;

  private final Progress told;
  private final List<String> lines = new ArrayList<>();
  private int leftOut;
  private @Nullable Path following;

  /**
   * A log beside what is told.
   *
   * @param told who is told otherwise
   */
  public RunLog(Progress told) {
    this.told = told;
  }

  /** Returns a context that tells this log too. */
  public Context in(Context context) {
    return new Context(context.seeds(), this, context.cancellation());
  }

  @Override
  public Stage stage(String name, long total, String unit) {
    return new Logged(told.stage(name, total, unit), name, unit);
  }

  @Override
  public void note(String message) {
    add(message);
    told.note(message);
  }

  private synchronized void add(String message) {
    if (lines.size() < MOST_LINES) {
      String now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
      String line = now + "  " + message.replaceAll("\\p{Cntrl}", " ");
      lines.add(line);
      append(line + "\n");
    } else {
      leftOut++;
    }
  }

  /** Lets a file have the lines so far, and each further one at once. */
  public synchronized void follow(Path file) {
    following = file;
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    append(text.toString());
  }

  /** No run fails for want of its log. */
  private void append(String text) {
    Path file = following;
    if (file == null) {
      return;
    }
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      following = null;
    }
  }

  /** Writes the lines so far to a run's folder; no file follows any more. */
  public synchronized void write(Path folder) {
    following = null;
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    if (leftOut > 0) {
      text.append(PlainText.of("%d more lines are left out\n", leftOut));
    }
    OutputFiles.text(RunFile.LOG.in(folder), text.toString());
  }

  private final class Logged implements Stage {
    private final Stage shown;
    private final String name;
    private final String unit;
    private final Stopwatch watch = Stopwatch.start();
    private long done;
    private boolean closed;

    Logged(Stage shown, String name, String unit) {
      this.shown = shown;
      this.name = name;
      this.unit = unit;
    }

    @Override
    public void advance(long more) {
      synchronized (RunLog.this) {
        done += more;
      }
      shown.advance(more);
    }

    @Override
    public void doing(String what) {
      shown.doing(what);
    }

    @Override
    public void doing(String what, String part, int number, int total) {
      shown.doing(what, part, number, total);
    }

    @Override
    public void close() {
      synchronized (RunLog.this) {
        if (!closed) {
          closed = true;
          add(PlainText.of("%s: %,d %s in %.3f s", name, done, unit, watch.seconds()));
        }
      }
      shown.close();
    }
  }
}
