package dev.synth.benchmarks.uplift;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.internal.table.read.MatchedReader;
import dev.synth.internal.table.write.TableWriter;
import dev.synth.split.Synthetic;
import dev.synth.split.Training;
import dev.synth.table.DataOptions;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Rows of other programs: a folder for each set, size and split, in which {@code training.csv} has
 * the real training rows with the label last, and {@code NAME.csv} the rows that a program made of
 * them.
 *
 * @param folder the folder of all
 */
record PeerRows(Path folder) {
  private static final String TRAINING = "training.csv";

  /** Writes a split's training rows for other programs to learn from. */
  void write(UpliftGroup.CellPlace place, Training training) throws IOException {
    Path own = folder(place);
    Files.createDirectories(own);
    LabelledTable rows = training.rows();
    Label label = rows.label();
    int last = rows.features().schema().columns().size();
    LabelledTable labelLast =
        new LabelledTable(
            rows.features(),
            rows.rareRows(),
            new Label(label.column(), label.positive(), label.negative(), last));
    TableWriter.write(own.resolve(TRAINING), labelLast.emitted());
  }

  /**
   * Reads the rows of a program.
   *
   * @param training the rows that it learned from
   * @throws Problem (data) if there are none, or they lack a column
   */
  Synthetic read(UpliftGroup.CellPlace place, String name, LabelledTable training) {
    return read(folder(place).resolve(name + ".csv"), training);
  }

  /** Reads the rows of a file. */
  static Synthetic read(Path file, LabelledTable training) {
    if (!Files.exists(file)) {
      throw Problem.data("there is no %s", file.getFileName());
    }
    Label label = training.label();
    DataOptions options = DataOptions.of(file.toString(), label.column(), label.positive());
    Table rows = rows(file, training, options);
    if (rows.schema().columns().size() < training.features().schema().columns().size()) {
      throw Problem.data("%s lacks columns of the training rows", file.getFileName());
    }
    return Synthetic.external(rows);
  }

  /** A line of results has the reason for what was not possible, and no path of a machine. */
  private static Table rows(Path file, LabelledTable training, DataOptions options) {
    try {
      return MatchedReader.read(file.toString(), training, options, Context.quiet(0)).rows();
    } catch (Problem problem) {
      String told = String.valueOf(problem.getMessage());
      throw Problem.data("%s", told.replace(file.toString(), String.valueOf(file.getFileName())));
    }
  }

  private Path folder(UpliftGroup.CellPlace place) {
    return folder.resolve(place.set()).resolve(place.size()).resolve("split-" + place.split());
  }
}
