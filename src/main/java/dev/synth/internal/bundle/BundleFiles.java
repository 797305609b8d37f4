package dev.synth.internal.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Problem;
import dev.synth.base.Remedy;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.Version;
import dev.synth.internal.classify.files.StoredClassifiers;
import dev.synth.internal.classify.stored.ClassifierInput;
import dev.synth.internal.files.Hashes;
import dev.synth.internal.files.OutputFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

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

  private static final String REFERENCE = "reference.json";
  private static final String PROVENANCE = "provenance.json";
  private static final String SUMS = "SHA256SUMS";
  private static final String FORMAT = "synth-bundle";
  private static final int SCHEMA_VERSION = 1;

  /** The abilities that a reader needs to score as the bundle means; others refuse it. */
  private static final List<String> NEEDS = List.of("scores", "features");

  private static final List<String> WITHOUT_FEATURES = List.of("scores");

  private static final int VERSION_DIGITS = 12;

  private BundleFiles() {}

  /**
   * The content that is written beside the model.
   *
   * @param reference what the rows were like
   * @param provenance where the model comes from; nothing that depends on machine or time
   * @param config the config, with every default
   */
  public record Beside(FittedReference reference, Object provenance, String config) {}

  /**
   * Refuses a folder that must not be written to.
   *
   * @param overwrite whether a bundle that is there may be replaced
   * @throws Problem (usage) if there is one, or a folder of something else
   */
  public static void check(Path folder, boolean overwrite) {
    if (!Files.exists(folder) || isEmpty(folder)) {
      return;
    }
    if (!Files.isRegularFile(folder.resolve(DESCRIPTION))) {
      throw Problem.usage(
          "%s is there and is no bundle, so nothing is written to it; choose another folder",
          folder);
    }
    if (!overwrite) {
      throw Problem.usage("%s holds a bundle; choose another folder", folder)
          .remedy(Remedy.OVERWRITE);
    }
  }

  private static boolean isEmpty(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      throw Problem.environment("cannot read %s: %s", folder, OutputFiles.reason(e)).causedBy(e);
    }
  }

  /**
   * Writes a bundle, whole or not at all.
   *
   * @param folder replaced if it exists
   * @return the model's version
   */
  public static String write(Path folder, Bundle bundle, Beside beside) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(DESCRIPTION, bytes(Json.write(description(bundle))));
    files.putAll(StoredClassifiers.write(bundle.classifier()));
    files.put(REFERENCE, bytes(Json.writeDense(beside.reference().toJson())));
    files.put(PROVENANCE, bytes(Json.write(beside.provenance())));
    files.put(CONFIG, bytes(beside.config()));
    String sums = sums(files);
    files.put(SUMS, bytes(sums));
    Path place = folder.toAbsolutePath().normalize();
    Path parent = place.getParent();
    if (parent == null) {
      throw Problem.usage("%s cannot be a bundle's folder", folder);
    }
    OutputFiles.folder(parent);
    Path partial = parent.resolve(PlainText.of(".%s.partial", place.getFileName()));
    Path old = parent.resolve(PlainText.of(".%s.old", place.getFileName()));
    OutputFiles.remove(partial);
    OutputFiles.remove(old);
    try {
      OutputFiles.folder(partial);
      files.forEach(
          (name, content) ->
              OutputFiles.writing(
                  partial.resolve(name), () -> Files.write(partial.resolve(name), content)));
      if (Files.exists(place)) {
        move(place, old);
      }
      move(partial, place);
    } finally {
      OutputFiles.remove(partial);
    }
    OutputFiles.remove(old);
    return version(sums);
  }

  /**
   * Puts a bundle into the place of another, which is kept under another name.
   *
   * @param kept replaced if it is a bundle
   * @throws Problem of the environment if a folder can't be moved; the old one is in its place then
   */
  public static void promote(Path challenger, Path champion, Path kept) {
    check(kept, true);
    OutputFiles.remove(kept);
    move(champion, kept);
    try {
      move(challenger, champion);
    } catch (Problem problem) {
      move(kept, champion);
      throw problem;
    }
  }

  private static void move(Path from, Path to) {
    OutputFiles.writing(to, () -> Files.move(from, to, StandardCopyOption.ATOMIC_MOVE));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Returns what tells a folder's bundle from another one; empty where there is none. */
  public static String sums(Path folder) {
    try {
      return Files.readString(folder.resolve(SUMS));
    } catch (IOException e) {
      return "";
    }
  }

  private static String sums(Map<String, byte[]> files) {
    StringBuilder sums = new StringBuilder();
    new TreeMap<>(files)
        .forEach(
            (name, content) ->
                sums.append(Hashes.ofBytes(content)).append("  ").append(name).append('\n'));
    return sums.toString();
  }

  private static String version(String sums) {
    return Hashes.ofText(sums).substring(0, VERSION_DIGITS);
  }

  private static ObjectNode description(Bundle bundle) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("format", FORMAT);
    json.put("schema_version", SCHEMA_VERSION);
    FeatureContract features = bundle.features();
    json.set("needs", Json.tree(features == null ? WITHOUT_FEATURES : NEEDS));
    json.put("synth", Version.text());
    json.set("model", Json.tree(bundle.facts()));
    json.set("calibration", bundle.calibration().toJson());
    json.set("contract", bundle.contract().toJson());
    if (features != null) {
      json.set("features", features.toJson());
    }
    return json;
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
