/** Runs PostgreSQL, Kafka, Keycloak and the services on one machine without containers. */
package org.wraparound.localstack;
