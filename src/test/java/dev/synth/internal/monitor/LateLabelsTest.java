package dev.synth.internal.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Problem;
import dev.synth.table.DataOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LateLabelsTest {
  @TempDir Path folder;

  private Map<String, LateLabels.LateLabel> labels(String positive, String... rows)
      throws IOException {
    Path file = folder.resolve("late.csv");
    Files.writeString(file, "id,y\n" + String.join("\n", rows) + "\n");
    DataOptions options = DataOptions.of("rows", "y", positive);
    return LateLabels.read(
            file.toString(), new LateLabels.Columns("id", "y", options, List.of()), false)
        .byName();
  }

  /** The first may come again, once its label is known. */
  @Test
  void whatIsMissingAmongNumbersIsNoLabel() throws IOException {
    assertThat(labels("1", "a,-", "b,none", "c,NA", "d,0", "a,1").keySet())
        .containsExactlyInAnyOrder("a", "d");
    assertThat(labels("yes", "a,yes", "b,none").keySet()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void aNameHasOneLabel() {
    assertThatThrownBy(() -> labels("yes", "a,none", "a,yes"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("'a' comes twice, with different labels");
  }

  @Test
  void accentsMayBeComposedOrNot() throws IOException {
    assertThat(labels("s\u00ed", "a,si\u0301", "b,no").get("a"))
        .isEqualTo(new LateLabels.LateLabel(true, 1));
  }
}
