package dev.synth.spark;

import dev.synth.internal.experiment.blocks.BlockFolder;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;

/** A folder of blocks on storage that driver and executors share. */
final class SharedFolder implements BlockFolder {
  private final Storage storage;
  private final Path target;
  private final Path growing;

  private SharedFolder(Storage storage, Path target, Path growing) {
    this.storage = storage;
    this.target = target;
    this.growing = growing;
  }

  /**
   * Begins a folder.
   *
   * @param application what no other driver is called, so that two never write to one folder
   */
  static SharedFolder begin(Storage storage, String place, boolean overwrite, String application) {
    Path target = storage.qualified(place);
    if (storage.exists(target) && !storage.isEmptyFolder(target)) {
      boolean isOfBlocks = storage.size(new Path(target, MANIFEST)) >= 0;
      if (!isOfBlocks || !overwrite) {
        throw BlockFolder.inTheWay(place, isOfBlocks);
      }
    }
    Path growing = new Path(target.getParent(), "." + target.getName() + ".partial-" + application);
    storage.folder(growing);
    return new SharedFolder(storage, target, growing);
  }

  /** Returns where executors put its files until it is whole. */
  BlockPlace place() {
    return new BlockPlace(storage, growing.toString());
  }

  @Override
  public long size(String file) {
    return storage.size(new Path(growing, file));
  }

  @Override
  public void remove(String file) {
    storage.remove(new Path(growing, file));
  }

  @Override
  public void write(String file, String text) {
    Path path = new Path(growing, file);
    storage.on(
        path,
        "write",
        files -> {
          try (FSDataOutputStream out = files.create(path)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
          }
          return path;
        });
  }

  @Override
  public void commit() {
    storage.remove(new Path(growing, BlockPlace.ATTEMPTS));
    storage.move(growing, target);
  }

  @Override
  public void close() {
    storage.remove(growing);
  }
}
