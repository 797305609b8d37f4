package dev.synth.internal.report.table;

import dev.synth.compare.ArmSummary;
import dev.synth.compare.Comparison;
import dev.synth.evaluate.Arm;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.wording.ArmTitle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The table of what each arm and rival costs: fits in a repeat, and models and time in use. */
public final class CostTable {
  private CostTable() {}

  /**
   * The costs of a run's arms with the first-listed classifier, by their titles; any may be absent.
   *
   * @param fitSeconds seconds of one repeat: the generator and the classifier
   * @param scoreMillis milliseconds to score a row
   * @param fits how many classifiers are fitted in a repeat with the arm alone
   */
  public record CostsByArm(
      Map<String, Double> fitSeconds, Map<String, Double> scoreMillis, Map<String, Long> fits) {
    /** Nothing is known. */
    public static final CostsByArm NONE = new CostsByArm(Map.of(), Map.of(), Map.of());

    public CostsByArm {
      fitSeconds = Map.copyOf(fitSeconds);
      scoreMillis = Map.copyOf(scoreMillis);
      fits = Map.copyOf(fits);
    }
  }

  /**
   * Returns the table; empty where fits are not known, or where every arm takes one fit and one
   * model, so that it would say nothing.
   */
  public static Optional<FigureTable> of(Comparison comparison, CostsByArm costs) {
    List<Arm> arms =
        comparison.summaries().stream()
            .map(ArmSummary::arm)
            .distinct()
            .filter(arm -> costs.fits().containsKey(ArmTitle.of(arm)))
            .toList();
    boolean isTold =
        arms.stream()
            .anyMatch(
                arm -> arm.models() > 1 || costs.fits().getOrDefault(ArmTitle.of(arm), 1L) > 1);
    return isTold ? Optional.of(table(comparison, arms, costs)) : Optional.empty();
  }

  private static FigureTable table(Comparison comparison, List<Arm> arms, CostsByArm costs) {
    boolean isTimed = !costs.scoreMillis().isEmpty();
    List<String> headers = new ArrayList<>(List.of("Arm", "Fits", "Models"));
    if (isTimed) {
      headers.add("ms a row");
    }
    String classifier = comparison.protocol().classifier();
    return new FigureTable(
        "Cost",
        headers,
        List.of(
            new FigureTable.Block(
                classifier, arms.stream().map(arm -> row(arm, costs, isTimed)).toList())),
        List.of(
            "Fits: classifiers that somebody fits in a repeat who has that arm alone, its teacher's"
                + " and the folds' among them; at most, where something is picked. Models: what"
                + " scores a row in use."
                + (isTimed
                    ? PlainText.of(
                        " ms a row: milliseconds to score a row with %s, on this machine.",
                        classifier)
                    : " Seconds and milliseconds are in provenance.json.")));
  }

  private static List<String> row(Arm arm, CostsByArm costs, boolean isTimed) {
    String title = ArmTitle.of(arm);
    List<String> row =
        new ArrayList<>(
            List.of(
                title,
                ReportNumbers.count(costs.fits().getOrDefault(title, 1L)),
                ReportNumbers.count(arm.models())));
    if (isTimed) {
      Double millis = costs.scoreMillis().get(title);
      row.add(
          millis == null
              ? ReportNumbers.NONE
              : String.format(Locale.ROOT, "%.4f", millis.doubleValue()));
    }
    return row;
  }
}
