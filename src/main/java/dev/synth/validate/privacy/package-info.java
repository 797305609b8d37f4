/** Whether synthetic rows give real ones away. */
@NullMarked
package dev.synth.validate.privacy;

import org.jspecify.annotations.NullMarked;
