/** The validator: every metric beside its real-against-real noise floor, and the gates. */
@NullMarked
package dev.synth.internal.validate;

import org.jspecify.annotations.NullMarked;
