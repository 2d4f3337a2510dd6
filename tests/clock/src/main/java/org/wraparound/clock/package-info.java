/**
 * Time that tests move. A story of six weeks is told in seconds: the services under test are
 * started with {@link org.wraparound.clock.ClockAgent}, and the test moves what they take for now.
 * Services as they are deployed hold no switch for it.
 */
package org.wraparound.clock;
