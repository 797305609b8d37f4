package dev.synth.internal.report.wording;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.YamlText;
import dev.synth.internal.relation.RelationFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Notes on the relations that were found between columns, one each. */
public final class RelationSentences {
  /** The most relations that are printed. */
  private static final int MOST = 40;

  /** The relations that are named to somebody who watches. */
  private static final int NAMED = 2;

  private RelationSentences() {}

  /** Returns the notes; none where nothing was found. */
  public static List<String> of(RelationFacts facts) {
    List<String> notes = new ArrayList<>();
    int count = facts.rules().size();
    if (count > 0) {
      notes.add(
          holding(count)
              + " (relations: off, or {ignore: [...]}, for those by chance); as 'rules':");
      facts.rules().stream().limit(MOST).forEach(rule -> notes.add("  - " + yaml(rule)));
      if (count > MOST) {
        notes.add(PlainText.of("  (and %d more, in model/relations.json)", count - MOST));
      }
    }
    if (!facts.codes().isEmpty()) {
      notes.add(codes(facts.codes()));
    }
    facts.ofRare().stream().limit(MOST).forEach(each -> notes.add(ofRare(each)));
    facts.unsearched().forEach(each -> notes.add(unsearched(each)));
    facts
        .unknown()
        .forEach(
            rule ->
                notes.add(
                    PlainText.of(
                        "warning: relations.ignore: '%s' is none of the relations that were found",
                        rule)));
    return List.copyOf(notes);
  }

  /**
   * Returns the notes for somebody who watches a run: of many relations two are named, and the rest
   * is as {@link #of} has it.
   */
  public static List<String> brief(RelationFacts facts) {
    List<String> all = of(facts);
    int count = facts.rules().size();
    if (count == 0) {
      return all;
    }
    boolean isShort = count <= NAMED;
    List<String> notes = new ArrayList<>();
    notes.add(
        PlainText.of(
            "%s%s %s (%srelations: off, or {ignore: [...]}, for those by chance)",
            holding(count),
            isShort ? ":" : ", such as",
            facts.rules().stream().limit(NAMED).collect(Collectors.joining(" and ")),
            isShort ? "" : "a dry run lists all; "));
    int listed = 1 + Math.min(count, MOST) + (count > MOST ? 1 : 0);
    notes.addAll(all.subList(listed, all.size()));
    return List.copyOf(notes);
  }

  private static String holding(int count) {
    return count == 1
        ? "1 relation holds in all training rows, and synthetic rows keep it"
        : count + " relations hold in all training rows, and synthetic rows keep them";
  }

  private static String unsearched(RelationFacts.Unsearched each) {
    String what =
        switch (each.topic()) {
          case SUMS_AND_PRODUCTS -> "sums and products: among the first %d of %d number columns";
          case SUMS_OF_FOUR -> "sums of four: among the first %d of %d number columns";
          case SUMS_OF_FIVE -> "sums of five: among the first %d of %d number columns";
          case TIMES -> "parts and differences of times: among the first %d of %d columns of times";
          case MISSING_TOGETHER ->
              "which columns are missing wherever another is: among the first %d of %d columns";
        };
    return PlainText.of("not searched for relations: " + what, each.among(), each.of());
  }

  private static String codes(List<String> columns) {
    boolean isOne = columns.size() == 1;
    String names = columns.stream().map(each -> "'" + each + "'").collect(Collectors.joining(", "));
    String types =
        columns.stream()
            .map(each -> YamlText.of(each) + ": categorical")
            .collect(Collectors.joining(", "));
    return PlainText.of(
            "%s %s taken for codes (numbers that repeat and leave gaps): rows have known"
                + " values",
            names, isOne ? "is" : "are")
        + PlainText.of(
            " alone; %s of things, set data.types: {%s}",
            isOne ? "if it holds names" : "where they are names", types);
  }

  private static String ofRare(RelationFacts.OfRare each) {
    return String.format(
        Locale.ROOT,
        "in the rare training rows alone: %s (%.1f %% of the others break it); said, but not"
            + " enforced",
        each.rule(),
        100 * each.brokenShare());
  }

  /** Returns a rule as an item of a YAML list; most read well without quotes. */
  private static String yaml(String rule) {
    boolean isPlain =
        Character.isLetterOrDigit(rule.charAt(0)) && !rule.contains(": ") && !rule.contains(" #");
    return isPlain ? rule : YamlText.of(rule);
  }
}
