package dev.synth.internal.validate;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.Metric.Definition;
import dev.synth.internal.validate.metric.Metric.Description;
import dev.synth.internal.validate.metric.Metric.MetricProtocol;
import dev.synth.validate.Goal;
import dev.synth.validate.ValidationOptions;
import dev.synth.validate.ValidationOptions.Preset;
import dev.synth.validate.ValidationOptions.Privacy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The reference of all metrics, written from the metrics themselves. */
public final class MetricReference {
  private static final String INTRODUCTION =
      """
      # Metrics

      Every metric by which synthetic rows are judged. This page is generated from the metrics in \
      the source.

      Each metric compares rare synthetic rows with rare real ones. Its *noise floor* is the same \
      metric for real rows against as many other real rows. A value means nothing without its floor. \
      The columns are those that both sides have; identifiers and excluded columns are not looked at. \
      A number is itself, a point in time is in microseconds, and missing is its own fact. Infinite \
      numbers are refused when a file is read, so that no metric meets one.

      *Rows* below are the fewest that a side needs, and the most that one draw of the floor takes. \
      Where there are more, each draw is a sample, and the floor's band is the sampling error. A \
      metric "over all rows" is computed once over all rows (up to its limit, if it has one), and \
      only its floor is drawn.

      The edge cases of some metrics name an *asymptotic null distribution*. Where both sides have \
      more than 10,000 rows, these metrics are computed over all rows. Their floor follows from that \
      distribution at the same size: each column or pair has its quantiles. How columns go together, \
      which no size changes, comes from the draws. All other metrics stay drawn.

      Each question (likeness, variety, rare class, privacy) gets one word, made from its own metrics. \
      `bad`: a gate failed. `doubtful`: no gate failed, and a value is *unlike real rows*. `cannot \
      tell`: the noise is as wide as a gate's limit, or fewer than half of the values could be \
      measured. Values that the table has nothing for, or that were not asked for, don't count. \
      `good`: the rest, with the number of values that rows were too few for. The \
      metrics of a question share a band, those without a gate too. In nineteen samples of twenty, \
      all values of real rows lie inside it; a value outside is unlike real rows. Such a value is a \
      sign by itself; whether it matters, the size says. For privacy only the side of a leak counts.
      """;

  private MetricReference() {}

  /** Returns the reference as Markdown, in the order of reports. */
  public static String markdown() {
    Map<Definition, List<Metric>> byDefinition = new LinkedHashMap<>();
    for (Metric metric : MetricCatalogue.metrics()) {
      byDefinition.computeIfAbsent(metric.definition(), key -> new ArrayList<>()).add(metric);
    }
    StringBuilder out = new StringBuilder(INTRODUCTION);
    byDefinition.forEach((definition, metrics) -> out.append(section(definition, metrics)));
    return out.toString();
  }

  private static String section(Definition definition, List<Metric> metrics) {
    String ids =
        metrics.stream()
            .map(metric -> "`" + metric.description().id() + "`")
            .collect(Collectors.joining(", "));
    Metric first = metrics.getFirst();
    return PlainText.of(
        """

        ## %s

        %s. %s

        - Range: %s; %s.
        - Edge cases: %s
        - Measured: %s.
        - Gates: %s.
        - Source: %s.
        """,
        ids,
        capitalised(first.description().title()),
        definition.formula(),
        range(first.description()),
        goal(first.description().goal()),
        definition.edgeCases(),
        measured(first.protocol()),
        gates(metrics),
        first.description().source());
  }

  /** Returns the rule of each preset that has one. */
  private static String gates(List<Metric> metrics) {
    List<String> gates = new ArrayList<>();
    for (Metric metric : metrics) {
      String id = metric.description().id();
      List<String> rules = new ArrayList<>();
      for (Preset preset : Preset.values()) {
        Gate gate = GateRules.of(mostOf(preset)).get(id);
        if (gate != null) {
          rules.add(
              PlainText.of(
                  "`%s` %s", preset.name().toLowerCase(Locale.ROOT), GateRules.words(gate.rule())));
        }
      }
      if (!rules.isEmpty()) {
        String of = metrics.size() == 1 ? "" : PlainText.of("`%s`: ", id);
        gates.add(of + String.join(", ", rules));
      }
    }
    return gates.isEmpty() ? "none in a preset" : String.join("; ", gates);
  }

  /** The preset with all that it can ask. */
  private static ValidationOptions mostOf(Preset preset) {
    return ValidationOptions.defaults().withPreset(preset).withPrivacy(Privacy.FULL);
  }

  private static String capitalised(String title) {
    return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
  }

  private static String range(Description description) {
    String minimum = number(description.minimum());
    return Double.isInfinite(description.maximum())
        ? PlainText.of("[%s, ∞)", minimum)
        : PlainText.of("[%s, %s]", minimum, number(description.maximum()));
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private static String goal(Goal goal) {
    return switch (goal) {
      case LOWER -> "lower is better";
      case HIGHER -> "higher is better";
      case CLOSE_TO_FLOOR -> "best where real rows lie among themselves";
    };
  }

  private static String measured(MetricProtocol protocol) {
    String value =
        switch (protocol.scope()) {
          case SAME_SIZE -> PlainText.of("the median of %d draws", protocol.draws());
          case ALL_ROWS ->
              PlainText.of(
                  "over all rows%s, beside a floor of %d draws",
                  most(protocol.valueRowLimit()), protocol.draws());
        };
    return String.format(
        Locale.ROOT,
        "%s; %,d rows a side at least%s",
        value,
        protocol.minimumRows(),
        protocol.rowLimit() == Integer.MAX_VALUE
            ? ""
            : String.format(Locale.ROOT, ", %,d in a draw at most", protocol.rowLimit()));
  }

  private static String most(int limit) {
    return limit == Integer.MAX_VALUE
        ? ""
        : String.format(Locale.ROOT, " (at most %,d a side)", limit);
  }
}
