package dev.synth.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

/** A benchmark's arguments. */
public final class Arguments {
  private Arguments() {}

  /** Reads arguments of the form {@code key=value}. */
  public static Map<String, String> of(String[] args) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String arg : args) {
      options.put(arg.substring(0, arg.indexOf('=')), arg.substring(arg.indexOf('=') + 1));
    }
    return options;
  }
}
