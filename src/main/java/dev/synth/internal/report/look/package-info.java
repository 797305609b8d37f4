/** The looks of rows: patterns, labels in doubt, the split that is advisable. */
@NullMarked
package dev.synth.internal.report.look;

import org.jspecify.annotations.NullMarked;
