/** Whether a classifier can tell synthetic rows from real ones. */
@NullMarked
package dev.synth.validate.detection;

import org.jspecify.annotations.NullMarked;
