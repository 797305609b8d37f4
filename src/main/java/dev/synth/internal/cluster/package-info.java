/** Patterns of rows: scaled columns, principal components, k-means and DBSCAN, segments. */
@NullMarked
package dev.synth.internal.cluster;

import org.jspecify.annotations.NullMarked;
