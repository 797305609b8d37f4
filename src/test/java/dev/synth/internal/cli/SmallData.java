package dev.synth.internal.cli;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A small mixed-type file with a learnable rare class, and a config that is quick to run. */
final class SmallData {
  private SmallData() {}

  /** Writes rows of which the first {@code rare} are of the rare class. */
  static Path csv(Path folder, int rows, int rare) throws IOException {
    RandomStream stream = new Seeds(5).stream("small data");
    StringBuilder text = new StringBuilder("amount,hour,channel,note,fraud\n");
    for (int row = 0; row < rows; row++) {
      boolean isRare = row < rare;
      double amount = StrictMath.exp(stream.nextGaussian() + (isRare ? 4.5 : 3));
      int hour = (isRare ? stream.nextInt(8) : 6 + stream.nextInt(18));
      String channel = stream.nextDouble() < (isRare ? 0.8 : 0.3) ? "web" : "shop";
      String note = stream.nextDouble() < 0.2 ? "" : "n" + stream.nextInt(4);
      text.append(
          String.format(
              Locale.ROOT, "%.2f,%d,%s,%s,%d%n", amount, hour, channel, note, isRare ? 1 : 0));
    }
    return Files.writeString(folder.resolve("small.csv"), text);
  }

  /** Writes a config for a data file; a line replaces the section with the same key. */
  static Path config(Path folder, Path data, String... lines) throws IOException {
    Map<String, String> sections = new LinkedHashMap<>();
    sections.put("name", "small");
    sections.put("data", "{source: '%s', label: fraud, positive: 1}".formatted(data));
    sections.put("generator", "{kind: vae, steps: 300, hidden: [32], latent_dimension: 4}");
    sections.put("validation", "{preset: lenient}");
    sections.put("augmentation", "{ratio: 0.3}");
    for (String line : lines) {
      String[] section = line.split(": ", 2);
      sections.put(section[0], section[1]);
    }
    StringBuilder text = new StringBuilder();
    sections.forEach((key, value) -> text.append(key).append(": ").append(value).append('\n'));
    return Files.writeString(folder.resolve("small.yaml"), text);
  }

  /** The evaluation section that the tests use. */
  static final String EVALUATION =
      "evaluation: {repeats: 2, classifiers: [logistic-regression, xgboost]}";
}
