package dev.synth.internal.experiment.grid;

import dev.synth.base.Problem;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.files.FileLocks;
import dev.synth.internal.files.OutputFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The finished parts of a grid on disk. A file is there whole or not at all; one that cannot be
 * read counts as not there, and its cell is computed again.
 */
public final class GridStore {
  private final Path folder;

  /** Files that could not be read and were forgotten, to be written anew. */
  private final Set<Path> forgotten = ConcurrentHashMap.newKeySet();

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

  /**
   * Puts a cell there that was computed elsewhere.
   *
   * @param key the cell's key
   * @param text what {@link #texts} gave there
   */
  void writeText(String key, String text) {
    write(file(key), text);
  }

  /** Returns the texts of a unit's finished cells, by their keys. */
  public Map<String, String> texts(GridUnit unit) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (GridUnit.Cell cell : unit.cells()) {
      Path file = file(cell);
      try {
        texts.put(cell.key(), Files.readString(file));
      } catch (IOException e) {
        throw Problem.environment("cannot read %s: %s", file, OutputFiles.reason(e)).causedBy(e);
      }
    }
    return texts;
  }

  /** Forgets a cell that cannot be read, so that it is computed again: once. */
  void forgetDamaged(GridUnit.Cell cell) {
    if (Files.exists(file(cell))) {
      noteDamage(file(cell), CellResult.class);
      remove(cell);
    }
  }

  /** Removes a cell. */
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

  /**
   * Forgets a judged repeat that cannot be read, so that it is computed again: once. Returns false
   * if it is not there.
   */
  boolean forgetDamaged(int repeat) {
    boolean there = hasRepeat(repeat);
    if (there) {
      noteDamage(file(repeat), JudgedRepeat.class);
      remove(repeat);
    }
    return there;
  }

  /** Removes a judged repeat. */
  public void remove(int repeat) {
    OutputFiles.remove(file(repeat));
  }

  /** A file that was damaged by others is damaged once; one that is so again, we write wrongly. */
  private void noteDamage(Path file, Class<?> type) {
    if (!forgotten.add(file)) {
      try {
        Json.mapper().readValue(Files.readString(file), type);
      } catch (IOException e) {
        throw new IllegalStateException(file + " was written anew and cannot be read again", e);
      }
    }
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
    return file(cell.key());
  }

  private Path file(String key) {
    return folder.resolve("cells").resolve(key + ".json");
  }

  private Path file(int repeat) {
    return folder.resolve("repeats").resolve(PlainText.of("%04d.json", repeat));
  }

  private static void write(Path file, String text) {
    OutputFiles.folder(file.resolveSibling("."));
    Path beside =
        file.resolveSibling(
            PlainText.of(".%s.%d", file.getFileName(), ProcessHandle.current().pid()));
    OutputFiles.whole(file, beside, () -> Files.writeString(beside, text));
  }

  private static <T> Optional<T> read(Path file, Class<T> type) {
    try {
      return Optional.of(Json.mapper().readValue(Files.readString(file), type));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
