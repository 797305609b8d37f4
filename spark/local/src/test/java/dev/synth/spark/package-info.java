/** Tests of the Spark engine from outside: commands in processes of their own. */
package dev.synth.spark;
