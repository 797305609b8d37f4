/** Files written whole or not at all, locks, hashes and stopwatches. */
@NullMarked
package dev.synth.internal.files;

import org.jspecify.annotations.NullMarked;
