/** Databases behind JDBC: their drivers, and how they are reached. */
@NullMarked
package dev.synth.internal.table.database;

import org.jspecify.annotations.NullMarked;
