package dev.synth.internal.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Apache ECharts, as its jar on the class path has it. */
final class ChartLibrary {
  private static final String FACTS = "/META-INF/maven/org.webjars/echarts/pom.properties";

  private ChartLibrary() {}

  /** Returns the library's text, which may stand in a script element. */
  static String text() {
    Properties facts = new Properties();
    try (InputStream stream = open(FACTS)) {
      facts.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String file =
        "/META-INF/resources/webjars/echarts/" + facts.getProperty("version") + "/echarts.min.js";
    try (InputStream stream = open(file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    InputStream stream = ChartLibrary.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException(name + " is not on the class path");
    }
    return stream;
  }
}
