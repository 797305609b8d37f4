/** JSON, parallel work, temporary folders and the version. */
@NullMarked
package dev.synth.internal.base;

import org.jspecify.annotations.NullMarked;
