/** Classifiers built with XGBoost; nothing else of the project touches that library. */
@NullMarked
package dev.synth.internal.classify.xgboost;

import org.jspecify.annotations.NullMarked;
