/**
 * Who does what by when for a person, and did it work: plans opened by escalations, by changes of
 * support or by hand, and the actions in them.
 */
package org.wraparound.actionplan;
