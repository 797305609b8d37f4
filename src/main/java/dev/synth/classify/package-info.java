/** The downstream classifiers' options. */
@NullMarked
package dev.synth.classify;

import org.jspecify.annotations.NullMarked;
