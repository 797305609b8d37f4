package dev.synth.internal.experiment.blocks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The blocks of an order. How many of their rows the rules accept is not known beforehand. It says
 * which blocks to draw next, in rounds; without rules that reject there is one round.
 */
final class BlockPlan {
  private final BlockOrder order;
  private final Map<Integer, DrawnBlock> drawn = new TreeMap<>();

  BlockPlan(BlockOrder order) {
    this.order = order;
  }

  /** Takes a block that was drawn; it takes the place of an earlier one of its number. */
  void take(DrawnBlock block) {
    drawn.put(block.block(), block);
  }

  /** Returns the blocks that make up the order as far as they are drawn, in order. */
  List<DrawnBlock> used() {
    List<DrawnBlock> used = new ArrayList<>();
    long missing = order.rows();
    for (DrawnBlock block : drawn.values()) {
      if (missing == 0 || block.block() != used.size() || mustBeRedrawn(block, missing)) {
        break;
      }
      used.add(block);
      missing -= block.rows();
    }
    return used;
  }

  /** Returns those that were drawn and are not used. */
  List<DrawnBlock> surplus() {
    int used = used().size();
    return drawn.values().stream().filter(block -> block.block() >= used).toList();
  }

  /** Returns what is to be drawn next; empty where the order is complete. */
  List<BlockTask> next() {
    List<DrawnBlock> used = used();
    long missing = order.rows() - used.stream().mapToLong(DrawnBlock::rows).sum();
    List<BlockTask> tasks = new ArrayList<>();
    int block = used.size();
    if (missing > 0) {
      tasks.add(new BlockTask(block, missing)); // all before it is known, and so is its limit
      block++;
    }
    double acceptance = acceptance();
    for (double left = missing - acceptance * order.rowsPerFile();
        left > 0 && !order.isSmall();
        left -= acceptance * order.rowsPerFile()) {
      if (!drawn.containsKey(block)) {
        // Where nothing has been rejected so far, the last block is likely to be cut just there.
        tasks.add(new BlockTask(block, acceptance == 1 ? (long) left : Long.MAX_VALUE));
      }
      block++;
    }
    return tasks;
  }

  private boolean mustBeRedrawn(DrawnBlock block, long missing) {
    return block.rows() > missing || (block.isCut() && block.rows() < missing);
  }

  /** Returns the share of draws that were accepted so far, in (0, 1]. */
  private double acceptance() {
    long all = drawn.values().stream().mapToLong(DrawnBlock::drawn).sum();
    long rejected =
        drawn.values().stream()
            .flatMap(block -> block.rejected().values().stream())
            .mapToLong(Long::longValue)
            .sum();
    return all == 0 || rejected == 0 ? 1 : Math.max(0.01, 1 - (double) rejected / all);
  }
}
