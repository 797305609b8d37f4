/** The generators' options, and what a fitted generator offers. */
@NullMarked
package dev.synth.generate;

import org.jspecify.annotations.NullMarked;
