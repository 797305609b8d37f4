package dev.synth.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.internal.generate.kinds.Generators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A generator's saved model, to be damaged.
 *
 * @param folder where it is
 */
public record SavedModel(Path folder) {
  /**
   * A change of {@code model.json} that must be refused.
   *
   * @param text what stands in the file
   * @param other what takes the place of its first occurrence
   * @param message a part of what is said of it
   */
  public record Damage(String text, String other, String message) {}

  /** Requires that each change, made alone, is refused as a problem of data. */
  public void assertRefuses(Damage... damages) throws IOException {
    Path file = folder.resolve("model.json");
    String json = Files.readString(file);
    for (Damage damage : damages) {
      String changed =
          json.replaceFirst(Pattern.quote(damage.text()), Matcher.quoteReplacement(damage.other()));
      assertThat(changed).as(damage.text()).isNotEqualTo(json);
      Files.writeString(file, changed);
      assertRefused(damage.message());
    }
  }

  /** Requires that it is refused as it is. */
  public void assertRefused(String message) {
    assertThatThrownBy(() -> Generators.load(folder))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessageContaining(message);
  }
}
