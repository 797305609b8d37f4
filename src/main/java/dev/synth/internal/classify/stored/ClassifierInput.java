package dev.synth.internal.classify.stored;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.base.PlainText;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The output of {@link ClassifierOutput}, to be read back. Whatever is not as it was written throws
 * {@link IllegalArgumentException}.
 */
public final class ClassifierInput {
  private final Map<String, byte[]> files;
  private final JsonFields classifier;
  private final List<JsonNode> encoders;
  private final List<Stored> arrays = new ArrayList<>();
  private final Map<Integer, Object> read = new HashMap<>();

  private record Stored(ClassifierOutput.ArrayType type, ByteBuffer values, int size) {}

  /**
   * Reads the description and where the arrays lie.
   *
   * @param files the files, by name
   */
  public ClassifierInput(Map<String, byte[]> files) {
    this.files = Map.copyOf(files);
    try {
      String text = new String(bytes(ClassifierOutput.DESCRIPTION), StandardCharsets.UTF_8);
      JsonFields json = new JsonFields(Json.mapper().readTree(text));
      classifier = json.object("classifier");
      encoders = json.list("encoders");
      cut(json.list("arrays"));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }

  private void cut(List<JsonNode> index) {
    ByteBuffer all = ByteBuffer.wrap(bytes(ClassifierOutput.ARRAYS)).order(ByteOrder.LITTLE_ENDIAN);
    for (JsonNode each : index) {
      JsonFields entry = new JsonFields(each);
      String name = entry.text("type");
      ClassifierOutput.ArrayType type = type(name);
      int size = entry.whole("size", 0, Integer.MAX_VALUE);
      long length = (long) size * type.bytes;
      require(length <= all.remaining(), ClassifierOutput.ARRAYS + " is too short");
      ByteBuffer own = all.slice(all.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
      all.position(all.position() + (int) length);
      arrays.add(new Stored(type, own, size));
    }
    require(!all.hasRemaining(), ClassifierOutput.ARRAYS + " is too long");
  }

  private static ClassifierOutput.ArrayType type(String name) {
    for (ClassifierOutput.ArrayType known : ClassifierOutput.ArrayType.values()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(name)) {
        return known;
      }
    }
    throw new IllegalArgumentException(PlainText.of("there is no array type '%s'", name));
  }

  /** Throws where something does not hold. */
  public static void require(boolean holds, String complaint) {
    if (!holds) {
      throw new IllegalArgumentException(complaint);
    }
  }

  private byte[] bytes(String name) {
    byte[] content = files.get(name);
    if (content == null) {
      throw new IllegalArgumentException(PlainText.of("%s is missing", name));
    }
    return content;
  }

  /** Returns what the outermost classifier wrote. */
  public JsonFields classifier() {
    return classifier;
  }

  /** Returns the whole numbers whose array a field names. */
  public int[] ints(JsonFields fields, String name) {
    Stored stored = stored(fields, name, ClassifierOutput.ArrayType.INT32);
    int[] values = new int[stored.size()];
    stored.values().asIntBuffer().get(0, values);
    return values;
  }

  /** Returns the finite numbers whose array a field names. */
  public float[] floats(JsonFields fields, String name) {
    Stored stored = stored(fields, name, ClassifierOutput.ArrayType.FLOAT32);
    float[] values = new float[stored.size()];
    stored.values().asFloatBuffer().get(0, values);
    for (float value : values) {
      require(Float.isFinite(value), "'" + name + "' holds " + value);
    }
    return values;
  }

  /** Returns the finite numbers whose array a field names. */
  public double[] doubles(JsonFields fields, String name) {
    Stored stored = stored(fields, name, ClassifierOutput.ArrayType.FLOAT64);
    double[] values = new double[stored.size()];
    stored.values().asDoubleBuffer().get(0, values);
    for (double value : values) {
      require(Double.isFinite(value), "'" + name + "' holds " + value);
    }
    return values;
  }

  private Stored stored(JsonFields fields, String name, ClassifierOutput.ArrayType type) {
    Stored stored = arrays.get(fields.whole(name, 0, arrays.size() - 1));
    require(stored.type() == type, "'" + name + "' is of another type");
    return stored;
  }

  /** Returns the bytes of the file that a field names. */
  public byte[] file(JsonFields fields, String name) {
    return bytes(fields.text(name)).clone();
  }

  /**
   * Returns the encoder that a field names, which is read once.
   *
   * @param type what it is
   * @param reader makes it of its description
   */
  public <T> T encoder(
      JsonFields fields, String name, Class<T> type, Function<JsonNode, T> reader) {
    int number = fields.whole(name, 0, encoders.size() - 1);
    @Nullable Object known = read.get(number);
    if (known == null) {
      known = reader.apply(encoders.get(number));
      read.put(number, known);
    }
    return type.cast(known);
  }
}
