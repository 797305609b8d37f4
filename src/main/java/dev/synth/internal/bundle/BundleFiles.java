package dev.synth.internal.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import dev.synth.base.Problem;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.classify.files.StoredClassifiers;
import dev.synth.internal.classify.stored.ClassifierInput;
import dev.synth.internal.files.Hashes;
import dev.synth.internal.files.OutputFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A bundle's folder, as docs/production.md describes it. {@value #SUMS} has the SHA-256 of every
 * other file, in the form of {@code sha256sum}; the SHA-256 of that file is the model's version.
 * The same model gives the same bytes.
 */
public final class BundleFiles {
  /** The file that describes the model. */
  public static final String DESCRIPTION = "bundle.json";

  /** The config that the model was fitted by. */
  public static final String CONFIG = "resolved.yaml";

  static final String REFERENCE = "reference.json";
  static final String PROVENANCE = "provenance.json";
  static final String SUMS = "SHA256SUMS";
  static final String FORMAT = "synth-bundle";
  static final int SCHEMA_VERSION = 1;

  /** The abilities that a reader needs to score as the bundle means; others refuse it. */
  static final List<String> NEEDS = List.of("scores", "features");

  private static final int VERSION_DIGITS = 12;

  private BundleFiles() {}

  /** Returns what tells a folder's bundle from another one; empty where there is none. */
  public static String sums(Path folder) {
    try {
      return Files.readString(folder.resolve(SUMS));
    } catch (IOException e) {
      return "";
    }
  }

  /** Returns the version of the model whose files have these sums. */
  static String version(String sums) {
    return Hashes.ofText(sums).substring(0, VERSION_DIGITS);
  }

  /**
   * Reads a bundle.
   *
   * @throws Problem a data problem if the folder is none, is damaged, or is of another version; of
   *     the environment if it can't be read
   */
  public static Bundle read(Path folder) {
    return readWhole(folder).bundle();
  }

  /**
   * A bundle with what stands beside its model.
   *
   * @param bundle the model
   * @param reference what the rows were like when it was fitted
   * @param config the config, with every default
   */
  public record LoadedBundle(Bundle bundle, FittedReference reference, String config) {}

  /**
   * Reads a bundle, and what stands beside its model.
   *
   * @throws Problem as {@link #read} does
   */
  public static LoadedBundle readWhole(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw Problem.data("there is no bundle %s; 'synth fit' makes one", folder);
    }
    if (!Files.isRegularFile(folder.resolve(DESCRIPTION))) {
      throw Problem.data("%s is no bundle: %s is missing", folder, DESCRIPTION);
    }
    try {
      JsonFields json = new JsonFields(Json.mapper().readTree(text(folder, DESCRIPTION)));
      checkFormat(folder, json);
      String sums = text(folder, SUMS);
      Map<String, byte[]> files = files(folder, sums);
      BundleFacts facts =
          Json.mapper()
              .readerFor(BundleFacts.class)
              .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .readValue(json.object("model").json());
      Bundle bundle =
          new Bundle(
              version(sums),
              facts,
              Contract.fromJson(json.object("contract")),
              json.json().has("features")
                  ? FeatureContract.fromJson(json.object("features"))
                  : null,
              Calibration.fromJson(json.object("calibration")),
              StoredClassifiers.read(files));
      String reference = text(folder, REFERENCE);
      return new LoadedBundle(
          bundle,
          FittedReference.fromJson(new JsonFields(Json.mapper().readTree(reference))),
          text(folder, CONFIG));
    } catch (JsonProcessingException e) {
      throw damaged(folder, e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw Problem.environment("cannot read %s: %s", folder, OutputFiles.reason(e)).causedBy(e);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw damaged(folder, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Returns the names of the files that make up a bundle, in the order of their sums.
   *
   * @param folder a bundle that can be read
   */
  public static List<String> names(Path folder) {
    List<String> names = new ArrayList<>(files(folder, text(folder, SUMS)).keySet());
    names.add(SUMS);
    return List.copyOf(names);
  }

  private static void checkFormat(Path folder, JsonFields json) {
    ClassifierInput.require(
        json.json().path("format").asText().equals(FORMAT), DESCRIPTION + " is another program's");
    int version = json.whole("schema_version", 1, Integer.MAX_VALUE);
    if (version > SCHEMA_VERSION) {
      throw Problem.data(
          "%s was written by a newer synth (schema version %d); this one reads version %d",
          folder, version, SCHEMA_VERSION);
    }
    for (String need : json.texts("needs")) {
      if (!NEEDS.contains(need)) {
        throw Problem.data(
            "%s needs what this synth cannot do: '%s'; score with the synth that wrote it (%s)",
            folder, need, json.text("synth"));
      }
    }
  }

  /** Reads the files that the sums name, and holds them against these. */
  private static Map<String, byte[]> files(Path folder, String sums) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String line : sums.lines().toList()) {
      String[] parts = line.split("  ", 2);
      boolean isPlain =
          parts.length == 2 && parts[1].matches("[A-Za-z0-9._-]+") && !parts[1].startsWith(".");
      ClassifierInput.require(isPlain, SUMS + " has a line that names no file");
      byte[] content = bytes(folder, parts[1]);
      ClassifierInput.require(
          Hashes.ofBytes(content).equals(parts[0]),
          parts[1] + " is not the file that was written (its SHA-256 differs)");
      files.put(parts[1], content);
    }
    ClassifierInput.require(files.containsKey(DESCRIPTION), SUMS + " lacks " + DESCRIPTION);
    return files;
  }

  private static String text(Path folder, String name) {
    return new String(bytes(folder, name), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Path folder, String name) {
    Path file = folder.resolve(name);
    ClassifierInput.require(Files.isRegularFile(file), name + " is missing");
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw Problem.environment("cannot read %s: %s", file, OutputFiles.reason(e)).causedBy(e);
    }
  }

  private static Problem damaged(Path folder, String why, Exception cause) {
    String first = why.lines().findFirst().orElse("");
    return Problem.data("the bundle %s is damaged: %s", folder, first).causedBy(cause);
  }
}
