package dev.synth.internal.cli.terminal;

import dev.synth.base.Progress;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Progress on standard error: a live bar on a terminal, plain lines elsewhere.
 *
 * <p>One stage is shown at a time; a stage that starts while another is running is not shown.
 */
public final class StandardErrorProgress implements Progress {
  private static final int BAR_WIDTH = 24;
  private static final long REDRAW_NANOS = 100_000_000L;
  private static final long PLAIN_LINE_NANOS = 10_000_000_000L;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final String CLEAR_LINE = "\r\u001b[K";

  /** A bar that is wider than the terminal is cut: wrapped, it could not be painted over. */
  private static final String NO_WRAP = "\u001b[?7l";

  private static final String WRAP = "\u001b[?7h";

  private final PrintStream err;
  private final boolean live;
  private final Appearance look;
  private final LongSupplier nanoClock;
  private boolean busy;

  /**
   * The look of progress.
   *
   * @param isLive whether a bar is painted over and over, which a terminal alone can show
   * @param isVerbose whether stages inside others are told too
   * @param colours the bar's
   */
  public record Appearance(boolean isLive, boolean isVerbose, Colours colours) {
    /** Plain lines, or a bar without colours. */
    public static Appearance plain(boolean isLive) {
      return new Appearance(isLive, false, Colours.NONE);
    }
  }

  /**
   * Progress on a stream.
   *
   * @param err where it is shown
   * @param look how
   * @param nanoClock a clock in nanoseconds
   */
  public StandardErrorProgress(PrintStream err, Appearance look, LongSupplier nanoClock) {
    this.err = err;
    this.look = look;
    this.live = look.isLive();
    this.nanoClock = nanoClock;
  }

  @Override
  public synchronized Stage stage(String name, long total, String unit) {
    if (busy) {
      return look.isVerbose() ? new Inner(name, unit) : done -> {};
    }
    busy = true;
    Shown stage = new Shown(name, total, unit);
    if (live) {
      stage.paint(stage.started);
    }
    return stage;
  }

  @Override
  public synchronized void note(String message) {
    err.println((live ? CLEAR_LINE : "") + message);
    err.flush();
  }

  /** A stage inside another, which is told when it ends. */
  private final class Inner implements Stage {
    private final String name;
    private final String unit;
    private final long started = nanoClock.getAsLong();
    private long done;
    private boolean closed;

    Inner(String name, String unit) {
      this.name = name;
      this.unit = unit;
    }

    @Override
    public void advance(long more) {
      synchronized (StandardErrorProgress.this) {
        done += more;
      }
    }

    @Override
    public void close() {
      synchronized (StandardErrorProgress.this) {
        if (!closed) {
          closed = true;
          tell("  " + name, done, unit, started);
        }
      }
    }
  }

  private void tell(String name, long done, String unit, long started) {
    double seconds = (nanoClock.getAsLong() - started) / NANOS_PER_SECOND;
    err.println(
        (live ? CLEAR_LINE : "")
            + String.format(
                Locale.ROOT, "%-12s %,d %s in %.1f s", name, done, counted(done, unit), seconds));
    err.flush();
  }

  /** Returns the unit of a count; of one, its first word without the plural's s. */
  private static String counted(long count, String unit) {
    return count == 1 ? unit.replaceFirst("^(\\p{L}+)s\\b", "$1") : unit;
  }

  private final class Shown implements Stage {
    private final String name;
    private final long total;
    private final String unit;
    private final long started = nanoClock.getAsLong();
    private long lastDrawn = started;
    private long done;
    private String doing = "";
    private boolean closed;

    Shown(String name, long total, String unit) {
      this.name = name;
      this.total = total;
      this.unit = unit;
    }

    @Override
    public void advance(long more) {
      synchronized (StandardErrorProgress.this) {
        done += more;
        drawIfDue();
      }
    }

    @Override
    public void doing(String what) {
      synchronized (StandardErrorProgress.this) {
        doing = what;
        drawIfDue();
      }
    }

    @Override
    public void doing(String what, String part, int number, int total) {
      doing(String.format(Locale.ROOT, "%s, %s %d of %d", what, part, number, total));
    }

    private void drawIfDue() {
      long now = nanoClock.getAsLong();
      if (!closed && now - lastDrawn >= (live ? REDRAW_NANOS : PLAIN_LINE_NANOS)) {
        lastDrawn = now;
        paint(now);
      }
    }

    @Override
    public void close() {
      synchronized (StandardErrorProgress.this) {
        if (!closed) {
          closed = true;
          busy = false;
          end();
        }
      }
    }

    /** A stage that came nowhere has failed, which something else says. */
    private void end() {
      if (done > 0) {
        tell(name, done, unit, started);
      } else if (live) {
        err.print(CLEAR_LINE);
        err.flush();
      }
    }

    private void paint(long now) {
      double seconds = (now - started) / NANOS_PER_SECOND;
      double rate = seconds > 0 ? done / seconds : 0;
      boolean isKnown = total != UNKNOWN;
      String text =
          isKnown
              ? String.format(
                  Locale.ROOT,
                  "%-12s %s %,d/%,d %s",
                  name,
                  bar(),
                  Math.min(done, total),
                  total,
                  counted(total, unit))
              : String.format(Locale.ROOT, "%-12s %,d %s", name, done, counted(done, unit));
      if (done > 0 && rate > 0) {
        text += String.format(Locale.ROOT, ", %s/s", rateText(rate));
        text +=
            isKnown ? String.format(Locale.ROOT, ", %s left", clock((total - done) / rate)) : "";
      }
      text += doing.isEmpty() ? "" : " (" + doing + ")";
      if (live) {
        err.print(CLEAR_LINE + NO_WRAP + text + WRAP);
      } else {
        err.println(text);
      }
      err.flush();
    }

    private String bar() {
      int filled = (int) Math.min(BAR_WIDTH, BAR_WIDTH * done / Math.max(1, total));
      return live ? look.colours().done("█".repeat(filled)) + "░".repeat(BAR_WIDTH - filled) : "";
    }
  }

  private static String rateText(double rate) {
    return String.format(Locale.ROOT, rate < 10 ? "%.1f" : "%,.0f", rate);
  }

  private static String clock(double seconds) {
    long whole = Math.max(0, Math.round(seconds));
    return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
  }
}
