/** Arms beside each other, paired and repeated, and the verdict on each. */
@NullMarked
package dev.synth.compare;

import org.jspecify.annotations.NullMarked;
