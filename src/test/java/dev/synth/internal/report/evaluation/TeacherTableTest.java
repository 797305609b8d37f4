package dev.synth.internal.report.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.classify.ensemble.Taught;
import dev.synth.internal.compare.Diagnostics;
import dev.synth.internal.evaluate.TeacherRecord;
import dev.synth.split.RareRows;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeacherTableTest {
  /** Weights 0.25 and 0.75 of the one member, 1 of the other; precisions 0.4 and 0.6, 0.5. */
  @Test
  void membersTeacherAndStudentHaveTheirMeansOverRepeats() {
    Taught first =
        new Taught(
            true,
            0.8,
            "xgboost",
            0.5,
            List.of(new Taught.Member("<trees>", 0.25, 0.4), new Taught.Member("mlp", 1, 0.5)));
    Taught second =
        new Taught(false, 0.6, "xgboost", 0.7, List.of(new Taught.Member("<trees>", 0.75, 0.6)));
    assertThat(html(first, second))
        .containsPattern(row("&lt;trees&gt;", "0.500", "0.500"))
        .containsPattern(row("mlp", "1.000", "0.500"))
        .containsPattern(row("teacher", "", "0.700"))
        .containsPattern(row("student: xgboost", "", "0.600"))
        .contains("In 1 of 2 the teacher was not clearly worse than its student")
        .contains("labelled the synthetic rows; in the others none joined the training rows.")
        .doesNotContain("<trees>");
  }

  /** A repeat of too few rare rows has no figures, and counts among the repeats all the same. */
  @Test
  void repeatsThatJudgedNoTeacherAreCountedAndLeftOutOfMeans() {
    Taught judged = new Taught(true, 0.8, "xgboost", 0.5, List.of());
    Taught unjudged = new Taught(false, null, "xgboost", null, List.of());
    assertThat(html(judged, unjudged))
        .containsPattern(row("teacher", "", "0.800"))
        .contains("In 1 of 2 the teacher");
    assertThat(html(judged)).contains("In 1 of 1").doesNotContain("the others");
    assertThat(html(unjudged)).contains("In 0 of 1 the teacher").doesNotContain("student: ");
  }

  private static String row(String name, String weight, String precision) {
    return name + "</th><td[^>]*>" + weight + "</td><td[^>]*>" + precision + "</td>";
  }

  private static String html(Taught... taught) {
    List<TeacherRecord> records = new ArrayList<>();
    for (Taught each : taught) {
      records.add(new TeacherRecord(records.size() + 1, RareRows.ALL, each));
    }
    return new TeacherTable(
            new Diagnostics(
                Diagnostics.SCHEMA_VERSION, List.of(), List.of(), List.of(), List.of(), records))
        .html()
        .replace("\n", "");
  }
}
