/**
 * The state machine that defines every feature of an entity's past. It takes events one by one, and
 * knows nothing of tables, files and servers.
 */
@NullMarked
package dev.synth.internal.features;

import org.jspecify.annotations.NullMarked;
