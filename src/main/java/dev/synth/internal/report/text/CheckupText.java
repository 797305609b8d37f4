package dev.synth.internal.report.text;

import dev.synth.internal.base.Json;
import dev.synth.internal.listing.Checkup;
import dev.synth.internal.listing.Checkup.Check;
import dev.synth.internal.listing.Checkup.Status;
import dev.synth.internal.listing.Checkup.Topic;
import dev.synth.internal.report.format.LineBreaks;
import dev.synth.internal.report.format.TextGrid;
import java.util.ArrayList;
import java.util.List;

/** The text on what a machine has of what synth needs, for standard output. */
public final class CheckupText {
  private static final int INDENT = 13;

  private CheckupText() {}

  /** Returns one line a topic, what is wrong below it, and the sum of it all. */
  public static String plain(Checkup checkup) {
    List<String> lines = new ArrayList<>();
    for (Check check : checkup.checks()) {
      lines.addAll(LineBreaks.hanging(line(check), TextGrid.WIDTH, INDENT));
    }
    lines.add("");
    lines.add(
        checkup.isAnythingMissing()
            ? "Something that synth needs is missing; see above."
            : "All that synth needs is here.");
    return String.join("\n", lines) + "\n";
  }

  /** Returns the same for programs. */
  public static String json(Checkup checkup) {
    return Json.write(checkup);
  }

  private static String line(Check check) {
    String name = title(check.topic());
    String start = name + " ".repeat(INDENT - name.length());
    return start
        + switch (check.status()) {
          case OK -> found(check);
          case NOTE -> found(check) + ". " + note(check);
          case MISSING -> "MISSING: " + check.reason();
        };
  }

  private static String title(Topic topic) {
    return switch (topic) {
      case VERSION -> "synth";
      case JDK -> "Java";
      case SYSTEM -> "system";
      case PROCESSORS -> "processors";
      case MEMORY -> "memory";
      case NETWORKS -> "networks";
      case GPU -> "GPU";
      case KERNEL -> "BLAS kernel";
      case TABLES -> "tables";
      case FOLDER -> "runs go to";
    };
  }

  private static String found(Check check) {
    if (!check.found().isEmpty()) {
      return check.found();
    }
    return switch (check.topic()) {
      case GPU -> "not used: this build has no CUDA backend";
      case KERNEL ->
          "what OpenBLAS takes for this processor, which OPENBLAS_VERBOSE=2 before the command"
              + " prints; SYNTH_PORTABLE=1 makes machines agree";
      default -> "";
    };
  }

  private static String note(Check check) {
    String reason = check.reason();
    if (reason != null) {
      return reason;
    }
    return check.topic() == Topic.MEMORY && check.status() == Status.NOTE
        ? "Large tables need more: SYNTH_JAVA_OPTS=-Xmx4g gives it to the launcher"
        : "";
  }
}
