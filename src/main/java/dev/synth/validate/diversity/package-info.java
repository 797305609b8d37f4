/** Whether synthetic rows are as varied as real ones, and lie where real ones do. */
@NullMarked
package dev.synth.validate.diversity;

import org.jspecify.annotations.NullMarked;
