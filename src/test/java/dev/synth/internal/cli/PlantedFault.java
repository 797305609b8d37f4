package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A fault in one file of a correct run, until it is taken out again. */
final class PlantedFault {
  private Path file = Path.of("");
  private String original = "";

  /** Gives a file another text. */
  void plant(Path changed, String text) throws IOException {
    file = changed;
    original = Files.readString(changed);
    assertThat(text).isNotEqualTo(original);
    Files.writeString(changed, text);
  }

  /** Gives a file other lines. */
  void plantLines(Path changed, UnaryOperator<List<String>> edit) throws IOException {
    plant(changed, String.join("\n", edit.apply(Files.readAllLines(changed))) + "\n");
  }

  /** Puts a value into a column of the chosen lines of a {@code runs.csv}. */
  void plantCells(Path runs, Predicate<String> chosen, String column, String value)
      throws IOException {
    plantLines(
        runs,
        lines -> {
          int place = List.of(lines.getFirst().split(",", -1)).indexOf(column);
          List<String> changed = new ArrayList<>();
          for (String line : lines) {
            String[] fields = line.split(",", -1);
            if (chosen.test(line)) {
              fields[place] = value;
            }
            changed.add(String.join(",", fields));
          }
          return changed;
        });
  }

  /** Takes the fault out, if one is in. */
  void takeOut() throws IOException {
    if (!original.isEmpty()) {
      Files.writeString(file, original);
    }
  }
}
