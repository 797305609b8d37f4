package dev.synth.internal.experiment.judging;

import dev.synth.internal.table.stage.ScanColumns;
import dev.synth.internal.table.stage.SourceFiles;
import java.io.Serializable;
import java.util.List;

/**
 * The files of one side, which are read where they lie.
 *
 * @param name what the side is called
 * @param source as the user names it
 * @param files their paths, on a disk that every machine sees which reads them
 * @param shown what the user calls each
 * @param columns the columns of each
 * @param rarity an expression of a row that tells whether it is rare
 * @param rare how many rows are rare
 * @param others how many are not
 */
record FileSide(
    String name,
    String source,
    List<String> files,
    List<String> shown,
    ScanColumns columns,
    String rarity,
    long rare,
    long others)
    implements Serializable {
  FileSide {
    files = List.copyOf(files);
    shown = List.copyOf(shown);
  }

  boolean isRemote() {
    return SourceFiles.isRemote(source);
  }

  long rows() {
    return rare + others;
  }
}
