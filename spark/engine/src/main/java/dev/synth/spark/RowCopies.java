package dev.synth.spark;

import dev.synth.base.Problem;
import dev.synth.internal.files.OutputFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.SparkFiles;

/**
 * Files of another file system, as an executor reads them: each is copied once to the executor's
 * own disk, which Spark clears when the executor ends.
 */
final class RowCopies {
  private static final String FOLDER = "synth-rows";

  private RowCopies() {}

  /**
   * Reads a copy, which is made first where there is none.
   *
   * @param file the file's path, with its scheme
   * @throws Problem if it cannot be copied, or of the reader; it names the file
   */
  static <T> T read(Storage storage, String file, Function<String, T> reader) {
    org.apache.hadoop.fs.Path remote = new org.apache.hadoop.fs.Path(file);
    Path folder =
        Path.of(SparkFiles.getRootDirectory(), FOLDER, Integer.toHexString(file.hashCode()))
            .toAbsolutePath();
    Path copy = folder.resolve(remote.getName());
    synchronized (RowCopies.class) { // two tasks of one executor
      if (!Files.exists(copy)) {
        OutputFiles.folder(folder);
        storage.download(new FetchedFile(file, copy.toString()));
      }
    }
    try {
      return reader.apply(copy.toString());
    } catch (Problem problem) {
      throw CopyNames.told(problem, Map.of(copy.toString(), file));
    }
  }
}
