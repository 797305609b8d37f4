/** Holds what the documentation says against what the tool does. */
@NullMarked
package dev.synth.documents;

import org.jspecify.annotations.NullMarked;
