/** The number of synthetic rows that join the training rows. */
@NullMarked
package dev.synth.augment;

import org.jspecify.annotations.NullMarked;
