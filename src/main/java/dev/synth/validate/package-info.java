/** Questions and options of a validation, and the report that answers. */
@NullMarked
package dev.synth.validate;

import org.jspecify.annotations.NullMarked;
