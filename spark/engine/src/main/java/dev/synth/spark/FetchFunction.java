package dev.synth.spark;

import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.util.LongAccumulator;

/** The work of an executor on files of another file system, which it copies to a shared disk. */
final class FetchFunction implements FlatMapFunction<Iterator<FetchedFile>, Outcome<String>> {
  private static final long serialVersionUID = 1L;

  private final Storage storage;
  private final LongAccumulator files;
  private final SameVersion version = new SameVersion();

  /**
   * The work.
   *
   * @param files counts the files that are copied
   */
  FetchFunction(Storage storage, LongAccumulator files) {
    this.storage = storage;
    this.files = files;
  }

  @Override
  public Iterator<Outcome<String>> call(Iterator<FetchedFile> all) {
    version.require();
    return Outcome.ofEach(
        all,
        file -> {
          storage.download(file);
          files.add(1);
          return file.to();
        });
  }
}
