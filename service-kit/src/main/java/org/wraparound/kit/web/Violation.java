package org.wraparound.kit.web;

/**
 * One thing that is wrong in a request.
 *
 * @param field where, such as {@code allegations[0].type}
 * @param message what is wrong and how to mend it
 */
public record Violation(String field, String message) {}
