package dev.synth.internal.experiment.selection;

import dev.synth.base.Problem;
import dev.synth.base.Remedy;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.files.OutputFiles;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of a selection, which grows beside its place and is moved there whole. */
public final class SelectionFolder implements AutoCloseable {
  /** The rows that were taken, with their weights. */
  public static final String ROWS = "rows.parquet";

  /** The facts: counts and statistics of all rows. */
  public static final String FACTS = "selection.json";

  /** The config by which the other commands take the rows. */
  static final String CONFIG = "config.yaml";

  private final Path target;
  private final Path growing;

  private SelectionFolder(Path target, Path growing) {
    this.target = target;
    this.growing = growing;
  }

  /**
   * Refuses a place where something else stands.
   *
   * @param overwrite whether an older selection may be replaced
   */
  static void check(Path place, boolean overwrite) {
    boolean isSelection = Files.isRegularFile(place.resolve(FACTS));
    if (Files.exists(place) && !(isSelection && overwrite)) {
      throw isSelection
          ? Problem.usage("%s exists", place).remedy(Remedy.OTHER_TARGET)
          : Problem.usage("%s exists, and is no selection; choose another folder", place);
    }
  }

  static SelectionFolder begin(Path place) {
    Path target = place.toAbsolutePath().normalize();
    String name =
        PlainText.of(".%s.partial-%d", target.getFileName(), ProcessHandle.current().pid());
    Path growing = target.resolveSibling(name);
    OutputFiles.remove(growing);
    OutputFiles.folder(growing);
    return new SelectionFolder(target, growing);
  }

  /** Returns where a file is until the folder is whole. */
  Path scratch(String file) {
    return growing.resolve(file);
  }

  void write(String file, String text) {
    OutputFiles.text(growing.resolve(file), text);
  }

  void commit() {
    OutputFiles.remove(target);
    OutputFiles.writing(target, () -> Files.move(growing, target));
  }

  @Override
  public void close() {
    OutputFiles.remove(growing);
  }
}
