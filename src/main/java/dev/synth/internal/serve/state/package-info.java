/** The state of features behind a server: in memory, and on disk so that a kill loses nothing. */
@NullMarked
package dev.synth.internal.serve.state;

import org.jspecify.annotations.NullMarked;
