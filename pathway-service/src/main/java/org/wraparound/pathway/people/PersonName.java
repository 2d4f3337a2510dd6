package org.wraparound.pathway.people;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What a person is called. */
@Embeddable
record PersonName(
    @Column(name = "given_name")
        @NotBlank(message = "write the given name")
        @Size(max = 200, message = "write at most 200 characters")
        String given,
    @Column(name = "family_name")
        @NotBlank(message = "write the family name")
        @Size(max = 200, message = "write at most 200 characters")
        String family) {}
