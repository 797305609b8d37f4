/** The language of the user's row rules: {@code net <= gross and channel != 'test'}. */
@NullMarked
package dev.synth.internal.rule;

import org.jspecify.annotations.NullMarked;
