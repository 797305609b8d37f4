package dev.synth.internal.validate.plot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The distances of rows from the nearest of some real rows, by Gower's distance, in bins. All sides
 * look among equally many rows, since among more rows the nearest is nearer.
 *
 * @param amongRows how many real rows each side looks among
 * @param fresh whether the real rows that look were never seen by the generator; else they are
 *     training rows that leave themselves aside
 * @param edges where bins meet, ascending; the last bin is open
 * @param widths how wide each bin is, in steps of equal width
 * @param realReal real rows that look among training rows
 * @param syntheticTraining synthetic rows that look among training rows
 * @param syntheticUnseen synthetic rows that look among unseen rows, or null where those are few
 */
public record DistancePlot(
    int amongRows,
    boolean fresh,
    List<Double> edges,
    List<Integer> widths,
    List<Integer> realReal,
    List<Integer> syntheticTraining,
    @Nullable List<Integer> syntheticUnseen) {
  public DistancePlot {
    edges = List.copyOf(edges);
    widths = List.copyOf(widths);
    realReal = List.copyOf(realReal);
    syntheticTraining = List.copyOf(syntheticTraining);
    syntheticUnseen = syntheticUnseen == null ? null : List.copyOf(syntheticUnseen);
  }
}
