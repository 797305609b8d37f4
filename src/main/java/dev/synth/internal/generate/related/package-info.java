/** Any kind of generator, made to keep the relations of its training rows. */
@NullMarked
package dev.synth.internal.generate.related;

import org.jspecify.annotations.NullMarked;
