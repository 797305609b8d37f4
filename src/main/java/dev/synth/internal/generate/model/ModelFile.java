package dev.synth.internal.generate.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Kinds;
import dev.synth.base.Problem;
import dev.synth.base.Records;
import dev.synth.generate.GeneratorOptions;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.base.Spelling;
import dev.synth.internal.neural.layer.Tensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A generator's learned state on disk: {@code model.json} with the kind, its version, the options,
 * the kind's own state and an index of the tensors, which lie in {@code tensors.bin} where there
 * are any. The same state gives the same bytes.
 *
 * <p>A kind raises its version whenever it changes what its state means; an option that a file
 * lacks, since it was added later, has its default.
 *
 * @param version what the kind's state looks like, from 1, counted by the kind
 * @param options what the generator was told; they name the kind
 * @param state the kind's own state
 * @param tensors the kind's arrays; empty where it has none
 */
public record ModelFile(int version, GeneratorOptions options, JsonFields state, Tensors tensors) {
  /** The name of the file that describes the model. */
  public static final String NAME = "model.json";

  /** A model to be saved. */
  public ModelFile(int version, GeneratorOptions options, ObjectNode state, Tensors tensors) {
    this(version, options, new JsonFields(state), tensors);
  }

  /** A model without tensors, to be saved. */
  public ModelFile(int version, GeneratorOptions options, ObjectNode state) {
    this(version, options, state, new Tensors());
  }

  /**
   * Writes the files.
   *
   * @param folder an existing folder
   */
  public void write(Path folder) throws IOException {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("kind", options.kind());
    json.put("version", version);
    json.set("options", Json.tree(options));
    json.set("state", state.json());
    if (!tensors.isEmpty()) {
      json.set("tensors", tensors.write(folder.resolve(Tensors.FILE)));
    }
    Files.writeString(folder.resolve(NAME), Json.write(json));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param folder the folder with the files
   * @throws Problem a data problem if a file is missing or damaged, or the kind is unknown
   */
  public static ModelFile read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      throw Problem.data("there is no saved model in %s: %s is missing", folder, NAME);
    }
    try {
      JsonFields json = new JsonFields(Json.mapper().readTree(Files.readString(file)));
      int version = json.whole("version", 1, Integer.MAX_VALUE);
      Class<? extends GeneratorOptions> type = type(json.text("kind"), file);
      GeneratorOptions options =
          Json.mapper().treeToValue(withDefaults(json.object("options"), type), type);
      // Up to version 1 of the first kinds, the state stood beside the options.
      JsonFields state = json.json().has("state") ? json.object("state") : json;
      JsonNode index = json.json().path("tensors");
      return new ModelFile(
          version,
          options,
          state,
          index.isMissingNode() ? new Tensors() : Tensors.read(folder, index));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw damaged(file, e);
    }
  }

  /** Returns the problem that a file's content is not what was once written. */
  public static Problem damaged(Path file, Exception cause) {
    String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return Problem.data("the saved model is damaged: %s cannot be read: %s", file, message)
        .causedBy(cause);
  }

  private static Class<? extends GeneratorOptions> type(String kind, Path file) {
    Map<String, Class<? extends GeneratorOptions>> known = Kinds.of(GeneratorOptions.class);
    Class<? extends GeneratorOptions> type = known.get(kind);
    if (type == null) {
      throw Problem.data(
          "%s holds a model of kind '%s', which this version of synth does not know%s",
          file, kind, Spelling.hint(kind, known.keySet()));
    }
    return type;
  }

  private static ObjectNode withDefaults(JsonFields given, Class<? extends GeneratorOptions> type) {
    ObjectNode options = (ObjectNode) Json.tree(Records.defaults(type).orElseThrow());
    options.setAll((ObjectNode) given.json());
    return options;
  }

  /**
   * Checks that the version can be read.
   *
   * @param oldest the oldest version that the kind still reads
   * @param newest the version that it writes
   * @throws Problem a data problem that says what to do
   */
  public void requireVersion(int oldest, int newest) {
    if (version > newest) {
      throw Problem.data(
          "the saved model (kind '%s', version %d) was written by a newer synth, which counts to"
              + " more than version %d; draw from it with that one",
          options.kind(), version, newest);
    }
    if (version < oldest) {
      throw Problem.data(
          "the saved model (kind '%s', version %d) is too old for this synth, which reads version"
              + " %s; train it anew, or draw from it with the synth that wrote it",
          options.kind(), version, oldest == newest ? newest : oldest + " to " + newest);
    }
  }
}
