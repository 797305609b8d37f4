package dev.synth.internal.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.report.format.TextGrid.Alignment;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextGridTest {
  private static TextGrid grid(int widest) {
    TextGrid grid =
        new TextGrid(widest)
            .column("", Alignment.LEFT, 0)
            .column("value", Alignment.RIGHT, 0)
            .column("note", Alignment.LEFT, 1)
            .column("more", Alignment.LEFT, 2);
    grid.heading("arm");
    grid.row(List.of("none", "1", "x", "a"));
    grid.row(List.of("vae", "0.25", "", "b"));
    grid.heading("other");
    grid.row(List.of("none", "−2", "y", ""));
    return grid;
  }

  @Test
  void columnsStandBelowTheirHeaders() {
    // 4 + 2 + 5 + 2 + 4 + 2 + 4 = 23 wide
    assertThat(grid(23).lines())
        .containsExactly(
            "arm   value  note  more",
            "─".repeat(23),
            "none      1  x     a",
            "vae    0.25        b",
            "",
            "other",
            "─".repeat(23),
            "none     −2  y");
  }

  @Test
  void whereItIsTooWideTheLeastColumnsGoFirst() {
    assertThat(grid(22).lines()).startsWith("arm   value  note", "─".repeat(17));
    assertThat(grid(16).lines()).startsWith("arm   value", "─".repeat(11));
    assertThat(grid(3).lines()).as("some columns stay").startsWith("arm   value");
  }

  @Test
  void withoutRowsThereAreNoLines() {
    assertThat(new TextGrid(10).column("a", Alignment.LEFT, 0).lines()).isEmpty();
  }
}
