package dev.synth.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The folders on the pages for contributors: what is named is there, and no room is left out. */
class WhereIsItTest {
  private static final Path SOURCE = Path.of("src/main/java/dev/synth");
  private static final String INTERNAL = "internal/";

  /** A name with the brackets behind it, or brackets that belong to none. */
  private static final Pattern NAME =
      Pattern.compile("`([A-Za-z]+[0-9]?[a-z]*)`(?: \\(([^)]*)\\))?|\\([^)]*\\)");

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| .+ \\| `([a-z/]+)` \\| `([A-Za-z]+)` \\|$");

  @Test
  void everyAnswerIsWhereThePageSays() throws IOException {
    List<MatchResult> rows =
        ROW.matcher(Files.readString(Path.of("CONTRIBUTING.md"))).results().toList();
    assertThat(rows).hasSize(40);
    for (MatchResult row : rows) {
      assertThat(SOURCE.resolve(row.group(1)).resolve(row.group(2) + ".java")).exists();
    }
  }

  /** A room is told by its whole path: the row has its parents, and brackets its children. */
  @Test
  void everyRoomIsOnThePageOfTheArchitecture() throws IOException {
    Set<String> told = told(Files.readString(Path.of("ARCHITECTURE.md")));
    try (Stream<Path> folders = Files.walk(SOURCE)) {
      Set<String> rooms =
          folders
              .filter(room -> Files.exists(room.resolve("package-info.java")))
              .filter(room -> !room.equals(SOURCE))
              .map(room -> SOURCE.relativize(room).toString())
              .collect(Collectors.toSet());
      assertThat(rooms).hasSizeGreaterThan(100).isSubsetOf(told);
    }
    assertThat(told).allSatisfy(room -> assertThat(SOURCE.resolve(room)).isDirectory());
  }

  @Test
  void theRoomsOfAPageAreReadByTheirPaths() {
    String page =
        """
        | API | internal | what is there |
        |---|---|---|
        | `Synth`, `run` | `report` | `no.room` |

        | room | inside |
        |---|---|
        | `report`: parts | `text` (the terminal), `wording` (sentences: `run`) |
        | `table` | `read` (types); API: `reading` (facts) |
        """;
    assertThat(told(page))
        .containsExactlyInAnyOrder(
            "run",
            "internal/report",
            "internal/report/text",
            "internal/report/wording",
            "internal/report/wording/run",
            "internal/table/read",
            "table/reading");
  }

  /** Returns the paths in the two tables of rooms. */
  private static Set<String> told(String page) {
    Set<String> told = new TreeSet<>();
    List<String> lines = page.lines().toList();
    for (String row : rows(lines, "| API |")) {
      List<String> cells = List.of(row.split("\\|", -1));
      names(cells.get(1)).keySet().stream()
          .filter(name -> !name.equals("Synth"))
          .forEach(told::add);
      names(cells.get(2)).keySet().forEach(name -> told.add(INTERNAL + name));
    }
    for (String row : rows(lines, "| room |")) {
      List<String> cells = List.of(row.split("\\|", -1));
      String room = names(cells.get(1)).keySet().iterator().next();
      String inside = cells.get(2).replaceFirst("API:.*", "");
      addInside(told, INTERNAL + room + "/", inside);
      addInside(told, room + "/", cells.get(2).substring(inside.length()));
    }
    return told;
  }

  private static List<String> rows(List<String> lines, String head) {
    List<String> below = lines.stream().dropWhile(line -> !line.startsWith(head)).skip(2).toList();
    return below.stream().takeWhile(line -> line.startsWith("|")).toList();
  }

  private static void addInside(Set<String> told, String room, String cell) {
    names(cell)
        .forEach(
            (name, brackets) -> {
              told.add(room + name);
              names(brackets).keySet().forEach(inner -> told.add(room + name + "/" + inner));
            });
  }

  /** Returns the names outside of brackets, each with what the brackets behind it hold. */
  private static Map<String, String> names(String cell) {
    Map<String, String> names = new LinkedHashMap<>();
    NAME.matcher(cell)
        .results()
        .filter(found -> found.group(1) != null)
        .forEach(found -> names.put(found.group(1), String.valueOf(found.group(2))));
    return names;
  }
}
