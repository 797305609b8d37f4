package dev.synth.internal.stats.rows;

import java.util.BitSet;

/**
 * The alerts that two arms raise on the rows of one test part; the sets are not copied.
 *
 * @param rows its rows
 * @param arm which rows the arm raises an alert for
 * @param reference for which the one raises it that it is compared with
 */
public record PairedAlerts(TestRows rows, BitSet arm, BitSet reference) {}
