/** How many synthetic rows join the training rows. */
@NullMarked
package dev.synth.augment;

import org.jspecify.annotations.NullMarked;
