/**
 * Whether synthetic rows resemble real ones, each metric beside its real-against-real noise floor.
 */
@NullMarked
package dev.synth.validate;

import org.jspecify.annotations.NullMarked;
