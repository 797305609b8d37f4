package dev.synth.internal.experiment.blocks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Cancellation;
import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.internal.base.Json;
import dev.synth.internal.experiment.DrawRequest;
import dev.synth.internal.experiment.Drawing;
import dev.synth.internal.experiment.engine.Engines;
import dev.synth.internal.experiment.run.DrawableModel;
import dev.synth.internal.experiment.run.RunLookup;
import dev.synth.internal.report.wording.training.SampleSentences;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * Draws rows from a finished run into a folder: a file a block, and a manifest with the hash of
 * each. One after the other, the files have the rows that {@link Drawing} writes into one.
 */
public final class BlockDrawing {
  private static final int VERSION = 1;

  private final Path run;
  private final BlockOrder order;
  private final BlockPlan plan;

  private BlockDrawing(Path run, BlockOrder order) {
    this.run = run;
    this.order = order;
    this.plan = new BlockPlan(order);
  }

  /**
   * Draws rows; the same run, seed, number of rows and rows a file give the same bytes, whatever
   * the engine.
   *
   * @param context whom to tell and whether to stop; its seeds are not used
   * @throws Problem if there is no such run or engine, something is in the way, or no such row can
   *     be drawn
   */
  public static Drawing make(BlockRequest request, Context context) {
    DrawRequest draw = request.draw();
    IntFunction<BlockEngine> engines = engines(request.engine());
    Path run = RunLookup.find(draw.from(), draw.out());
    DrawableModel model = DrawableModel.read(run);
    BlockOrder order =
        new BlockOrder(
            BlockFolder.extension(request.to(), model.extension()),
            Objects.requireNonNullElse(draw.rows(), model.rows()),
            Objects.requireNonNullElse(draw.seed(), model.seed()),
            draw.where(),
            Objects.requireNonNullElse(request.rowsPerFile(), BlockOrder.ROWS_PER_FILE));
    BlockDrawer.of(run, order, new Cancellation()); // complains of the order before all else
    BlockDrawing drawing = new BlockDrawing(run, order);
    try (BlockEngine engine = engines.apply(draw.jobs());
        BlockFolder folder = engine.folder(request.to(), draw.overwrite())) {
      drawing.draw(engine, folder, context);
      folder.write(BlockFolder.MANIFEST, drawing.manifest());
      folder.commit();
    }
    SampleSentences.acceptance(drawing.drawn(), drawing.rejected())
        .ifPresent(context.progress()::note);
    return new Drawing(
        request.to(),
        order.rows(),
        order.seed(),
        order.where(),
        drawing.drawn(),
        drawing.rejected(),
        null);
  }

  private static IntFunction<BlockEngine> engines(String name) {
    return name.equals(Engines.LOCAL)
        ? LocalEngine::new
        : Engines.named(BlockEngine.Provider.class, name)::start;
  }

  private void draw(BlockEngine engine, BlockFolder folder, Context context) {
    for (List<BlockTask> tasks = plan.next(); !tasks.isEmpty(); tasks = plan.next()) {
      engine.draw(run, order, tasks, folder, context).forEach(plan::take);
    }
    plan.surplus().forEach(block -> folder.remove(block.file()));
    for (DrawnBlock block : plan.used()) {
      folder.requireThere(block.file(), block.bytes());
    }
  }

  private long drawn() {
    return plan.used().stream().mapToLong(DrawnBlock::drawn).sum();
  }

  private Map<String, Long> rejected() {
    Map<String, Long> all = new LinkedHashMap<>();
    for (DrawnBlock block : plan.used()) {
      block.rejected().forEach((rule, count) -> all.merge(rule, count, Long::sum));
    }
    return all;
  }

  private String manifest() {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("version", VERSION);
    json.put("run", String.valueOf(run.toAbsolutePath().normalize().getFileName()));
    json.put("rows", order.rows());
    json.put("seed", order.seed());
    ObjectNode where = json.putObject("where");
    order.where().forEach(where::put);
    json.put("rows_per_file", order.rowsPerFile());
    json.put("drawn", drawn());
    ObjectNode rejected = json.putObject("rejected");
    rejected().forEach(rejected::put);
    ArrayNode files = json.putArray("files");
    for (DrawnBlock block : plan.used()) {
      ObjectNode file = files.addObject();
      file.put("file", block.file());
      file.put("rows", block.rows());
      file.put("bytes", block.bytes());
      file.put("sha256", block.sha256());
    }
    return Json.write(json);
  }
}
