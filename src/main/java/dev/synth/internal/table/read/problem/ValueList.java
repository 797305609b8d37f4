package dev.synth.internal.table.read.problem;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.YamlText;
import dev.synth.table.reading.Counted;
import java.util.List;
import java.util.stream.Collectors;

/** Values of the label in a text. */
public final class ValueList {
  private static final int LISTED = 10;

  private ValueList() {}

  /** Returns the first values with their numbers of rows, and how many more there are. */
  public static String listed(List<Counted> values) {
    String listed =
        values.stream()
            .limit(LISTED)
            .map(
                value ->
                    PlainText.of(
                        "'%s' (%d %s)",
                        ReadProblems.shown(value.text()),
                        value.rows(),
                        value.rows() == 1 ? "row" : "rows"))
            .collect(Collectors.joining(", "));
    int more = values.size() - LISTED;
    return more > 0 ? listed + PlainText.of(" and %d more", more) : listed;
  }

  /** Returns the first of some names in quotes, and how many more there are. */
  public static String named(List<String> names) {
    String first =
        names.stream()
            .limit(LISTED)
            .map(name -> "'" + name + "'")
            .collect(Collectors.joining(", "));
    int more = names.size() - LISTED;
    return more > 0 ? first + PlainText.of(" and %d more", more) : first;
  }

  /** Returns values as a config has them: a list, or one value in quotes. */
  public static String written(List<String> values) {
    List<String> scalars = values.stream().map(YamlText::of).toList();
    String first = scalars.getFirst();
    if (scalars.size() > 1) {
      return "[" + String.join(", ", scalars) + "]";
    }
    return first.startsWith("'") || first.startsWith("\"") ? first : "'" + first + "'";
  }
}
