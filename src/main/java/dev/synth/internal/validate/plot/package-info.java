/** The data that the charts of synthetic rows are drawn from: few counts and shares, and no row. */
@NullMarked
package dev.synth.internal.validate.plot;

import org.jspecify.annotations.NullMarked;
