package dev.synth.internal.report.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.profile.Foreseen;
import dev.synth.internal.report.chart.LineChart;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileChartsTest {
  @Test
  void everyTestShareHasABestAndARule() {
    LineChart lines =
        ProfileCharts.foreseen(
            List.of(
                new Foreseen(0.2, 20, 5, 0.05, 0.1),
                new Foreseen(0.2, 20, 10, 0.04, 0.08),
                new Foreseen(0.3, 30, 5, 0.03, 0.06)));
    assertThat(lines.lines())
        .extracting(LineChart.Line::name)
        .containsExactly(
            "test share 0.2, as a rule",
            "test share 0.2, at best",
            "test share 0.3, as a rule",
            "test share 0.3, at best");
    assertThat(lines.lines().getFirst().x()).containsExactly(5.0, 10.0);
    assertThat(lines.lines().getFirst().y()).containsExactly(0.1, 0.08);
    assertThat(lines.lines().get(1).y()).containsExactly(0.05, 0.04);
    assertThat(ProfileCharts.foreseen(List.of()).lines()).isEmpty();
  }
}
