package dev.synth.spark;

import java.io.File;
import java.net.URI;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** A disk that each process has for itself, below its own folder: storage that is not shared. */
public final class ApartFileSystem extends RawLocalFileSystem {
  private static final URI ROOT = URI.create("apart:///");

  @Override
  public String getScheme() {
    return "apart";
  }

  @Override
  public URI getUri() {
    return ROOT;
  }

  @Override
  public File pathToFile(Path path) {
    return new File(System.getProperty("user.dir"), "apart" + path.toUri().getPath());
  }
}
