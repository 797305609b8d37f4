package dev.synth.split;

import java.util.ArrayList;
import java.util.List;

/** The record of every time that test rows were opened; safe for use by several threads. */
public final class OpeningLog {
  private final List<String> openings = new ArrayList<>();

  synchronized void record(String reason) {
    openings.add(reason);
  }

  /** Returns the reasons, in the order of opening. */
  public synchronized List<String> openings() {
    return List.copyOf(openings);
  }
}
