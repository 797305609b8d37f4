package dev.synth.internal.experiment.grid;

import dev.synth.internal.base.Json;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.files.FileLocks;
import dev.synth.internal.files.OutputFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The finished parts of a grid on disk. A file is there whole or not at all; one that cannot be
 * read counts as not there, and its cell is computed again.
 */
public final class GridStore {
  private final Path folder;

  public GridStore(Path folder) {
    this.folder = folder;
  }

  /** Returns whether all cells of a unit are finished. */
  boolean hasAll(GridUnit unit) {
    return hasRepeat(unit.repeat())
        || unit.cells().stream().allMatch(cell -> Files.exists(file(cell)));
  }

  /** Returns a finished cell. */
  public Optional<CellResult> cell(GridUnit.Cell cell) {
    return read(file(cell), CellResult.class);
  }

  void write(GridUnit.Cell cell, CellResult result) {
    write(file(cell), Json.write(result));
  }

  /** Forgets a cell, so that it is computed again. */
  public void remove(GridUnit.Cell cell) {
    OutputFiles.writing(file(cell), () -> Files.deleteIfExists(file(cell)));
  }

  /** Returns whether a repeat is judged. */
  boolean hasRepeat(int repeat) {
    return Files.exists(file(repeat));
  }

  /** Returns a judged repeat. */
  public Optional<JudgedRepeat> repeat(int repeat) {
    return read(file(repeat), JudgedRepeat.class);
  }

  /** Forgets a judged repeat, so that it is computed again; false if it is not there. */
  public boolean remove(int repeat) {
    boolean there = hasRepeat(repeat);
    OutputFiles.remove(file(repeat));
    return there;
  }

  void write(JudgedRepeat repeat) {
    write(file(repeat.result().repeat()), Json.write(repeat));
  }

  /** Takes the lock of a part, unless it is held. */
  Optional<FileLocks.Held> tryLock(String part) {
    Path locks = folder.resolve("locks");
    OutputFiles.folder(locks);
    return FileLocks.tryExclusive(locks.resolve(part));
  }

  private Path file(GridUnit.Cell cell) {
    return folder.resolve("cells").resolve(cell.key() + ".json");
  }

  private Path file(int repeat) {
    return folder.resolve("repeats").resolve(PlainText.of("%04d.json", repeat));
  }

  private static void write(Path file, String text) {
    OutputFiles.folder(file.resolveSibling("."));
    Path beside =
        file.resolveSibling(
            PlainText.of(".%s.%d", file.getFileName(), ProcessHandle.current().pid()));
    OutputFiles.text(beside, text);
    OutputFiles.writing(
        file,
        () ->
            Files.move(
                beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
  }

  private static <T> Optional<T> read(Path file, Class<T> type) {
    try {
      return Optional.of(Json.mapper().readValue(Files.readString(file), type));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
