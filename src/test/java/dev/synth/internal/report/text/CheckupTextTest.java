package dev.synth.internal.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.listing.Checkup;
import dev.synth.internal.listing.Checkup.Check;
import dev.synth.internal.listing.Checkup.Status;
import dev.synth.internal.listing.Checkup.Topic;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckupTextTest {
  @Test
  void aNoteSaysWhatWouldBeBetter() {
    String text =
        CheckupText.plain(
            new Checkup(
                List.of(
                    new Check(Topic.MEMORY, Status.NOTE, "512 MiB", null),
                    new Check(Topic.NETWORKS, Status.NOTE, "CPU", "No GPU was found."),
                    new Check(Topic.GPU, Status.OK, "", null),
                    new Check(Topic.KERNEL, Status.OK, "", null))));
    assertThat(text)
        .startsWith("memory       512 MiB. Large tables need more: SYNTH_JAVA_OPTS=-Xmx4g")
        .contains("networks     CPU. No GPU was found.\n")
        .contains("GPU          not used: this build has no CUDA backend\n")
        .contains("BLAS kernel  what OpenBLAS takes for this processor, which OPENBLAS_VERBOSE=2")
        .endsWith("All that synth needs is here.\n");
  }

  @Test
  void whatIsMissingSaysWhy() {
    Check missing = new Check(Topic.TABLES, Status.MISSING, "", "DuckDB can't be started");
    assertThat(CheckupText.plain(new Checkup(List.of(missing))))
        .startsWith("tables       MISSING: DuckDB can't be started\n");
  }
}
