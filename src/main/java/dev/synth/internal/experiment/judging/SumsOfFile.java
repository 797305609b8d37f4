package dev.synth.internal.experiment.judging;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.experiment.selection.FileTask;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.table.read.MatchedReader;
import dev.synth.internal.table.selection.ParquetRows;
import dev.synth.internal.table.selection.UsedRows;
import dev.synth.internal.table.stage.FileScan;
import dev.synth.internal.table.stage.RowPart;
import dev.synth.internal.validate.metric.RowSums;
import dev.synth.table.LabelledTable;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The work on one file whose rows are summed, in parts of some rows each. */
final class SumsOfFile implements FileTask {
  private static final long serialVersionUID = 1L;

  private final SampleFiles samples;
  private final FileSide side;
  private final int file;
  private final int contents;
  private final int atOnce;
  private final String to;

  /** The samples, where this process has read them; another machine reads the files. */
  private final transient @Nullable SampledSides known;

  /**
   * The work.
   *
   * @param samples where the samples are
   * @param known the samples, where this process does the work
   * @param file the file's number on its side
   * @param contents of how many contents rows are counted at most
   * @param atOnce about how many rows are read at once
   * @param to the file that the sums are written to
   */
  SumsOfFile(
      SampleFiles samples,
      SampledSides known,
      FileSide side,
      int file,
      int contents,
      int atOnce,
      Path to) {
    this.samples = samples;
    this.known = known;
    this.side = side;
    this.file = file;
    this.contents = contents;
    this.atOnce = atOnce;
    this.to = to.toString();
  }

  @Override
  public List<List<String>> answer(int threads) {
    ExperimentConfig config = samples.resolved();
    SampledSides sides = known == null ? samples.read(Context.quiet(config.seed())) : known;
    RowSums sums = sides.sums(config.seed(), contents);
    Path whole = Path.of(to);
    Path own = ownFolder(whole.resolveSibling("."));
    try {
      FileScan.writeParts(path(), side.columns(), FileScan.View.NUMBERED, rareRows(), atOnce, own);
      for (RowPart part : parts(own)) {
        sums.add(read(part, sides.real(), config));
        OutputFiles.remove(Path.of(part.file()));
      }
      Path written = own.resolve("sums");
      OutputFiles.text(written, String.join("\n", sums.lines()) + "\n");
      OutputFiles.writing(
          whole, () -> Files.move(written, whole, StandardCopyOption.REPLACE_EXISTING));
    } finally {
      OutputFiles.remove(own);
    }
    return List.of();
  }

  private Path path() {
    return Path.of(side.files().get(file));
  }

  private String rareRows() {
    List<String> names = side.columns().names();
    String named =
        IntStream.range(0, names.size())
            .mapToObj(i -> "c" + i + " AS " + ParquetRows.name(names.get(i)))
            .collect(Collectors.joining(", "));
    return PlainText.of("SELECT %s FROM data WHERE %s", named, isRare());
  }

  private String isRare() {
    return PlainText.of("(%s) = '%s'", side.rarity(), UsedRows.RARE);
  }

  private Table read(RowPart part, LabelledTable real, ExperimentConfig config) {
    Path copy = Path.of(part.file());
    String shown = side.shown().get(file);
    try {
      return new CopiedRows(copy, () -> places(part), List.of(shown))
          .read(
              () ->
                  MatchedReader.read(part.file(), real, config.data(), Context.quiet(config.seed()))
                      .rows());
    } catch (Problem problem) {
      // The message counts the part's cells alone.
      throw part.first() == 0
          ? problem
          : problem.in(
              PlainText.of(
                  "rare rows %,d to %,d of '%s'",
                  part.first() + 1, part.first() + part.rows(), shown));
    }
  }

  /** Looks for where the rows of a part stand in the file. */
  private Path places(RowPart part) {
    Path places = Path.of(part.file()).resolveSibling("places");
    String sql =
        PlainText.of(
            "SELECT 0 AS f, n FROM data WHERE %s LIMIT %d OFFSET %d",
            isRare(), part.rows(), part.first());
    FileScan.write(path(), side.columns(), FileScan.View.NUMBERED, sql, 1, places);
    return places;
  }

  /** Returns a folder that no other attempt at the same has. */
  private static Path ownFolder(Path beside) {
    for (int i = 0; ; i++) {
      Path own = beside.resolve(".attempt-" + i);
      try {
        return Files.createDirectory(own);
      } catch (FileAlreadyExistsException e) {
        // of another one
      } catch (IOException e) {
        throw Problem.environment("cannot write %s: %s", own, OutputFiles.reason(e)).causedBy(e);
      }
    }
  }

  /**
   * Returns the parts that have rows, in the order of the file. How many each has is DuckDB's to
   * say: it fills row groups in vectors.
   */
  private static List<RowPart> parts(Path folder) {
    List<RowPart> parts = new ArrayList<>();
    long first = 0;
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file :
          all.filter(part -> part.toString().endsWith(".parquet"))
              .sorted(Comparator.comparingLong(SumsOfFile::number))
              .toList()) {
        RowPart whole = RowPart.ofParquet(file.toString(), Integer.MAX_VALUE).getFirst();
        if (whole.rows() > 0) {
          parts.add(new RowPart(whole.file(), whole.fileBytes(), first, whole.rows(), null));
        }
        first += whole.rows();
      }
      return parts;
    } catch (IOException e) {
      throw Problem.environment("cannot read %s: %s", folder, OutputFiles.reason(e)).causedBy(e);
    }
  }

  /** Returns the number that DuckDB gave a part. */
  private static long number(Path part) {
    return Long.parseLong(String.valueOf(part.getFileName()).replaceAll("\\D", ""));
  }
}
