package dev.synth.internal.report.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.format.ReportNumbers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A selection of rows for standard output, read from its facts alone. */
public final class SelectionText {
  private SelectionText() {}

  /**
   * Returns the selection for people, or as JSON.
   *
   * @param folder its folder
   * @param facts the file of its facts, within
   */
  public static String of(Path folder, String facts, boolean json) {
    try {
      String text = Files.readString(folder.resolve(facts));
      return json ? text : plain(folder, Json.mapper().readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String plain(Path folder, JsonNode facts) {
    StringBuilder text = new StringBuilder();
    text.append(PlainText.of("%s: rows of %s\n\n", folder, facts.path("source").asText()));
    for (String part : new String[] {"training", "validation", "test"}) {
      line(facts, part, text);
    }
    left(facts.path("unlabelled").asLong(), "without a label", text);
    left(facts.path("without_time").asLong(), "without a time", text);
    JsonNode events = facts.path("events");
    if (events.isObject()) {
      text.append(
          PlainText.of(
              "%s columns of features were made of %s events; %s more were retries, %s came too"
                  + " late\n",
              count(events, "features"),
              ReportNumbers.count(
                  (double)
                      (events.path("rows").asLong()
                          - events.path("retries").asLong()
                          - events.path("late").asLong())),
              count(events, "retries"),
              count(events, "late")));
    }
    return text.append(
            PlainText.of("\nNext: synth evaluate --config %s\n", folder.resolve("config.yaml")))
        .toString();
  }

  private static String count(JsonNode facts, String key) {
    return ReportNumbers.count(facts.path(key).asDouble());
  }

  private static String count(long things, String one) {
    return ReportNumbers.count((double) things) + " " + (things == 1 ? one : one + "s");
  }

  private static void line(JsonNode facts, String part, StringBuilder text) {
    long rare = 0;
    long others = 0;
    long taken = 0;
    for (JsonNode each : facts.path("parts")) {
      if (Objects.equals(each.path("part").asText(), part)) {
        rare += each.path("rare").asLong();
        others += each.path("others").asLong();
        taken += each.path("others_taken").asLong();
      }
    }
    JsonNode start = facts.path(part + "_from");
    String from = start.isTextual() ? " from " + start.asText() : "";
    String how =
        taken == others
            ? "all taken"
            : PlainText.of(
                "%s taken, each for %.1f rows",
                ReportNumbers.count((double) taken), (double) others / taken);
    text.append(
        PlainText.of(
            "%s%s: %s, all taken; %s, %s\n",
            part, from, count(rare, "rare row"), count(others, "other"), how));
  }

  private static void left(long rows, String why, StringBuilder text) {
    if (rows > 0) {
      text.append(
          PlainText.of("%s %s %s left out\n", count(rows, "row"), why, rows == 1 ? "is" : "are"));
    }
  }
}
