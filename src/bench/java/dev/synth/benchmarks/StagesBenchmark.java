package dev.synth.benchmarks;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.generate.Generator;
import dev.synth.generate.VaeOptions;
import dev.synth.internal.generate.draw.AcceptedRows;
import dev.synth.internal.generate.kinds.Generators;
import dev.synth.internal.table.read.TableReader;
import dev.synth.internal.validate.Validator;
import dev.synth.split.RowRules;
import dev.synth.split.Split;
import dev.synth.split.SplitOptions;
import dev.synth.split.Splitter;
import dev.synth.split.Synthetic;
import dev.synth.table.DataOptions;
import dev.synth.table.LabelledTable;
import dev.synth.validate.ValidationOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The processor time of reading a file, fitting the autoencoder, drawing and validating.
 *
 * <p>Arguments: the rows and the columns of a table that is made, 1,500 and 394 where left out, a
 * tenth of its rows rare and a twentieth of its cells missing; or a file, its label column and the
 * rare class's label.
 */
public final class StagesBenchmark {
  private static final int ROWS = 1_500;
  private static final int COLUMNS = 394;
  private static final long SEED = 42;
  private static final int RARE_ONE_IN = 10;
  private static final double MISSING = 0.05;
  private static final int SHIFTED_ONE_IN = 10;
  private static final double SHIFT = 0.3;

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private StagesBenchmark() {}

  /** Prints a line a stage. */
  public static void main(String[] args) throws IOException {
    if (args.length == 3) {
      measure(DataOptions.of(args[0], args[1], args[2]));
      return;
    }
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : ROWS;
    int columns = args.length > 1 ? Integer.parseInt(args[1]) : COLUMNS;
    Path file = Files.createTempFile("stages", ".csv");
    try {
      write(file, rows, columns);
      measure(DataOptions.of(file.toString(), "y", "1"));
    } finally {
      Files.delete(file);
    }
  }

  private static void measure(DataOptions data) {
    Context context = Context.quiet(SEED);
    LabelledTable rows = timed("read", () -> TableReader.read(data, context).rows());
    Split split = Splitter.split(rows, SplitOptions.defaults(), null, null, context.seeds());
    VaeOptions options = VaeOptions.defaults();
    Generator generator =
        timed("fit", () -> Generators.trainer(options).fit(split.training(), context.below("fit")));
    RowRules rules = RowRules.fit(split.training(), List.of());
    int count = split.training().rareCount();
    Synthetic drawn =
        timed(
            "draw",
            () -> AcceptedRows.draw(generator, rules, count, context.below("rows")).accepted());
    timed(
        "validate",
        () ->
            new Validator()
                .validate(
                    split.training(),
                    split.validation(),
                    drawn,
                    ValidationOptions.defaults(),
                    context.below("validation")));
  }

  private static <T> T timed(String stage, Supplier<T> work) {
    double processor = processorSeconds();
    long start = System.nanoTime();
    T result = work.get();
    OUT.printf(
        Locale.ROOT,
        "%-9s %6.1f s, %6.1f s of processors%n",
        stage,
        (System.nanoTime() - start) / 1e9,
        processorSeconds() - processor);
    return result;
  }

  /** Of all threads, the compiler's and the collector's too. */
  private static double processorSeconds() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }

  private static void write(Path file, int rows, int columns) {
    RandomStream stream = new Seeds(SEED).stream("table");
    StringBuilder text = new StringBuilder();
    for (int column = 0; column < columns; column++) {
      text.append('x').append(column).append(',');
    }
    text.append("y\n");
    for (int row = 0; row < rows; row++) {
      boolean rare = row % RARE_ONE_IN == 0;
      for (int column = 0; column < columns; column++) {
        double shift = rare && column % SHIFTED_ONE_IN == 0 ? SHIFT : 0;
        double value = shift + stream.nextGaussian();
        boolean missing = stream.nextDouble() < MISSING;
        text.append(missing ? "" : String.format(Locale.ROOT, "%.4f", value)).append(',');
      }
      text.append(rare ? "1\n" : "0\n");
    }
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
