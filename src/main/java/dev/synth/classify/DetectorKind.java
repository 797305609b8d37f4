package dev.synth.classify;

import java.util.Locale;

/** The detectors that need no label. */
public enum DetectorKind {
  /** Rows that random cuts set apart early. */
  ISOLATION_FOREST,
  /** Rows outside a boundary around most rows. */
  ONE_CLASS_SVM;

  /** Returns the name in configs, reports and streams of random numbers. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
