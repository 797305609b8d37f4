package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes as a newcomer makes them: one message, which says what would be right. */
class MisuseTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "genrate|there is no command 'genrate'; did you mean 'generate'?",
        "help genrate|there is no command 'genrate'; did you mean 'generate'?",
        "generate vae.yaml|a config is named by an option; did you mean '--config vae.yaml'?",
        "compare my.yml|did you mean '--config my.yml'?",
        "generate --conf x|there is no option '--conf'; did you mean '--config'?",
        "validate a.csv b.csv|files are named by options: --real a.csv --synthetic b.csv",
        "validate a.csv|files are named by options: --real FILE --synthetic a.csv",
        "audit a b|'b' is one argument too many",
        "report|'synth report' needs RUN",
        "score rows.csv|'synth score' needs --to=FILE and ROWS too",
        "--verison|there is no option '--verison'; did you mean '--version'?",
        "generate --config|--config needs a value, its FILE",
        "generate --jobs two|--jobs must be a whole number, but is 'two'",
        "generate --config config/vae.yaml|there is no config config/vae.yaml; did you mean"
            + " 'configs/vae.yaml'?",
        "generate --config configs/vea.yaml|did you mean 'configs/vae.yaml'?",
        "augment --labels weights|--labels must be one of pairs, probability, but is 'weights'",
        "evaluate --until dawn|--until must be one of repeats, decided, but is 'dawn'",
        "generate --rows 5|which config? For example: synth generate --config configs/vae.yaml",
        "evaluate|which config? For example: synth evaluate --config configs/vae.yaml",
        "generate --config nowhere.yaml|there is no config nowhere.yaml",
        "generate --config configs|configs is a folder; a config is a YAML file",
        "demo configs|configs is a folder; name a file",
        "demo --days 0 x.csv|--days must be at least 1, but is 0",
        "completion tcsh|SHELL must be one of bash, zsh, fish, but is 'tcsh'",
        "validate --real a.csv --synthetic b.csv --label y --positive 1 --preset hard"
            + "|--preset must be one of lenient, standard, strict, but is 'hard'",
        "validate --real a.csv --synthetic b.csv --label y --positive 1 --set validation.preset=x"
            + "|--set validation.preset: must be one of lenient, standard, strict, but is 'x'",
        "generate --config configs/vae.yaml --to-table a.b.c --to-jdbc jdbc:sqlite:x"
            + "|--to-table must be a name, or a schema and a name with a point between",
        "generate --config configs/vae.yaml --to-user-env U|--to-table must be given",
        "generate --config configs/vae.yaml --set generator.stepz=3"
            + "|--set generator.stepz: unknown key; did you mean 'steps'?",
      })
  void aMistakeOnTheCommandLineIsToldWithWhatWouldBeRight(String line, String message) {
    CommandLineRun run = CommandLineRun.of(line.split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("synth: ").contains(message).doesNotContain("\tat ");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void withoutAConfigThereIsAWayForEachWish() {
    assertThat(CommandLineRun.of("generate").err())
        .contains("--config configs/vae.yaml", "data.source", "--from RUN");
  }

  @Test
  void aFolderWhereAFileBelongsIsAMistakeInTheData() {
    CommandLineRun run =
        CommandLineRun.of(
            "validate --real configs --synthetic x.csv --label y --positive 1".split(" "));

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("'configs' is a folder").doesNotContain("\tat ");
  }

  @Test
  void aPlaceThatCannotBeWrittenIsTheMachines() throws IOException {
    String file = Files.writeString(folder.resolve("file"), "no folder").resolve("x").toString();
    CommandLineRun demo = CommandLineRun.of("demo", "--rows", "10", file + ".csv");

    assertThat(demo.code()).isEqualTo(6);
    assertThat(demo.err()).contains("x.csv").doesNotContain("\tat ");
  }
}
