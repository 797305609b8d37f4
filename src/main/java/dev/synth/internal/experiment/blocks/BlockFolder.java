package dev.synth.internal.experiment.blocks;

import dev.synth.base.Problem;
import dev.synth.base.Remedy;
import java.util.List;
import java.util.Locale;

/**
 * A folder of blocks as the program that made the order sees it. It grows beside its place, and is
 * moved there whole; closed without {@link #commit}, it leaves nothing behind.
 */
public interface BlockFolder extends AutoCloseable {
  /** The name of the file that lists the others; engines that read tables pass over it. */
  String MANIFEST = "_manifest.json";

  /** Returns the size of a file in it, in bytes; −1 where there is none. */
  long size(String file);

  /**
   * Looks for a file that was written: machines without shared storage write to folders of their
   * own.
   *
   * @throws Problem if it is not there
   */
  default void requireThere(String file, long bytes) {
    if (size(file) != bytes) {
      throw Problem.environment(
          "%s was written, but is not in the folder that this machine sees; the folder must be on"
              + " storage that all machines share",
          file);
    }
  }

  /** Removes a file. */
  void remove(String file);

  /** Writes a text file. */
  void write(String file, String text);

  /** Moves the folder into its place. */
  void commit();

  @Override
  void close();

  /** Returns the format that a folder's name asks for, or the usual one. */
  static String extension(String to, String usual) {
    String name = to.toLowerCase(Locale.ROOT).replaceAll("/+$", "");
    for (String each : List.of("csv.gz", "csv", "parquet")) {
      if (name.endsWith("." + each)) {
        return each;
      }
    }
    return usual;
  }

  /** The refusal to replace what is there. */
  static Problem inTheWay(String target, boolean isOfBlocks) {
    return isOfBlocks
        ? Problem.usage("%s exists", target).remedy(Remedy.OTHER_TARGET)
        : Problem.usage(
            "%s is there and is no folder of drawn or scored rows, so it is not replaced; name"
                + " another folder",
            target);
  }
}
