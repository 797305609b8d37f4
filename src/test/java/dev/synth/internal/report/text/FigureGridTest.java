package dev.synth.internal.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.report.table.FigureTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FigureGridTest {
  private static FigureTable table(
      List<String> headers, List<List<String>> rows, List<String> notes) {
    return new FigureTable("Title", headers, List.of(new FigureTable.Block("forest", rows)), notes);
  }

  @Test
  void theTitleStandsAboveTheArmsAndNotesBelow() {
    List<String> lines =
        FigureGrid.lines(
            table(
                List.of("Arm", "Cost"),
                List.of(List.of("none", "450"), List.of("<vae>", "390")),
                List.of("A note.")));
    assertThat(lines.getFirst()).isEmpty();
    assertThat(lines.get(1)).matches("Title +Cost");
    assertThat(lines).anyMatch(line -> line.matches(" {2}none +450"));
    assertThat(lines).anyMatch(line -> line.matches(" {2}<vae> +390"));
    assertThat(lines.getLast()).isEqualTo("A note.");
  }

  /** Long names of arms leave room for the verdict, which is what the table is for. */
  @Test
  void theVerdictStaysBesideLongNamesOfArms() {
    String arm = "smote generator, ratio 0.1, 32 rare rows";
    String change = "+0.025 [−0.048, +0.098]";
    List<String> lines =
        FigureGrid.byArm(
            table(
                List.of("Arm", "Endpoint", "Δ to none [95 %]", "p, corrected", "Verdict"),
                List.of(
                    List.of(arm, "recall", change, "0.506", "undecided"),
                    List.of(arm, "recall at 1 % false positives", change, "0.031", "uplift"),
                    List.of("auto", "recall", change, "0.2", "equivalent")),
                List.of("A note.")));
    assertThat(lines.get(1)).matches("Title +Δ to none \\[95 %] +p, corrected +Verdict");
    assertThat(lines).filteredOn(line -> line.equals("  " + arm)).hasSize(1);
    assertThat(lines).contains("  auto", "A note.");
    assertThat(lines).anyMatch(line -> line.matches(" {4}recall at 1 % false .* 0.031 +uplift"));
    assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }

  @Test
  void withoutRowsItsHeadIsLeft() {
    assertThat(FigureGrid.lines(table(List.of("Arm", "Cost"), List.of(), List.of())))
        .anyMatch(line -> line.startsWith("Title"));
  }

  /** Columns too many are left out from the right; the arm and its first figure stay. */
  @Test
  void everyLineFitsATerminal() {
    List<String> headers = new ArrayList<>(List.of("Arm"));
    List<String> row = new ArrayList<>(List.of("none"));
    IntStream.range(0, 12)
        .forEach(
            i -> {
              headers.add("a long header " + i);
              row.add("0.123 / 0.456");
            });
    List<String> lines =
        FigureGrid.lines(table(headers, List.of(row), List.of("word ".repeat(60).strip())));
    assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    assertThat(String.join("\n", lines)).contains("a long header 0").contains("  none ");
  }
}
