package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code synth audit} on a run that computes features, risk by late labels among them. */
@Tag("slow")
class AuditFeaturesTest {
  private static final String FEATURE = "card_id_count_1d";

  @TempDir private static Path folder;

  private final PlantedFault fault = new PlantedFault();

  @BeforeAll
  static void makeARun() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("cards.yaml"),
            """
            name: cards
            data:
              source: demo
              demo_rows: 8000
              exclude: [hours_since_last, transactions_last_day, amount_ratio, new_merchant]
            features:
              event_id: transaction_id
              forget: 60d
              calendar: {fields: [hour, weekday]}
              entities:
                card_id: [time-since-last, {count: [1d]}, {ratio_to_mean: {of: amount, over: 30d}}]
                merchant_category: [{risk: {over: 14d, delay: 2d}}]
            split: {method: time}
            generator: {kind: oversample}
            augmentation: {ratio: 0.1}
            evaluation:
              classifiers: [{kind: xgboost, trees: 10}]
              baselines: [none]
              detectors: []
              importance: {repeats: 0}
            """);
    CommandLineRun made =
        CommandLineRun.of(
            "generate",
            "--config",
            config.toString(),
            "--out",
            folder.toString(),
            "--run-name",
            "cards",
            "--force");
    assertThat(made.code()).as(made.err()).isIn(0, 4);
  }

  @AfterEach
  void undo() throws IOException {
    fault.takeOut();
  }

  private static CommandLineRun audit() {
    return CommandLineRun.of("audit", "cards", "--out", folder.toString(), "--quiet");
  }

  @Test
  void aCorrectRunRaisesNoAlarm() {
    CommandLineRun audit = audit();
    assertThat(audit.code()).as(audit.out() + audit.err()).isZero();
    assertThat(audit.out()).startsWith("no alarm: ");
  }

  /** A written feature must be what the rows before give, down to a single count. */
  @Test
  void aFeatureThatIsNotOfTheRowsBefore() throws IOException {
    Path file = folder.resolve("synthetic-out/cards/augmented.csv");
    fault.plantLines(
        file,
        lines -> {
          int column = Arrays.asList(lines.getFirst().split(",", -1)).indexOf(FEATURE);
          String[] cells = lines.get(1).split(",", -1);
          cells[column] = "7";
          List<String> changed = new ArrayList<>(lines);
          changed.set(1, String.join(",", cells));
          return changed;
        });
    CommandLineRun audit = audit();
    assertThat(audit.code()).as(audit.err()).isEqualTo(3);
    assertThat(audit.out())
        .startsWith("alarm: ")
        .contains("augmented.csv: 1 rows that are called real are no training rows of this split");
  }
}
