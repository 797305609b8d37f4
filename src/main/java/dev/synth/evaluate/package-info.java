/** What augmentation did on real held-out rows: curves, thresholds, paired comparison, verdict. */
@NullMarked
package dev.synth.evaluate;

import org.jspecify.annotations.NullMarked;
