package dev.synth.spark;

import dev.synth.base.Problem;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The file systems that Hadoop knows, as driver and executors reach them: HDFS, object stores, and
 * the machine's own.
 */
final class Storage implements Serializable {
  private static final long serialVersionUID = 1L;

  private final SerializableConfiguration configuration;

  Storage(Configuration configuration) {
    this.configuration = new SerializableConfiguration(configuration);
  }

  /** An operation on a file system that may fail. */
  interface Operation<T> {
    T run(FileSystem files) throws IOException;
  }

  /** Returns a path with its scheme, which a bare one gets from the configuration. */
  Path qualified(String target) {
    Path path;
    try {
      path = new Path(target);
    } catch (IllegalArgumentException e) {
      throw Problem.usage("'%s' is no path: %s", target, String.valueOf(e.getMessage()));
    }
    return on(path, "reach", files -> files.makeQualified(path));
  }

  /**
   * Runs an operation.
   *
   * @param verb what is tried, for the message
   * @throws Problem if it fails
   */
  <T> T on(Path path, String verb, Operation<T> operation) {
    try {
      FileSystem files = path.getFileSystem(configuration.value());
      // The plain one: the other writes a file of checksums beside each.
      return operation.run(files instanceof LocalFileSystem local ? local.getRaw() : files);
    } catch (IOException | UnsupportedOperationException e) {
      String reason = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
      throw Problem.environment(
              "cannot %s %s: %s", verb, path, reason.lines().findFirst().orElse(""))
          .causedBy(e);
    }
  }

  /** Returns the size of a file, in bytes; −1 where there is none. */
  long size(Path file) {
    return on(
        file,
        "read",
        files -> {
          try {
            FileStatus status = files.getFileStatus(file);
            return status.isFile() ? status.getLen() : -1;
          } catch (FileNotFoundException e) {
            return -1L;
          }
        });
  }

  /** Returns whether there is something. */
  boolean exists(Path path) {
    return on(path, "read", files -> files.exists(path));
  }

  /** Returns whether there is a folder with nothing in it. */
  boolean isEmptyFolder(Path path) {
    return on(
        path,
        "read",
        files -> files.getFileStatus(path).isDirectory() && files.listStatus(path).length == 0);
  }

  /** Makes a folder. */
  void folder(Path folder) {
    boolean made = on(folder, "write", files -> files.mkdirs(folder));
    if (!made) {
      throw Problem.environment("cannot write %s", folder);
    }
  }

  /** Removes a file or a folder; nothing happens if there is none. */
  void remove(Path path) {
    on(path, "remove", files -> files.delete(path, true));
  }

  /** Moves a file or a folder; what is there is replaced. */
  void move(Path from, Path to) {
    boolean moved =
        on(
            to,
            "write",
            files -> {
              files.delete(to, true);
              return files.rename(from, to);
            });
    if (!moved) {
      throw Problem.environment("cannot move %s to %s", from, to);
    }
  }

  /** Returns the files that a path or a pattern names, in the order of their paths. */
  List<Path> matching(String pattern) {
    Path path = qualified(pattern);
    return on(
        path,
        "read",
        files -> {
          FileStatus[] found = files.globStatus(path);
          return Stream.of(Objects.requireNonNullElse(found, new FileStatus[0]))
              .filter(FileStatus::isFile)
              .map(FileStatus::getPath)
              .sorted()
              .toList();
        });
  }

  /**
   * Copies a file to a disk, under another name until it is whole: two machines may do so at once.
   */
  void download(FetchedFile file) {
    Path from = new Path(file.from());
    java.nio.file.Path to = java.nio.file.Path.of(file.to());
    java.nio.file.Path growing = to.resolveSibling(".fetched-" + UUID.randomUUID());
    on(
        from,
        "read",
        files -> {
          try {
            try (InputStream bytes = files.open(from)) {
              Files.copy(bytes, growing);
            }
            Files.move(growing, to, StandardCopyOption.REPLACE_EXISTING);
          } finally {
            Files.deleteIfExists(growing);
          }
          return to;
        });
  }

  /** Moves a file of this machine to a file system. */
  void upload(java.nio.file.Path file, Path to) {
    on(
        to,
        "write",
        files -> {
          files.copyFromLocalFile(true, true, new Path(file.toUri()), to);
          return to;
        });
  }
}
