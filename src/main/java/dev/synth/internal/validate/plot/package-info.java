/** The data behind the charts of synthetic rows: few counts and shares, and no row. */
@NullMarked
package dev.synth.internal.validate.plot;

import org.jspecify.annotations.NullMarked;
