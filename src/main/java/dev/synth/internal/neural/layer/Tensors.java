package dev.synth.internal.neural.layer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Problem;
import dev.synth.internal.base.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named arrays of numbers, saved one behind the other as little-endian 32-bit floats, with an index
 * that says where each lies and what the file's SHA-256 is.
 */
public final class Tensors {
  /** The name of the file that holds the numbers. */
  public static final String FILE = "tensors.bin";

  private final Map<String, float[]> arrays = new LinkedHashMap<>();

  /** Adds an array, which is copied. */
  public void put(String name, float[] values) {
    if (arrays.put(name, values.clone()) != null) {
      throw new IllegalArgumentException("a second tensor '" + name + "'");
    }
  }

  /**
   * Returns a copy of an array.
   *
   * @throws Problem if there is none of that name and size, or if a number is not finite
   */
  public float[] get(String name, int size) {
    float[] values = arrays.get(name);
    if (values == null || values.length != size) {
      throw Problem.data(
          "the saved model is damaged: tensor '%s' has %s numbers, not %d",
          name, values == null ? "no" : values.length, size);
    }
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw Problem.data("the saved model is damaged: tensor '%s' holds %s", name, value);
      }
    }
    return values.clone();
  }

  /** Returns whether there is no array at all. */
  public boolean isEmpty() {
    return arrays.isEmpty();
  }

  /** Writes all arrays to a file and returns the index. */
  public JsonNode write(Path file) throws IOException {
    byte[] bytes = bytes();
    Files.write(file, bytes);
    ObjectNode index = Json.mapper().createObjectNode();
    index.put("file", file.getFileName().toString());
    index.put("bytes", bytes.length);
    index.put("sha256", sha256(bytes));
    ArrayNode list = index.putArray("tensors");
    for (Map.Entry<String, float[]> entry : arrays.entrySet()) {
      list.addObject().put("name", entry.getKey()).put("size", entry.getValue().length);
    }
    return index;
  }

  private byte[] bytes() {
    int size = arrays.values().stream().mapToInt(values -> values.length).sum();
    ByteBuffer buffer =
        ByteBuffer.allocate(Math.multiplyExact(size, Float.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
    for (float[] values : arrays.values()) {
      for (float value : values) {
        buffer.putFloat(value);
      }
    }
    return buffer.array();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param folder where the file lies
   * @param index what {@link #write} returned
   * @throws Problem if the file is not the one that the index describes
   */
  public static Tensors read(Path folder, JsonNode index) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw Problem.data("the saved model is incomplete: %s is missing", file);
    }
    byte[] bytes = Files.readAllBytes(file);
    if (!sha256(bytes).equals(index.path("sha256").asText())) {
      throw Problem.data(
          "the saved model is damaged: %s is not the file that model.json describes (SHA-256"
              + " differs)",
          file);
    }
    Tensors tensors = new Tensors();
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (JsonNode entry : index.path("tensors")) {
      int size = entry.path("size").asInt(-1);
      if (size < 0 || size > buffer.remaining() / Float.BYTES) {
        throw Problem.data("the saved model is damaged: %s is too short", file);
      }
      float[] values = new float[size];
      buffer.asFloatBuffer().get(values);
      buffer.position(buffer.position() + size * Float.BYTES);
      tensors.put(entry.path("name").asText(), values);
    }
    return tensors;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
