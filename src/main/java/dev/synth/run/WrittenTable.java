package dev.synth.run;

/**
 * The rows that a run wrote into a table of a database.
 *
 * @param table the table's name, with its schema where that was given
 * @param jdbc the database's URL, without user and password
 * @param rows how many rows were written
 */
public record WrittenTable(String table, String jdbc, long rows) {}
