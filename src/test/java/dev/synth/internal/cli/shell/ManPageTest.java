package dev.synth.internal.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

class ManPageTest {
  /** The whole page of a small command, written by hand after groff_man(7). */
  @Test
  void hasTheSectionsOfTheHelp() {
    assertThat(ManPage.of(new CommandLine(new Small()).getCommandSpec(), "small 1.0-rc"))
        .isEqualTo(
            """
            .TH SMALL 1 "" "small 1.0\\-rc"
            .SH NAME
            small \\- Does little
            .SH SYNOPSIS
            small [\\-\\-half] [\\-n=N] FILE
            .SH DESCRIPTION
            Does 1 % of what others do.
            .PP
            \\&.hidden files are read; a \\e is kept.
            .SH ARGUMENTS
            .TP
            \\fIFILE\\fR
            What is read.
            .SH OPTIONS
            .TP
            \\fB\\-\\-half\\fR
            Does half of it.
            .TP
            \\fB\\-n\\fR, \\fB\\-\\-number\\fR=\\fIN\\fR
            How often (default: 3).
            .SH EXIT STATUS
            .TP
            \\fB0\\fR
            done
            .SH EXAMPLES
            .nf
              small --half a.csv
            .fi
            """
                .replace("small --half a", "small \\-\\-half a"));
  }

  @Command(
      name = "small",
      header = "Does little.",
      description = {"Does 1 %% of what others do.", "", ".hidden files are read; a \\ is kept."},
      exitCodeList = "0:done",
      footer = "  small --half a.csv")
  @SuppressWarnings("unused") // picocli reads the annotations of the fields
  private static final class Small {
    @Option(names = "--half", description = "Does half of it.")
    boolean half;

    @Option(
        names = {"-n", "--number"},
        paramLabel = "N",
        description = "How often (default: ${DEFAULT-VALUE}).")
    int number = 3;

    @Option(names = "--secret", hidden = true)
    boolean secret;

    @Parameters(paramLabel = "FILE", description = "What is read.")
    String file = "";
  }
}
