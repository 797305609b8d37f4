package dev.synth.internal.demo;

/**
 * The countries of merchants; declared in the order of the texts. Cards are issued in {@link #DE}.
 *
 * <p>Positions are kilometres east and north of the issuer's centre, on a plane.
 */
enum Country {
  AT(350, -400, 10),
  BR(-6000, -7500, 1),
  CN(7200, 1500, 5),
  DE(0, 0, 0),
  ES(-1300, -1200, 12),
  FR(-700, -400, 14),
  GB(-800, 150, 12),
  IT(250, -950, 12),
  NL(-380, 100, 10),
  PL(600, 100, 9),
  TR(1900, -1300, 5),
  US(-7000, 1200, 10);

  /** The country of the simulated bank and its customers. */
  static final Country HOME = DE;

  private final double east;
  private final double north;
  private final int visitWeight;

  Country(double east, double north, int visitWeight) {
    this.east = east;
    this.north = north;
    this.visitWeight = visitWeight;
  }

  /** Returns the centre, in kilometres east of the issuer's. */
  double east() {
    return east;
  }

  /** Returns the centre, in kilometres north of the issuer's. */
  double north() {
    return north;
  }

  /** Returns how often customers travel there or order from there, of a hundred times. */
  int visitWeight() {
    return visitWeight;
  }
}
