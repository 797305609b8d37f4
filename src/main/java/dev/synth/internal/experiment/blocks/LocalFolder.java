package dev.synth.internal.experiment.blocks;

import dev.synth.base.Problem;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.files.OutputFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder of blocks on this machine's disk. */
public final class LocalFolder implements BlockFolder {
  private final Path target;
  private final Path growing;

  private LocalFolder(Path target, Path growing) {
    this.target = target;
    this.growing = growing;
  }

  /** Begins a folder; see {@link BlockEngine#folder}. */
  public static LocalFolder begin(String name, boolean overwrite) {
    if (name.matches("[a-z][a-z0-9+.-]*://.*")) {
      throw Problem.usage(
          "%s is on storage that only an engine such as spark reaches (docs/spark.md)", name);
    }
    Path place = Path.of(name);
    Path target = place.toAbsolutePath().normalize();
    refuseToReplace(place, overwrite);
    String hidden =
        PlainText.of(".%s.partial-%d", target.getFileName(), ProcessHandle.current().pid());
    Path growing = target.resolveSibling(hidden);
    OutputFiles.remove(growing);
    OutputFiles.folder(growing);
    return new LocalFolder(target, growing);
  }

  private static void refuseToReplace(Path place, boolean overwrite) {
    boolean isOfBlocks = Files.isRegularFile(place.resolve(MANIFEST));
    if (Files.exists(place) && !isEmptyFolder(place) && !(isOfBlocks && overwrite)) {
      throw BlockFolder.inTheWay(place.toString(), isOfBlocks);
    }
  }

  private static boolean isEmptyFolder(Path place) {
    if (!Files.isDirectory(place)) {
      return false;
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      throw Problem.environment("cannot read %s: %s", place, OutputFiles.reason(e)).causedBy(e);
    }
  }

  /** Returns where its files are until it is whole. */
  public Path growing() {
    return growing;
  }

  @Override
  public long size(String file) {
    try {
      Path path = growing.resolve(file);
      return Files.isRegularFile(path) ? Files.size(path) : -1;
    } catch (IOException e) {
      throw Problem.environment("cannot read %s: %s", growing, OutputFiles.reason(e)).causedBy(e);
    }
  }

  @Override
  public void remove(String file) {
    OutputFiles.remove(growing.resolve(file));
  }

  @Override
  public void write(String file, String text) {
    OutputFiles.text(growing.resolve(file), text);
  }

  @Override
  public void commit() {
    OutputFiles.remove(target);
    OutputFiles.writing(target, () -> Files.move(growing, target));
  }

  @Override
  public void close() {
    OutputFiles.remove(growing);
  }
}
