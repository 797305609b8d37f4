package dev.synth.internal.report.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.compare.Verdict;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.listing.RunDifference;
import dev.synth.internal.listing.RunListing;
import dev.synth.internal.listing.RunListing.Entry;
import dev.synth.internal.listing.RunListing.State;
import dev.synth.internal.report.format.LineBreaks;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.format.TextGrid;
import dev.synth.internal.report.format.TextGrid.Alignment;
import dev.synth.internal.report.wording.VerdictSentence;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The runs on disk, and two of them side by side, for standard output. */
public final class RunsText {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final double KILO = 1000;
  private static final int LONGEST_VALUE = 36;

  private RunsText() {}

  /** Returns a line a run. */
  public static String plain(RunListing listing) {
    if (listing.runs().isEmpty()) {
      return "There is no run here.\n";
    }
    TextGrid grid =
        new TextGrid(TextGrid.WIDTH)
            .column("run", Alignment.LEFT, 0)
            .column("state", Alignment.LEFT, 0)
            .column("gates", Alignment.LEFT, 2)
            .column("verdict", Alignment.LEFT, 1)
            .column("size", Alignment.RIGHT, 0)
            .column("changed (UTC)", Alignment.LEFT, 0);
    grid.heading("run");
    long bytes = 0;
    for (Entry run : listing.runs()) {
      bytes += run.bytes();
      grid.row(
          List.of(
              run.name(),
              state(run.state()),
              gates(run.gatesPassed()),
              verdict(run.verdict()),
              size(run.bytes()),
              MINUTE.format(run.changed())));
    }
    List<String> lines = new ArrayList<>(grid.lines());
    lines.add("");
    lines.add(
        PlainText.of(
            "%d %s, %s.",
            listing.runs().size(), listing.runs().size() == 1 ? "run" : "runs", size(bytes)));
    return String.join("\n", lines) + "\n";
  }

  /** Returns the runs for programs. */
  public static String json(RunListing listing) {
    ObjectNode tree = Json.mapper().createObjectNode();
    ArrayNode runs = tree.putArray("runs");
    for (Entry run : listing.runs()) {
      ObjectNode own = runs.addObject();
      own.put("name", run.name());
      own.put("state", run.state().name().toLowerCase(Locale.ROOT));
      own.put("gates_passed", run.gatesPassed());
      own.put("verdict", word(run.verdict()));
      own.put("bytes", run.bytes());
      own.put("changed", run.changed().toString());
      ArrayNode places = own.putArray("places");
      run.places().forEach(place -> places.add(place.toString()));
    }
    return Json.write(tree);
  }

  /** Returns what two runs differ in. */
  public static String plain(RunDifference difference) {
    List<String> lines = new ArrayList<>();
    for (RunDifference.Side side : List.of(difference.first(), difference.second())) {
      String headline = side.headline();
      String gates = gates(side.gatesPassed());
      lines.addAll(
          LineBreaks.hanging(
              side.name()
                  + ": "
                  + (headline == null ? "Nothing was compared." : headline)
                  + (gates.isEmpty() ? "" : " Its gates " + gates + "."),
              TextGrid.WIDTH,
              2));
    }
    String versions = difference.first().version();
    if (!versions.equals(difference.second().version())) {
      lines.add(
          PlainText.of(
              "Made by different versions: %s and %s.", versions, difference.second().version()));
    }
    lines.add("");
    if (difference.keys().isEmpty()) {
      lines.add("Their configs say the same.");
    } else {
      lines.addAll(keys(difference));
    }
    if (!difference.figures().isEmpty()) {
      lines.add("");
      lines.addAll(figures(difference));
    }
    return String.join("\n", lines) + "\n";
  }

  private static List<String> keys(RunDifference difference) {
    TextGrid grid = grid("config key", difference, Alignment.LEFT);
    for (RunDifference.Key key : difference.keys()) {
      grid.row(List.of(key.key(), value(key.first()), value(key.second())));
    }
    return grid.lines();
  }

  private static TextGrid grid(String first, RunDifference difference, Alignment side) {
    TextGrid grid =
        new TextGrid(TextGrid.WIDTH)
            .column(first, Alignment.LEFT, 0)
            .column(difference.first().name(), side, 0)
            .column(difference.second().name(), side, 0);
    grid.heading(first);
    return grid;
  }

  private static String value(@Nullable String value) {
    String text = Objects.requireNonNullElse(value, ReportNumbers.NONE);
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 1) + "…";
  }

  private static List<String> figures(RunDifference difference) {
    TextGrid grid = grid("mean over repeats", difference, Alignment.RIGHT);
    for (RunDifference.Figure figure : difference.figures()) {
      grid.row(
          List.of(
              figure.arm() + ": " + figure.metric(),
              ReportNumbers.plain(figure.first()),
              ReportNumbers.plain(figure.second())));
    }
    return grid.lines();
  }

  /** Returns what two runs differ in, for programs. */
  public static String json(RunDifference difference) {
    ObjectNode tree = Json.mapper().createObjectNode();
    side(tree.putObject("first"), difference.first());
    side(tree.putObject("second"), difference.second());
    tree.set("keys", Json.tree(difference.keys()));
    tree.set("figures", Json.tree(difference.figures()));
    return Json.write(tree);
  }

  private static void side(ObjectNode tree, RunDifference.Side side) {
    tree.put("name", side.name());
    tree.put("version", side.version());
    tree.put("gates_passed", side.gatesPassed());
    tree.put("verdict", word(side.verdict()));
    tree.put("headline", side.headline());
  }

  /** Says what was removed, or would be. */
  public static String swept(RunListing listing, boolean isDone) {
    if (listing.runs().isEmpty()) {
      return "There is nothing to remove.\n";
    }
    return plain(listing) + (isDone ? "They are removed.\n" : "They would be removed.\n");
  }

  private static String state(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static String gates(@Nullable Boolean passed) {
    return passed == null ? "" : passed ? "passed" : "failed";
  }

  private static String verdict(@Nullable Verdict verdict) {
    return verdict == null ? "" : VerdictSentence.title(verdict).replaceFirst(",.*", "");
  }

  private static @Nullable String word(@Nullable Verdict verdict) {
    return verdict == null ? null : verdict(verdict).toLowerCase(Locale.ROOT);
  }

  private static String size(long bytes) {
    return bytes < KILO * KILO
        ? PlainText.of("%.0f kB", bytes / KILO)
        : PlainText.of("%,.1f MB", bytes / KILO / KILO);
  }
}
