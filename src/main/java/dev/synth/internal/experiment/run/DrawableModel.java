package dev.synth.internal.experiment.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Remedy;
import dev.synth.generate.Generator;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.generate.kinds.Generators;
import dev.synth.run.RunFile;
import dev.synth.split.RowRules;
import dev.synth.table.Label;
import dev.synth.table.TextStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The model that a run keeps to draw from it later without its data: the folder {@code model} with
 * the generator and, in {@code rules.json}, the row rules, the label and what was written.
 *
 * @param generator the generator
 * @param rules what a row must satisfy
 * @param label the label column
 * @param style how text files part and quote their cells
 * @param extension the ending of the run's file of synthetic rows: csv or parquet
 * @param rows how many synthetic rows the run wrote
 * @param seed the run's root seed
 */
public record DrawableModel(
    Generator generator,
    RowRules rules,
    Label label,
    TextStyle style,
    String extension,
    long rows,
    long seed) {
  /** The folder in a run's folder. */
  static final String FOLDER = "model";

  private static final String FILE = "rules.json";
  private static final int VERSION = 1;

  /** Writes everything to the folder {@code model} of a run's folder. */
  public void write(Path run) {
    Path folder = run.resolve(FOLDER);
    OutputFiles.folder(folder);
    OutputFiles.writing(folder, () -> generator.save(folder));
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("version", VERSION);
    json.put("extension", extension);
    json.put("rows", rows);
    json.put("seed", seed);
    ObjectNode place = json.putObject("label");
    place.put("column", label.column());
    place.put("positive", label.positive());
    place.put("negative", label.negative());
    place.put("position", label.position());
    if (!style.equals(TextStyle.PLAIN)) {
      ObjectNode text = json.putObject("text");
      text.put("delimiter", String.valueOf(style.delimiter()));
      text.put("quotes_names", style.quotesNames());
      style.quoted().forEach(text.putArray("quoted")::add);
    }
    json.set("row_rules", rules.toJson());
    OutputFiles.text(folder.resolve(FILE), Json.write(json));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws Problem a data problem if anything is missing, damaged or of another version
   */
  public static DrawableModel read(Path run) {
    Path folder = run.resolve(FOLDER);
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw Problem.data(
              "%s has no %s/%s, without which rows cannot be drawn; if an older synth made the run",
              run, FOLDER, FILE)
          .remedy(Remedy.GENERATE_AGAIN, RunFile.RESOLVED.in(run).toString());
    }
    try {
      Generator generator = Generators.load(folder);
      JsonFields json = new JsonFields(Json.mapper().readTree(Files.readString(file)));
      if (json.whole("version") != VERSION) {
        throw Problem.data(
            "%s is of version %d; this synth reads version %d",
            file, json.whole("version"), VERSION);
      }
      JsonFields label = json.object("label");
      RowRules rules = RowRules.fromJson(json.object("row_rules").json());
      requireSameColumns(generator, rules, file);
      return new DrawableModel(
          generator,
          rules,
          new Label(
              label.text("column"),
              label.text("positive"),
              label.text("negative"),
              label.whole("position", 0, Integer.MAX_VALUE)),
          style(json),
          json.text("extension"),
          json.whole("rows"),
          json.whole("seed"));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw Problem.data("the saved run is damaged: %s cannot be read: %s", file, reason)
          .causedBy(e);
    } catch (IOException e) {
      throw Problem.environment("cannot read %s: %s", folder, OutputFiles.reason(e)).causedBy(e);
    }
  }

  /** A run without it writes plain text, as older ones do. */
  private static TextStyle style(JsonFields json) {
    if (!json.json().has("text")) {
      return TextStyle.PLAIN;
    }
    JsonFields text = json.object("text");
    String delimiter = text.text("delimiter");
    if (delimiter.length() != 1) {
      throw new IllegalArgumentException("'delimiter' is no single character");
    }
    return new TextStyle(
        delimiter.charAt(0), text.flag("quotes_names"), Set.copyOf(text.texts("quoted")));
  }

  private static void requireSameColumns(Generator generator, RowRules rules, Path file) {
    List<String> drawn = generator.sample(1, Context.quiet(0)).schema().names();
    if (!drawn.equals(rules.schema().names())) {
      throw Problem.data(
          "the saved run is damaged: the model and its rules have different columns (%s)", file);
    }
  }
}
