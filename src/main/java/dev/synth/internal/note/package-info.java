/** Notes on runs and fits, as facts: what is told while they work, and kept with their results. */
@NullMarked
package dev.synth.internal.note;

import org.jspecify.annotations.NullMarked;
