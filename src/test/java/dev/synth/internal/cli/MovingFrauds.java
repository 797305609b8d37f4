package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.base.Micros;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.cell.InstantText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Payments whose frauds may move from a day on, and a model that is fitted before. */
final class MovingFrauds {
  /** The number of days that the model learns from. */
  static final int FITTED_DAYS = 30;

  /** The number of days that a retraining knows. */
  static final int ALL_DAYS = 75;

  private static final int FIRST_DAY = 20_000;
  private static final int ROWS_A_DAY = 30;

  private MovingFrauds() {}

  /** Frauds have large amounts, or from a day on small ones by the web. */
  static Path rows(Path folder, String name, int days, int movesOn) throws IOException {
    StringBuilder text = new StringBuilder("at,amount,channel,fraud\n");
    for (int day = 0; day < days; day++) {
      RandomStream stream = new Seeds(3).stream("day " + day);
      for (int row = 0; row < ROWS_A_DAY; row++) {
        boolean rare = row % 10 == 0;
        boolean moved = rare && day >= movesOn;
        String channel = moved ? "web" : stream.nextDouble() < 0.2 ? "web" : "shop";
        double level = moved ? 1 : rare ? 5 : 3;
        text.append(
            PlainText.of(
                "%s,%.2f,%s,%d%n",
                InstantText.timestamp(
                    (FIRST_DAY + day) * Micros.PER_DAY + row * Micros.PER_HOUR / 2),
                StrictMath.exp(0.7 * stream.nextGaussian() + level),
                channel,
                rare ? 1 : 0));
      }
    }
    return Files.writeString(folder.resolve(name), text);
  }

  /** Fits a model on rows whose frauds don't move: the bundle {@code model} in the folder. */
  static Path model(Path folder) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("cards.yaml"),
            """
            name: cards
            data: {source: '%s', label: fraud, positive: 1, exclude: [at], time: at}
            augmentation: {ratio: 0.3}
            evaluation: {classifiers: [{kind: xgboost, trees: 5}], effect: 0.05}
            """
                .replace("%s", rows(folder, "fitted.csv", FITTED_DAYS, ALL_DAYS).toString()));
    Path model = folder.resolve("model");
    CommandLineRun run =
        CommandLineRun.of(
            "fit",
            "-q",
            "--config",
            config.toString(),
            "--to",
            model.toString(),
            "--arm",
            "none",
            "--out",
            folder.toString());
    assertThat(run.code()).as(run.err()).isZero();
    return model;
  }
}
