package dev.synth.table.reading;

/** A reason why one way of reading the separators in numbers is likelier than the other. */
public enum SeparatorReason {
  /** Other cells have a decimal point. */
  DECIMAL_POINTS,
  /** Other cells have a decimal comma. */
  DECIMAL_COMMAS,
  /** The file parts its cells by commas. */
  COMMAS_PART_CELLS,
  /** Money hardly has three decimals. */
  MONEY,
  /** A percentage is hardly in thousands. */
  PERCENTAGE,
  /** The numbers below 1000 have no comma. */
  NO_COMMA_BELOW_1000
}
