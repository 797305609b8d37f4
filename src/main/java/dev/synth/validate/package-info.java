/** What a validation asks, by which options, and the report that answers. */
@NullMarked
package dev.synth.validate;

import org.jspecify.annotations.NullMarked;
