package dev.synth.internal.report.evaluation;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.classify.ensemble.Taught;
import dev.synth.internal.compare.Diagnostics;
import dev.synth.internal.evaluate.TeacherRecord;
import dev.synth.internal.report.format.Html;
import dev.synth.internal.report.format.ReportNumbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** The make-up of the teachers that labelled synthetic rows, means over repeats. */
final class TeacherTable {
  private final List<Taught> judged;
  private final int teachers;

  TeacherTable(Diagnostics description) {
    teachers = description.teachers().size();
    judged =
        description.teachers().stream()
            .map(TeacherRecord::taught)
            .filter(each -> each.averagePrecision() != null)
            .toList();
  }

  String html() {
    Map<String, List<Taught.Member>> members = new LinkedHashMap<>();
    for (Taught taught : judged) {
      taught
          .members()
          .forEach(
              each -> members.computeIfAbsent(each.name(), name -> new ArrayList<>()).add(each));
    }
    List<String> rows = new ArrayList<>();
    members.forEach(
        (name, own) ->
            rows.add(
                row(
                    name,
                    mean(own.stream().mapToDouble(Taught.Member::weight)),
                    mean(own.stream().mapToDouble(each -> orNaN(each.averagePrecision()))))));
    if (!judged.isEmpty()) {
      rows.add(row("teacher", null, mean(precisions())));
      rows.add(
          row(
              "student: " + judged.getFirst().student(),
              null,
              mean(judged.stream().mapToDouble(each -> orNaN(each.studentAveragePrecision())))));
    }
    long used = judged.stream().filter(Taught::used).count();
    return Html.table(List.of("Model", "Weight", "In folds"), rows)
        + Html.note(
            "Average precision in five folds of the training rows with nothing added, mean over"
                + PlainText.of(
                    " repeats. In %d of %d the teacher was not clearly worse than its student and"
                        + " labelled the",
                    used, teachers)
                + " synthetic rows"
                + (used == teachers ? "." : "; in the others none joined the training rows."));
  }

  private DoubleStream precisions() {
    return judged.stream().mapToDouble(each -> orNaN(each.averagePrecision()));
  }

  private static double orNaN(@Nullable Double value) {
    return value == null ? Double.NaN : value;
  }

  private static double mean(DoubleStream values) {
    return values.average().orElse(Double.NaN);
  }

  private static String row(String name, @Nullable Double weight, double precision) {
    return Html.row(
        "",
        List.of(
            Html.head(name),
            Html.number(weight == null ? "" : ReportNumbers.plain(weight)),
            Html.number(ReportNumbers.plain(precision))));
  }
}
