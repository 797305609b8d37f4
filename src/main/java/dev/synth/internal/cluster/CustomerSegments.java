package dev.synth.internal.cluster;

/**
 * The purchases of customers, and their segments.
 *
 * @param source where the rows came from
 * @param customer the column that names the customer
 * @param date the column of the purchase's time
 * @param amount the column of what was spent
 * @param leftOut how many rows lack one of the three
 * @param segments the customers' segments
 */
public record CustomerSegments(
    String source,
    String customer,
    String date,
    String amount,
    int leftOut,
    Segmentation segments) {}
