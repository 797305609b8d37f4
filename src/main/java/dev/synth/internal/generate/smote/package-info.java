/** SMOTE and its kin: SMOTE-NC, borderline SMOTE, ADASYN. */
@NullMarked
package dev.synth.internal.generate.smote;

import org.jspecify.annotations.NullMarked;
