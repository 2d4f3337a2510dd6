/**
 * The one door to the suite: gives every request its ids, verifies the token, and passes the
 * request on to the service that owns the path, body and answer streamed. Keeps no state and knows
 * no domain rule; a service verifies the token again and decides what the caller may do.
 */
package org.wraparound.gateway;
