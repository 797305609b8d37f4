package dev.synth.internal.table.stage;

import dev.synth.internal.table.Duck;
import dev.synth.table.DataOptions;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A DuckDB database with the rows of files, which is opened when something is asked of it. */
final class StagedDuck implements AutoCloseable {
  private final DataOptions options;
  private final Function<Duck, StagedTable.Contents> stager;
  private @Nullable Duck duck;

  /** A database that is not opened yet. */
  StagedDuck(DataOptions options, Function<Duck, StagedTable.Contents> stager) {
    this.options = options;
    this.stager = stager;
  }

  /** Opens the database and returns what was loaded into it. */
  StagedTable.Contents contents() {
    Duck opened = Duck.open(options.allowExtensions());
    boolean loaded = false;
    try {
      StagedTable.Contents contents = stager.apply(opened);
      duck = opened;
      loaded = true;
      return contents;
    } finally {
      if (!loaded) {
        opened.close();
      }
    }
  }

  /** Returns the database with all rows. */
  Duck get() {
    Duck open = duck;
    if (open == null) {
      contents();
      return get();
    }
    return open;
  }

  @Override
  public void close() {
    if (duck != null) {
      duck.close();
    }
  }
}
