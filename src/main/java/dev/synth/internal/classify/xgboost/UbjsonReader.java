package dev.synth.internal.classify.xgboost;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A reader of Universal Binary JSON (ubjson.org, draft 12), the form in which XGBoost hands out
 * what it learned.
 *
 * <p>Objects become maps, arrays lists, arrays of one type of numbers {@code int[]}, {@code long[]}
 * or {@code float[]}; other numbers become {@code Long} or {@code Double}. Only what XGBoost writes
 * is known.
 */
final class UbjsonReader {
  private final ByteBuffer bytes;

  private UbjsonReader(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  /**
   * Returns the object that some bytes stand for.
   *
   * @throws IllegalArgumentException if they stand for anything else
   */
  static Map<String, Object> read(byte[] bytes) {
    UbjsonReader reader = new UbjsonReader(bytes);
    reader.expect('{');
    return reader.object();
  }

  private Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    while (peek() != '}') {
      object.put(text(), value(marker()));
    }
    expect('}');
    return object;
  }

  private Object value(char type) {
    return switch (type) {
      case '{' -> object();
      case '[' -> array();
      case 'S' -> text();
      case 'T' -> true;
      case 'F' -> false;
      case 'd' -> (double) bytes.getFloat();
      case 'D' -> bytes.getDouble();
      default -> integer(type);
    };
  }

  private Object array() {
    if (peek() == '$') {
      expect('$');
      char type = marker();
      return numbers(type, count());
    }
    List<Object> list = new ArrayList<>();
    if (peek() == '#') {
      int count = count();
      for (int i = 0; i < count; i++) {
        list.add(value(marker()));
      }
      return list;
    }
    while (peek() != ']') {
      list.add(value(marker()));
    }
    expect(']');
    return list;
  }

  private Object numbers(char type, int count) {
    return switch (type) {
      case 'd' -> {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
          numbers[i] = bytes.getFloat();
        }
        yield numbers;
      }
      case 'L' -> {
        long[] numbers = new long[count];
        for (int i = 0; i < count; i++) {
          numbers[i] = bytes.getLong();
        }
        yield numbers;
      }
      default -> {
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
          numbers[i] = Math.toIntExact(integer(type));
        }
        yield numbers;
      }
    };
  }

  private int count() {
    expect('#');
    return Math.toIntExact(integer(marker()));
  }

  private String text() {
    byte[] text = new byte[Math.toIntExact(integer(marker()))];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private long integer(char type) {
    return switch (type) {
      case 'i' -> bytes.get();
      case 'U' -> Byte.toUnsignedInt(bytes.get());
      case 'I' -> bytes.getShort();
      case 'l' -> bytes.getInt();
      case 'L' -> bytes.getLong();
      default -> throw new IllegalArgumentException("no UBJSON number starts with " + type);
    };
  }

  private char peek() {
    return (char) bytes.get(bytes.position());
  }

  private char marker() {
    return (char) bytes.get();
  }

  private void expect(char wanted) {
    char found = marker();
    if (found != wanted) {
      throw new IllegalArgumentException("UBJSON has " + found + " where " + wanted + " belongs");
    }
  }
}
