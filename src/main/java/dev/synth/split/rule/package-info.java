/** The language of the user's row rules: {@code net <= gross and channel != 'test'}. */
@NullMarked
package dev.synth.split.rule;

import org.jspecify.annotations.NullMarked;
