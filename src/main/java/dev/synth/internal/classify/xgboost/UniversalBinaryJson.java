package dev.synth.internal.classify.xgboost;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Universal Binary JSON (draft 12, ubjson.org), as far as XGBoost writes models in it: objects,
 * arrays, arrays of one type of numbers, strings, numbers, true and false.
 *
 * <p>An object is a {@link Map}, an array a {@link List}, an array of one type a {@code double[]},
 * which holds every float and every whole number below 2⁵³.
 */
final class UniversalBinaryJson {
  private static final int DEEPEST = 64;

  private final ByteBuffer bytes;
  private int depth;

  private UniversalBinaryJson(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes); // numbers are big-endian
  }

  /**
   * Reads an object.
   *
   * @throws IllegalArgumentException if the bytes hold something else, or end within it
   */
  static Map<?, ?> read(byte[] bytes) {
    try {
      UniversalBinaryJson reader = new UniversalBinaryJson(bytes);
      if (reader.value(reader.bytes.get()) instanceof Map<?, ?> object) {
        return object;
      }
      throw new IllegalArgumentException("the model is no object");
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("the model is cut off", e);
    }
  }

  private Object value(byte marker) {
    return switch (marker) {
      case '{' -> object();
      case '[' -> array();
      case 'S' -> text();
      case 'C' -> String.valueOf((char) bytes.get());
      case 'T' -> true;
      case 'F' -> false;
      case 'Z' -> "null";
      default -> number(marker);
    };
  }

  private double number(byte marker) {
    return switch (marker) {
      case 'i' -> bytes.get();
      case 'U' -> bytes.get() & 0xFF;
      case 'I' -> bytes.getShort();
      case 'l' -> bytes.getInt();
      case 'L' -> bytes.getLong();
      case 'd' -> bytes.getFloat();
      case 'D' -> bytes.getDouble();
      default -> throw new IllegalArgumentException("an unknown mark in the model: " + marker);
    };
  }

  private int length() {
    double length = number(bytes.get());
    if (!(length >= 0 && length <= bytes.remaining())) {
      throw new IllegalArgumentException("a length in the model is " + length);
    }
    return (int) length;
  }

  private String text() {
    byte[] text = new byte[length()];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private void deeper() {
    if (++depth > DEEPEST) {
      throw new IllegalArgumentException("the model is nested too deep");
    }
  }

  private Map<String, Object> object() {
    deeper();
    Map<String, Object> object = new LinkedHashMap<>();
    while (bytes.get(bytes.position()) != '}') {
      String key = text();
      object.put(key, value(bytes.get()));
    }
    bytes.get();
    depth--;
    return object;
  }

  private Object array() {
    if (bytes.get(bytes.position()) == '$') {
      bytes.get();
      byte type = bytes.get();
      requireMark('#');
      return numbers(type, length());
    }
    deeper();
    List<Object> values = new ArrayList<>();
    if (bytes.get(bytes.position()) == '#') {
      bytes.get();
      int count = length();
      for (int i = 0; i < count; i++) {
        values.add(value(bytes.get()));
      }
    } else {
      while (bytes.get(bytes.position()) != ']') {
        values.add(value(bytes.get()));
      }
      bytes.get();
    }
    depth--;
    return values;
  }

  private void requireMark(char mark) {
    if (bytes.get() != mark) {
      throw new IllegalArgumentException("an array in the model has no length");
    }
  }

  private double[] numbers(byte type, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = number(type);
    }
    return values;
  }
}
