package dev.synth.internal.report.profile;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.YamlText;
import dev.synth.internal.profile.SplitAdvice;
import dev.synth.internal.report.format.LineBreaks;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.format.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The split that is advisable. */
public final class SplitSection {
  private SplitSection() {}

  /** Returns the split to take, and why. */
  public static Section of(SplitAdvice split) {
    return new Section("Advisable split", sentences(split));
  }

  /** Returns the same in sentences alone. */
  public static List<String> sentences(SplitAdvice split) {
    List<String> says = new ArrayList<>();
    String grouped =
        split.group() == null ? "" : PlainText.of(", group: %s", YamlText.of(split.group()));
    boolean groups = split.reasons().contains(SplitAdvice.Reason.GROUPED);
    if (split.byTime()) {
      says.add(
          PlainText.of(
              "split: {method: time}, with data: {time: %s%s}",
              YamlText.of(Objects.requireNonNull(split.time())), groups ? grouped : ""));
    } else {
      says.add(
          groups
              ? PlainText.of(
                  "split: {method: random}, with data: {group: %s}",
                  YamlText.of(Objects.requireNonNull(split.group())))
              : "split: {method: random}, the default");
    }
    for (SplitAdvice.Reason reason : split.reasons()) {
      says.add(LineBreaks.sentenceCase(why(reason, split)));
    }
    return says;
  }

  private static String why(SplitAdvice.Reason reason, SplitAdvice split) {
    return switch (reason) {
      case DRIFT ->
          "things change over time, so a random split looks better than the future will be.";
      case NO_DRIFT ->
          PlainText.of(
              "over '%s' no column changes by 0.1 or more, and the share of rare rows no more than"
                  + " by chance; a split by time would cost test rows and show little more.",
              split.time());
      case FEW_LATE ->
          PlainText.of(
              "the last fifth of the time has %d rare rows, and a verdict by time takes %d: too"
                  + " few.",
              split.lateRare(), SplitAdvice.FEWEST_LATE);
      case NO_TIME -> "no column orders the rows in time; if one does, name it as the time.";
      case GROUPED ->
          PlainText.of(
              "rare rows come in %s groups of '%s': unless a group stays on one side, a random"
                  + " split has neighbours on both sides and looks too good.",
              ReportNumbers.count(split.groups()), split.group());
      case UNGROUPED ->
          PlainText.of(
              "rare rows hardly share a '%s', so it need not be kept together.", split.group());
      case NO_GROUP ->
          "no column names what rows belong to (a card, a customer); if one does, name it as the"
              + " group.";
    };
  }
}
