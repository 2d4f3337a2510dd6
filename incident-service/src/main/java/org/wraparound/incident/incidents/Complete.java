package org.wraparound.incident.incidents;

import jakarta.validation.groups.Default;

/**
 * What must be there before an incident counts as recorded, beside what must be right at any time.
 * A draft need not have it yet.
 */
public interface Complete extends Default {}
