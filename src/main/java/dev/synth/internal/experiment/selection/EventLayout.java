package dev.synth.internal.experiment.selection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.base.Problem;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.bundle.EventAssembler;
import dev.synth.internal.bundle.FeatureContract;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.table.read.CellReader;
import dev.synth.internal.table.selection.UsedRows;
import dev.synth.internal.table.stage.ScanColumns;
import dev.synth.table.DataOptions;
import dev.synth.table.Label;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The order that all tasks share which make features of files: the features, and where everything
 * lies on the way.
 *
 * <p>A row is named by {@code f}, the number of its file, and {@code n}, its place there. Events
 * are parted into buckets, once by their ids and once for each entity, by a hash, so that a bucket
 * has all events of an id or an entity.
 *
 * @param folder the folder that all machines see
 * @param files how many files there are
 * @param columns the files' columns
 * @param features the features and what they are made of, as {@link FeatureContract}'s JSON
 * @param label the label column
 * @param rarity the expression of {@link UsedRows#rarity}
 * @param missing texts that are read as missing
 * @param missingInNumbers texts that are read as missing among numbers and times
 * @param buckets how many buckets there are
 */
record EventLayout(
    String folder,
    int files,
    ScanColumns columns,
    String features,
    String label,
    String rarity,
    List<String> missing,
    List<String> missingInNumbers,
    int buckets)
    implements Serializable {
  /** The name of the buckets by id. */
  static final String IDS = "ids";

  FeatureContract contract() {
    return FeatureContract.fromJson(new JsonFields(tree()));
  }

  private JsonNode tree() {
    try {
      return Json.mapper().readTree(features);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns how rows are read as events; the label's cell is what {@link #rarity} gives. */
  EventAssembler.Plan reading(FeatureContract contract) {
    DataOptions options =
        DataOptions.of("rows", label, UsedRows.RARE)
            .withMissing(missing)
            .withMissingInNumbers(missingInNumbers);
    return new EventAssembler.Plan(
        contract,
        new Label(label, UsedRows.RARE, UsedRows.OTHER, 0),
        contract.inputs().stream()
            .map(each -> new CellReader.Plan(each, options, List.of()))
            .toList());
  }

  /** Returns the folder of a file's events. */
  Path events(int file) {
    return Path.of(folder, PlainText.of("events-%06d", file));
  }

  /** Returns the name of an entity's buckets. */
  static String entity(int entity) {
    return "entity-" + entity;
  }

  /** Returns the file that says what the calendar makes of a file's rows. */
  Path calendar(int file, int part) {
    return events(file).resolve(PlainText.of("calendar-%d.parquet", part));
  }

  /** Returns the file of a bucket's retries. */
  Path retries(int bucket) {
    return Path.of(folder, PlainText.of("retries-%06d.parquet", bucket));
  }

  List<Path> allRetries() {
    return required(IntStream.range(0, buckets).mapToObj(this::retries).toList());
  }

  /** Returns the file of the columns of a bucket of an entity. */
  Path made(int entity, int bucket) {
    return Path.of(folder, PlainText.of("%s-%06d.parquet", entity(entity), bucket));
  }

  List<Path> allMade(int entity) {
    return required(IntStream.range(0, buckets).mapToObj(each -> made(entity, each)).toList());
  }

  /** Returns the parts of a bucket, of all files. */
  List<Path> bucket(String buckets, int bucket) {
    List<Path> parts = new ArrayList<>();
    for (Path events : required(IntStream.range(0, files).mapToObj(this::events).toList())) {
      for (Path part : children(events, buckets + "-")) {
        Path own = part.resolve("b=" + bucket);
        if (Files.isDirectory(own)) {
          parts.addAll(children(own, ""));
        }
      }
    }
    return parts;
  }

  /** Returns what lies in a folder under names that begin so, in order. */
  static List<Path> children(Path folder, String beginning) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> String.valueOf(each.getFileName()).startsWith(beginning))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw Problem.environment("cannot list %s: %s", folder, OutputFiles.reason(e)).causedBy(e);
    }
  }

  private static List<Path> required(List<Path> files) {
    files.forEach(SelectionEngine::requireThere);
    return files;
  }

  /**
   * Makes a folder for one attempt: two machines may do the same task, and the first one counts.
   */
  Path attempt() {
    for (int i = 0; ; i++) {
      Path own = Path.of(folder, ".attempt-" + i);
      try {
        return Files.createDirectory(own);
      } catch (FileAlreadyExistsException e) {
        // of another one
      } catch (IOException e) {
        throw Problem.environment("cannot write %s: %s", own, OutputFiles.reason(e)).causedBy(e);
      }
    }
  }

  /** Gives what an attempt wrote its name, unless another one did so before. */
  static void keep(Path written, Path to) {
    OutputFiles.writing(
        to,
        () -> {
          try {
            Files.move(written, to);
          } catch (IOException e) {
            if (!Files.exists(to)) {
              throw e;
            }
          }
        });
  }

  /** Returns names of columns: a letter and a number each. */
  static List<String> numbered(String letter, int many) {
    return IntStream.range(0, many).mapToObj(i -> letter + i).toList();
  }
}
