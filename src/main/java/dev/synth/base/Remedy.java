package dev.synth.base;

/**
 * The cure of a problem, where each caller asks for it in another way. A Java program sets a value
 * of its request; the command line has an option. A message that no caller has finished ends with
 * the plain words.
 */
public enum Remedy {
  /** Nothing beyond what the message says. */
  NONE(""),
  /** Computing a finished run anew. */
  RERUN("; compute the run anew"),
  /** Replacing the file or folder in the way. */
  OVERWRITE(", or have it replaced"),
  /** Another file to write, or replacing the one in the way. */
  OTHER_TARGET("; choose another file, or have it replaced"),
  /** Another table to write, or saying what becomes of the one that is there. */
  OTHER_TABLE("; name another table, or have the rows appended or replaced"),
  /** Another folder for the results. */
  OTHER_FOLDER("; choose another place, or free space on this one"),
  /** Another name for the run, or replacing the one in the way. */
  OTHER_RUN_NAME("; choose another name for the run, or have it replaced"),
  /** A name of its own for a run that is in another one's way. */
  OWN_RUN_NAME("; wait for it, or give this run a name of its own"),
  /** Making a run with rows and a model. */
  GENERATE("; make one first"),
  /** Making a run with figures. */
  EVALUATE(", make one first"),
  /** Computing a run anew from the config that it keeps. */
  GENERATE_AGAIN(", compute it anew from its own config"),
  /** Drawing takes a run, learning takes a config. */
  DRAW_OR_LEARN(
      "; a finished run is needed, to draw more rows from its model. To learn from a data file,"
          + " name it in a config"),
  /** Naming no arm. */
  NO_ARM("; where no arm is named, auto picks for these rows"),
  /** Naming how much an arm adds with its name. */
  ARM_WITH_ROWS("; name them with the arm, as in 'NAME, ratio 0.1'"),
  /** Naming the jar of a database's driver, or correcting the database's address. */
  NAME_DRIVER("; name the driver's jar, or correct the URL"),
  /** Counting what breaks a model's contract, and scoring all the same. */
  LENIENT("; or have it counted and scored all the same"),
  /** Fitting an arm that has no verdict. */
  UNJUDGED("; or have it fitted unjudged"),
  /** Naming the column that names rows. */
  NAME_ID("; name the column"),
  /** Naming the finished run. */
  NAME_RUN(", or name the run"),
  /** Computing a run anew, with real rows recorded for its charts. */
  RECORD_ROWS("; compute the run anew, with real rows recorded"),
  /** Letting the Java virtual machine use more memory. */
  MORE_MEMORY(", or give the Java virtual machine more memory (-Xmx)");

  private final String words;

  Remedy(String words) {
    this.words = words;
  }

  /** Returns the end of a sentence, with the punctuation before it. */
  String words() {
    return words;
  }
}
