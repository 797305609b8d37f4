package dev.synth.internal.cli;

import dev.synth.base.Problem;
import dev.synth.base.Remedy;
import dev.synth.internal.base.PlainText;
import java.util.Locale;

/** Problems in the words of the command line: with the names of its options and commands. */
final class OptionWords {
  private OptionWords() {}

  /** Returns the problem's message. */
  static String of(Problem problem) {
    return of(problem.complaint());
  }

  private static String of(Problem.Complaint complaint) {
    String component = complaint.component();
    StringBuilder words = new StringBuilder(component.isEmpty() ? "" : option(component) + " ");
    words.append(complaint.key().isEmpty() ? "" : complaint.key() + ": ");
    words.append(complaint.text()).append(remedy(complaint.remedy(), complaint.detail()));
    complaint.lines().forEach(line -> words.append("\n  ").append(of(line)));
    return words.toString();
  }

  /** Returns the option that sets a value, such as {@code --run-name} for {@code runName}. */
  private static String option(String component) {
    if (component.equals("overrides")) {
      return "--set";
    }
    return "--" + component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static String remedy(Remedy remedy, String detail) {
    return switch (remedy) {
      case NONE -> "";
      case RERUN -> "; compute the run anew with --rerun";
      case OVERWRITE -> ", or replace it with --overwrite";
      case OTHER_TARGET -> "; choose another file with --to, or replace it with --overwrite";
      case OTHER_TABLE ->
          "; name another with --to-table, or say --if-exists append or --if-exists replace";
      case OTHER_FOLDER -> "; choose another place, or free space on this one";
      case OTHER_RUN_NAME -> "; choose another --run-name, or replace it with --overwrite";
      case OWN_RUN_NAME -> "; wait for it, or give this run a name of its own with --run-name";
      case GENERATE -> "; make one: synth generate --config FILE";
      case EVALUATE -> ", make one: synth evaluate --config FILE";
      case GENERATE_AGAIN -> ", compute it anew: synth generate --config " + detail + " --rerun";
      case DRAW_OR_LEARN ->
          "; --from takes a finished run, to draw more rows from its model. To learn from a data"
              + " file, name it in a config: synth generate --config FILE";
      case NO_ARM -> "; without --arm, auto picks for these rows";
      case ARM_WITH_ROWS -> "; name them with the arm: --arm '" + detail + ", ratio 0.1'";
      case NAME_DRIVER ->
          PlainText.of(
              "; name the driver's jar with --driver-path, or as %s.driver_path in the config, or"
                  + " correct the URL",
              detail);
      case LENIENT -> "; --lenient counts it and scores all the same";
      case UNJUDGED -> "; --unjudged fits it all the same";
      case NAME_ID -> "; name it with --id";
      case NAME_RUN -> ", or name the run with --run";
      case RECORD_ROWS -> "; compute the run anew: synth generate with --show-rows and --rerun";
      case MORE_MEMORY ->
          PlainText.of(
              ", or give the JVM more than its %s MB: SYNTH_JAVA_OPTS=-Xmx%sg",
              megabytes(), gigabytesOfTwice());
    };
  }

  private static long megabytes() {
    return Runtime.getRuntime().maxMemory() >> 20;
  }

  /** Twice what the JVM may use today, in whole gigabytes. */
  private static long gigabytesOfTwice() {
    return Math.max(1, Math.ceilDiv(2 * megabytes(), 1024L));
  }
}
