package dev.synth.internal.table.stage;

import dev.synth.base.Problem;
import dev.synth.internal.base.Spelling;
import dev.synth.table.FileFormat;
import dev.synth.table.reading.ReadingNote;
import dev.synth.table.reading.SourceNote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * The files that a source names, all of one format, each once.
 *
 * <p>A source that is a file is that file, even where it looks like a pattern; and a folder that is
 * there is that folder, so that {@code runs [2024]/*.csv} are the files of the folder {@code runs
 * [2024]}.
 *
 * @param format how they are read
 * @param files at least one, sorted by path
 * @param notes what the user ought to know of them
 */
public record SourceFiles(FileFormat format, List<Path> files, List<ReadingNote> notes) {
  private static final String WILD = "*?[{";

  public SourceFiles {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
  }

  /** Finds the files that a path or glob names, and checks that they can be read. */
  public static SourceFiles resolve(String source) {
    RemoteSource.reject(source);
    List<Path> named = find(source);
    FileFormat format = format(named.getFirst());
    for (Path file : named) {
      if (!Files.isReadable(file)) {
        throw Problem.environment("'%s' can't be read: permission denied", file);
      }
      if (format(file) != format) {
        throw Problem.data(
            "'%s' names files of several formats ('%s' and '%s'); name files of one",
            source, named.getFirst(), file);
      }
      if (isEmpty(file)) {
        throw Problem.data("'%s' is empty; it must hold a header and rows", file);
      }
    }
    List<ReadingNote> notes = new ArrayList<>();
    if (isSurprising(source, named)) {
      notes.add(new SourceNote.ReadAsPattern(source, named.getFirst().toString()));
    }
    return new SourceFiles(format, once(named, notes), notes);
  }

  /** Returns whether a source names another file system than this machine's own. */
  public static boolean isRemote(String source) {
    return RemoteSource.isUrl(source);
  }

  /** Leaves out files that are an earlier one by another name, and tells of equal ones. */
  private static List<Path> once(List<Path> named, List<ReadingNote> notes) {
    Map<Object, Path> files = new LinkedHashMap<>();
    Map<Long, List<Path>> ofSize = new HashMap<>();
    for (Path file : named) {
      try {
        BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
        Object key = facts.fileKey() == null ? file.toRealPath() : facts.fileKey();
        Path same = files.putIfAbsent(key, file);
        if (same != null) {
          notes.add(new SourceNote.SameFile(file.toString(), same.toString()));
          continue;
        }
        List<Path> others = ofSize.computeIfAbsent(facts.size(), size -> new ArrayList<>());
        tellOfEqual(file, others, notes);
        others.add(file);
      } catch (IOException e) {
        throw Problem.environment("'%s' can't be read", file).causedBy(e);
      }
    }
    return List.copyOf(files.values());
  }

  private static void tellOfEqual(Path file, List<Path> others, List<ReadingNote> notes)
      throws IOException {
    for (Path other : others) {
      if (Files.mismatch(other, file) < 0) {
        notes.add(new SourceNote.EqualFiles(other.toString(), file.toString()));
        return;
      }
    }
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
    return source.chars().anyMatch(c -> WILD.indexOf(c) >= 0);
  }

  /** Returns whether brackets, which are common in names, were read as a pattern. */
  private static boolean isSurprising(String source, List<Path> named) {
    return named.size() == 1
        && source.indexOf('*') < 0
        && source.indexOf('?') < 0
        && !Files.exists(Path.of(source))
        && isGlob(source);
  }

  private static List<Path> expand(String source) {
    String folder = folderThatIsThere(source);
    String pattern = source.substring(folder.length());
    Path base = Path.of(folder);
    PathMatcher matcher = matcher(source, pattern);
    long slashes = pattern.chars().filter(c -> c == '/').count();
    int depth = pattern.contains("**") ? Integer.MAX_VALUE : (int) slashes + 1;
    if (Files.isDirectory(base)) {
      try (Stream<Path> below = Files.walk(base, depth)) {
        List<Path> found =
            below
                .filter(file -> matcher.matches(base.relativize(file)))
                .filter(Files::isRegularFile)
                .sorted()
                .toList();
        if (!found.isEmpty()) {
          return found;
        }
      } catch (IOException | UncheckedIOException e) {
        throw Problem.environment("the folder '%s' can't be listed", base).causedBy(e);
      }
    }
    throw Problem.data("no file matches '%s'", source);
  }

  /** Returns the longest beginning of a pattern, up to a slash, that names a folder. */
  private static String folderThatIsThere(String source) {
    int end = 0;
    for (int slash = source.indexOf('/'); slash >= 0; slash = source.indexOf('/', slash + 1)) {
      String folder = source.substring(0, slash + 1);
      if (!isFolder(folder)) {
        return source.substring(0, end);
      }
      end = slash + 1;
    }
    return source.substring(0, end);
  }

  private static boolean isFolder(String name) {
    try {
      return Files.isDirectory(Path.of(name));
    } catch (InvalidPathException e) {
      return false; // some systems allow no '*' in a path
    }
  }

  private static PathMatcher matcher(String source, String pattern) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    } catch (PatternSyntaxException e) {
      throw Problem.data("'%s' doesn't exist, and is no pattern either", source).causedBy(e);
    }
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
                        + " ndjson are%s",
                    file, cure(String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT))));
  }

  private static String cure(String name) {
    if (name.matches(".*\\.(xls|xlsx|xlsm|xlsb|ods|numbers)")) {
      return ": save the sheet as CSV";
    }
    if (name.matches(".*\\.(zip|7z|rar|tar|tgz|bz2|xz|zst)")) {
      return ": unpack it";
    }
    if (name.matches(".*\\.ya?ml")) {
      return ": it looks like a config; name the file that its data.source names";
    }
    return name.endsWith(".gz") && name.indexOf('.') == name.lastIndexOf('.')
        ? ": end its name in .csv.gz if it is text"
        : ": end its name in .csv if it is text";
  }
}
