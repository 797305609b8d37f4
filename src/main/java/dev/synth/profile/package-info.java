/** What a table looks like, and which columns are suspicious. */
@NullMarked
package dev.synth.profile;

import org.jspecify.annotations.NullMarked;
