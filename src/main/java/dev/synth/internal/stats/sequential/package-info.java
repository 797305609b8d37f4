/** Tests that are looked at several times while repeats are added. */
@NullMarked
package dev.synth.internal.stats.sequential;

import org.jspecify.annotations.NullMarked;
