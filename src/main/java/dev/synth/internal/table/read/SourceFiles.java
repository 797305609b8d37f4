package dev.synth.internal.table.read;

import dev.synth.base.Problem;
import dev.synth.internal.base.Spelling;
import dev.synth.table.FileFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files that a source names, all of one format.
 *
 * @param format how they are read
 * @param files at least one, sorted by path
 */
record SourceFiles(FileFormat format, List<Path> files) {
  /** Finds the files that a path or glob names, and checks that they can be read. */
  static SourceFiles resolve(String source) {
    List<Path> files = find(source);
    FileFormat format = format(files.getFirst());
    for (Path file : files) {
      if (!Files.isReadable(file)) {
        throw Problem.environment("'%s' can't be read: permission denied", file);
      }
      if (format(file) != format) {
        throw Problem.data(
            "'%s' names files of several formats ('%s' and '%s'); name files of one",
            source, files.getFirst(), file);
      }
      if (isEmpty(file)) {
        throw Problem.data("'%s' is empty; it must hold a header and rows", file);
      }
    }
    return new SourceFiles(format, files);
  }

  private static List<Path> find(String source) {
    try {
      Path path = Path.of(source);
      if (Files.isDirectory(path)) {
        throw Problem.data(
            "'%s' is a folder; name a file, or a glob such as '%s'", source, path.resolve("*.csv"));
      }
      if (Files.exists(path)) {
        return List.of(path);
      }
    } catch (InvalidPathException e) {
      if (!isGlob(source)) { // some systems allow no '*' in a path
        throw Problem.data("'%s' is not a path", source).causedBy(e);
      }
    }
    return isGlob(source) ? expand(source) : missing(Path.of(source));
  }

  private static boolean isGlob(String source) {
    return source.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
  }

  private static List<Path> expand(String source) {
    int glob = 0;
    while ("*?[{".indexOf(source.charAt(glob)) < 0) {
      glob++;
    }
    int slash = source.lastIndexOf('/', glob);
    Path base = Path.of(slash < 0 ? "" : source.substring(0, Math.max(1, slash)));
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + source);
    long slashes = source.substring(glob).chars().filter(c -> c == '/').count();
    int depth = source.contains("**") ? Integer.MAX_VALUE : (int) slashes + 1;
    if (Files.isDirectory(base)) {
      try (Stream<Path> below = Files.walk(base, depth)) {
        List<Path> found =
            below.filter(matcher::matches).filter(Files::isRegularFile).sorted().toList();
        if (!found.isEmpty()) {
          return found;
        }
      } catch (IOException | UncheckedIOException e) {
        throw Problem.environment("the folder '%s' can't be listed", base).causedBy(e);
      }
    }
    throw Problem.data("no file matches '%s'", source);
  }

  private static List<Path> missing(Path path) {
    Path parent = path.getParent();
    Path folder = parent == null ? Path.of("") : parent;
    if (!Files.isDirectory(folder)) {
      throw Problem.data("'%s' doesn't exist, nor does its folder '%s'", path, folder);
    }
    List<String> names = List.of();
    try (Stream<Path> siblings = Files.list(folder)) {
      names = siblings.map(sibling -> String.valueOf(sibling.getFileName())).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      // the names are only for the hint
    }
    throw Problem.data(
        "'%s' doesn't exist%s", path, Spelling.hint(String.valueOf(path.getFileName()), names));
  }

  private static boolean isEmpty(Path file) {
    try {
      return Files.size(file) == 0;
    } catch (IOException e) {
      throw Problem.environment("'%s' can't be read", file).causedBy(e);
    }
  }

  private static FileFormat format(Path file) {
    return FileFormat.toRead(file)
        .orElseThrow(
            () ->
                Problem.data(
                    "'%s' is of a kind that is not read; csv, csv.gz, tsv, parquet, json and"
                        + " ndjson are",
                    file));
  }
}
