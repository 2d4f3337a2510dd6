package org.wraparound.pathway.transitions;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A stage of the way back down.
 *
 * @param description what is reduced
 * @param exitCriteria what must be true before it is
 * @param targetDate when it is hoped for, Europe/London, or null
 */
@Embeddable
record DeEscalationStage(
    @Size(max = 4000, message = "write at most 4000 characters") String description,
    @Column(name = "exit_criteria") @Size(max = 4000, message = "write at most 4000 characters")
        String exitCriteria,
    @Column(name = "target_date") LocalDate targetDate) {}
