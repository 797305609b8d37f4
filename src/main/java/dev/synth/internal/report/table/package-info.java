/** Tables of metrics, alerts, money and ranks, for any format. */
@NullMarked
package dev.synth.internal.report.table;

import org.jspecify.annotations.NullMarked;
