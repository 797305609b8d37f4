package dev.synth.internal.classify.stored;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The place where fitted classifiers write themselves: each returns an object that names arrays,
 * files and encoders of features which it has put here. The same classifiers give the same bytes.
 */
public final class ClassifierOutput {
  /** The name of the file that describes the classifiers. */
  public static final String DESCRIPTION = "classifier.json";

  /** The name of the file that holds the arrays, little-endian and one behind the other. */
  public static final String ARRAYS = "arrays.bin";

  /** The form of an array's numbers in the file. */
  enum ArrayType {
    INT32(Integer.BYTES),
    FLOAT32(Float.BYTES),
    FLOAT64(Double.BYTES);

    final int bytes;

    ArrayType(int bytes) {
      this.bytes = bytes;
    }
  }

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ArrayNode index = Json.mapper().createArrayNode();
  private final ArrayNode encoders = Json.mapper().createArrayNode();
  private final IdentityHashMap<Object, Integer> known = new IdentityHashMap<>();
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  /** Puts an array of whole numbers here and returns its number. */
  public int put(int[] values) {
    byte[] raw = raw(values.length, ArrayType.INT32);
    ByteBuffer buffer = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      buffer.putInt(value);
    }
    return put(raw, values.length, ArrayType.INT32);
  }

  /** Puts an array of numbers here and returns its number. */
  public int put(float[] values) {
    byte[] raw = raw(values.length, ArrayType.FLOAT32);
    ByteBuffer buffer = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      buffer.putFloat(value);
    }
    return put(raw, values.length, ArrayType.FLOAT32);
  }

  /** Puts an array of numbers here and returns its number. */
  public int put(double[] values) {
    byte[] raw = raw(values.length, ArrayType.FLOAT64);
    ByteBuffer buffer = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      buffer.putDouble(value);
    }
    return put(raw, values.length, ArrayType.FLOAT64);
  }

  private static byte[] raw(int values, ArrayType type) {
    return new byte[Math.multiplyExact(values, type.bytes)];
  }

  private int put(byte[] raw, int size, ArrayType type) {
    bytes.writeBytes(raw);
    index.addObject().put("type", type.name().toLowerCase(Locale.ROOT)).put("size", size);
    return index.size() - 1;
  }

  /**
   * Puts a file of a library's own format here and returns its name.
   *
   * @param extension the ending of the name, such as {@code ubj}
   */
  public String put(byte[] content, String extension) {
    String name = "model-" + files.size() + "." + extension;
    files.put(name, content.clone());
    return name;
  }

  /**
   * Puts an encoder of features here, once, and returns its number.
   *
   * @param encoder what several classifiers may share
   * @param description what it has learned
   */
  public int putEncoder(Object encoder, Supplier<JsonNode> description) {
    Integer number = known.get(encoder);
    if (number == null) {
      number = encoders.size();
      encoders.add(description.get());
      known.put(encoder, number);
    }
    return number;
  }

  /**
   * Returns the files, by name.
   *
   * @param classifier what the outermost classifier returned
   */
  public Map<String, byte[]> files(ObjectNode classifier) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.set("classifier", classifier);
    json.set("encoders", encoders);
    json.set("arrays", index);
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put(DESCRIPTION, Json.write(json).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    all.put(ARRAYS, bytes.toByteArray());
    all.putAll(files);
    return all;
  }
}
