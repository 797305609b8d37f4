package dev.synth.internal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import org.junit.jupiter.api.Test;

class ReportFormatTest {
  @Test
  void everyFormatIsFoundByItsName() {
    assertThat(ReportFormat.of("latex")).isEqualTo(ReportFormat.LATEX);
    assertThat(ReportFormat.of("markdown")).isEqualTo(ReportFormat.MARKDOWN);
    assertThat(ReportFormat.of("html")).isEqualTo(ReportFormat.HTML);
    assertThat(ReportFormat.of("pdf")).isEqualTo(ReportFormat.PDF);
  }

  @Test
  void anotherNameIsAProblemOfTheFormat() {
    assertThatThrownBy(() -> ReportFormat.of("latx"))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.exitCode()).isEqualTo(ExitCode.USAGE);
              assertThat(problem.complaint().component()).isEqualTo("format");
              assertThat(problem.complaint().text())
                  .startsWith("must be latex, markdown, html or pdf, but is 'latx'")
                  .contains("'latex'");
            });
  }
}
