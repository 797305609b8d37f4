package dev.synth.internal.experiment.scoring;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.internal.base.Json;
import dev.synth.internal.bundle.Bundle;
import dev.synth.internal.bundle.BundleFiles;
import dev.synth.internal.bundle.FileScoring;
import dev.synth.internal.bundle.Tally;
import dev.synth.internal.experiment.blocks.BlockFolder;
import dev.synth.internal.experiment.engine.Engines;
import dev.synth.internal.table.stage.RowPart;
import dev.synth.internal.table.stage.SourceFiles;
import dev.synth.internal.table.stage.TypedColumns;
import dev.synth.table.FileFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * Scores the rows of files into a folder: a file a block, and a manifest with the hash of each. One
 * after the other, the files have the rows that {@link FileScoring} writes into one.
 */
public final class FolderScoring {
  private static final int VERSION = 1;

  private final ScoringRequest request;
  private final Bundle bundle;
  private final int rowsPerFile;

  private FolderScoring(ScoringRequest request, Bundle bundle) {
    this.request = request;
    this.bundle = bundle;
    this.rowsPerFile =
        Objects.requireNonNullElse(request.rowsPerFile(), ScoringOrder.ROWS_PER_FILE);
  }

  /**
   * Scores; the same model, rows and rows a file give the same bytes, whatever the engine.
   *
   * @throws Problem if there is no such engine, the rows can't be read or break the contract, or
   *     something is in the way
   */
  public static FileScoring.ScoringSummary run(ScoringRequest request, Context context) {
    IntFunction<ScoringEngine> engines = engines(request.engine());
    Bundle bundle = BundleFiles.read(request.model());
    FolderScoring scoring = new FolderScoring(request, bundle);
    ScoringOrder.checkRowsPerFile(scoring.rowsPerFile);
    scoring.refuseFeatures();
    boolean isElsewhere = SourceFiles.isRemote(request.rows());
    SourceFiles files = isElsewhere ? null : SourceFiles.resolve(request.rows());
    if (files != null) {
      scoring.refuseJson(files.format());
    }
    try (ScoringEngine engine = engines.apply(request.way().jobs());
        BlockFolder folder = engine.folder(request.to(), request.overwrite())) {
      RowSource source =
          files == null
              ? engine.elsewhere(request.rows(), scoring.rowsPerFile, context)
              : scoring.source(files, engine, context);
      scoring.refuseJson(source.format());
      ScoringOrder order = scoring.order(source);
      List<ScoredBlock> blocks =
          engine.score(request.model(), order, tasks(source.parts()), folder, context);
      blocks.forEach(block -> folder.requireThere(block.file(), block.bytes()));
      folder.write(BlockFolder.MANIFEST, scoring.manifest(blocks));
      folder.commit();
      return scoring.summary(blocks);
    }
  }

  private static IntFunction<ScoringEngine> engines(String name) {
    return name.equals(Engines.LOCAL)
        ? LocalScoring::new
        : Engines.named(ScoringEngine.Provider.class, name)::start;
  }

  private void refuseFeatures() {
    if (bundle.features() != null) {
      throw Problem.usage(
          "%s computes features of the rows before each row, so its rows are scored one after the"
              + " other, into one file and not into a folder",
          request.model());
    }
    if (request.way().history() != null) {
      throw Problem.usage("the model computes no features, so that it needs no history");
    }
  }

  private void refuseJson(FileFormat format) {
    if (format == FileFormat.JSON) {
      throw Problem.usage(
          "'%s' is JSON, whose rows are scored into one file; a folder takes rows of csv or"
              + " Parquet",
          request.rows());
    }
  }

  /** Text is read to find its rows, by the engine; Parquet says how many it has. */
  private RowSource source(SourceFiles source, ScoringEngine engine, Context context) {
    List<String> files =
        source.files().stream().map(file -> file.toAbsolutePath().toString()).toList();
    boolean isParquet = source.format() == FileFormat.PARQUET;
    List<List<RowPart>> found =
        isParquet
            ? files.stream().map(file -> RowPart.ofParquet(file, rowsPerFile)).toList()
            : engine.parts(files, rowsPerFile, context);
    List<RowPart> parts = found.stream().flatMap(List::stream).toList();
    TypedColumns typed = isParquet ? TypedColumns.ofParquet(source.files()) : TypedColumns.NONE;
    List<String> columns = isParquet ? typed.names() : parts.getFirst().textColumns();
    return new RowSource(source.format(), parts, typed, columns);
  }

  private ScoringOrder order(RowSource source) {
    boolean isParquet = source.format() == FileFormat.PARQUET;
    return new ScoringOrder(
        BlockFolder.extension(request.to(), isParquet ? "parquet" : "csv"),
        request.rows(),
        request.way().lenient(),
        request.way().reasons(),
        source.typed(),
        bundle.contract().carried().stream().filter(source.columns()::contains).toList());
  }

  private static List<ScoringTask> tasks(List<RowPart> parts) {
    List<ScoringTask> tasks = new ArrayList<>();
    long before = 0;
    for (RowPart part : parts) {
      tasks.add(new ScoringTask(tasks.size(), before, part));
      before += part.rows();
    }
    return tasks;
  }

  private FileScoring.ScoringSummary summary(List<ScoredBlock> blocks) {
    return new FileScoring.ScoringSummary(
        bundle.version(),
        blocks.stream().mapToLong(ScoredBlock::rows).sum(),
        blocks.stream().mapToLong(ScoredBlock::alerts).sum(),
        bundle.facts().threshold().value(),
        blocks.stream().map(ScoredBlock::odd).reduce(Tally.Counts.NONE, Tally.Counts::plus));
  }

  private String manifest(List<ScoredBlock> blocks) {
    FileScoring.ScoringSummary summary = summary(blocks);
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("version", VERSION);
    json.put("model", summary.model());
    json.put("rows", summary.rows());
    json.put("alerts", summary.alerts());
    json.put("threshold", summary.threshold());
    json.put("rows_per_file", rowsPerFile);
    ArrayNode files = json.putArray("files");
    for (ScoredBlock block : blocks) {
      ObjectNode file = files.addObject();
      file.put("file", block.file());
      file.put("rows", block.rows());
      file.put("alerts", block.alerts());
      file.put("bytes", block.bytes());
      file.put("sha256", block.sha256());
    }
    return Json.write(json);
  }
}
