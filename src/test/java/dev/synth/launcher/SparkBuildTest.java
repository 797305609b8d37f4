package dev.synth.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The build in {@code spark/}, which has no parent here: what both say must be the same. */
class SparkBuildTest {
  private static final Path OWN = Path.of("pom.xml");

  @Test
  void hasTheVersionOfSynth() throws IOException {
    String version = first("<artifactId>synth</artifactId>\\s*<version>([^<]+)<", OWN);
    for (String pom : List.of("spark/pom.xml", "spark/engine/pom.xml", "spark/local/pom.xml")) {
      assertThat(
              first(
                  "<artifactId>synth-spark-build</artifactId>\\s*<version>([^<]+)<", Path.of(pom)))
          .as(pom)
          .isEqualTo(version);
    }
  }

  @Test
  void hasTheVersionsOfWhatItRelocatesAndTestsWith() throws IOException {
    for (String key :
        List.of("jackson.version", "jspecify.version", "junit.version", "assertj.version")) {
      String pattern = "<" + Pattern.quote(key) + ">([^<]+)<";
      assertThat(first(pattern, Path.of("spark/pom.xml"))).as(key).isEqualTo(first(pattern, OWN));
    }
  }

  @Test
  void bothLaunchersOpenTheSamePackagesToIt() throws IOException {
    // each has them in one list of names, from java.lang to sun.util.calendar
    Pattern list =
        Pattern.compile("java\\.lang java\\.lang\\.invoke[a-z. \\\\\\s]+sun\\.util\\.calendar");
    assertThat(names(list, Path.of("synth.cmd")))
        .hasSize(13)
        .isEqualTo(names(list, Path.of("synth")));
  }

  private static List<String> names(Pattern list, Path file) throws IOException {
    Matcher found = list.matcher(Files.readString(file));
    assertThat(found.find()).as("%s", file).isTrue();
    return List.of(found.group().split("[\\s\\\\]+", -1));
  }

  private static String first(String pattern, Path file) throws IOException {
    Matcher found = Pattern.compile(pattern).matcher(Files.readString(file));
    assertThat(found.find()).as("%s in %s", pattern, file).isTrue();
    return found.group(1);
  }
}
