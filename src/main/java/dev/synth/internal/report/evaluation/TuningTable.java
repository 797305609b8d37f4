package dev.synth.internal.report.evaluation;

import dev.synth.internal.compare.Diagnostics;
import dev.synth.internal.evaluate.Tuned;
import dev.synth.internal.report.format.Html;
import dev.synth.internal.report.format.ReportNumbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings that tuning tried for each classifier, and how often each was chosen. */
final class TuningTable {
  private final Diagnostics description;

  TuningTable(Diagnostics description) {
    this.description = description;
  }

  private record Key(String classifier, String settings) {}

  String html() {
    Map<Key, List<Double>> precisions = new LinkedHashMap<>();
    Map<Key, Integer> chosen = new LinkedHashMap<>();
    for (Tuned tuned : description.tuned()) {
      for (Tuned.Tried tried : tuned.tried()) {
        precisions
            .computeIfAbsent(
                new Key(tuned.classifier(), tried.settings()), key -> new ArrayList<>())
            .add(tried.averagePrecision());
      }
      Key key = new Key(tuned.classifier(), tuned.settings());
      precisions.computeIfAbsent(key, own -> new ArrayList<>());
      chosen.merge(key, 1, Integer::sum);
    }
    List<String> rows = new ArrayList<>();
    precisions.forEach((key, values) -> rows.add(row(key, values, chosen.getOrDefault(key, 0))));
    return Html.table(List.of("Settings", "Classifier", "In folds", "Chosen"), rows)
        + Html.note(
            "Average precision in three folds of the training rows with nothing added, mean over"
                + " repeats, and in how many repeats the settings were chosen. "
                + (isOfRival()
                    ? "Only the rival tuned has them"
                    : "All arms of a repeat have the same settings")
                + "; others than the first are taken only for a gain above one corrected standard"
                + " error.");
  }

  private boolean isOfRival() {
    return description.tuned().stream().anyMatch(Tuned::ofRival);
  }

  private static String row(Key key, List<Double> precisions, int chosen) {
    double sum = precisions.stream().mapToDouble(precision -> precision).sum();
    Double mean = precisions.isEmpty() ? null : (Double) (sum / precisions.size());
    return Html.row(
        "",
        List.of(
            Html.head(key.settings()),
            Html.cell(key.classifier()),
            Html.number(ReportNumbers.plain(mean)),
            Html.number(ReportNumbers.count(chosen))));
  }
}
