package org.wraparound.pathway.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.idempotency.Idempotent;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;

@Path("/v1/people")
@Tag(name = "People")
@RolesAllowed({
  "practitioner",
  "manager",
  "liaison",
  "commissioner",
  "safeguarding-lead",
  "clinician",
  "advocate",
  "auditor",
  "partner-system"
})
class PeopleResource {
  private final Registration registration;
  private final People people;

  PeopleResource(Registration registration, People people) {
    this.registration = registration;
    this.people = people;
  }

  @POST
  @Idempotent
  @RolesAllowed({"practitioner", "manager", "liaison"})
  @Operation(
      summary = "Register a person",
      description =
          "Your agency, a provider, becomes the first of the person's circle and keeps the record."
              + " Roles: practitioner, manager, liaison of a provider.")
  @APIResponseSchema(
      value = PersonView.class,
      responseCode = "201",
      responseDescription = "Registered")
  @APIResponse(responseCode = "403", description = "forbidden: your agency is no provider")
  @APIResponse(
      responseCode = "409",
      description = "conflict: you can see a person with the same NHS number; related says which")
  @APIResponse(
      responseCode = "422",
      description =
          "invalid: every field to mend is named; what is said of an NHS number never quotes it")
  public Response register(@Valid @NotNull(message = "send a JSON object") RegisterPerson command) {
    Person person = registration.register(command);
    return EntityTags.created(
        URI.create("/v1/people/" + person.id()), PersonView.of(person), person.version());
  }

  @GET
  @Transactional
  @Operation(
      summary = "People, the newest first",
      description = "Those your agency may see. Roles: all but ops.")
  @APIResponse(responseCode = "200", description = "A page of people")
  public Page<PersonView> list(
      @Parameter(description = "Supported in this setting.") @QueryParam("settingId")
          String settingId,
      @Valid @BeanParam PageRequest page) {
    return Page.of(
        people.page(settingId, page), page, PersonView::of, person -> Cursor.of(person.id()));
  }

  @GET
  @Path("/{id}")
  @Transactional
  @Operation(summary = "One person", description = "Roles: all but ops.")
  @APIResponseSchema(
      value = PersonView.class,
      responseCode = "200",
      responseDescription = "The person, with the record's ETag")
  @APIResponse(responseCode = "404", description = "not-found: there is none, or none you may see")
  public Response one(@PathParam("id") UUID id) {
    Person person =
        people.findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("person", id));
    return EntityTags.ok(PersonView.of(person), person.version());
  }

  @POST
  @Path("/search")
  @Idempotent
  @Operation(
      summary = "Find a person by NHS number",
      description =
          "Among those your agency may see. The number is in the body, because addresses end up in"
              + " logs. Roles: all but ops.")
  @APIResponse(
      responseCode = "200",
      description = "Those found, one for each provider; may be none")
  @APIResponse(
      responseCode = "422",
      description = "invalid: it is no NHS number, and which rule it breaks")
  public Page<PersonView> search(
      @Valid @NotNull(message = "send a JSON object") SearchPeople wanted) {
    NhsNumber.faultOf(wanted.nhsNumber())
        .ifPresent(
            fault -> {
              throw ProblemException.invalid("nhsNumber", fault);
            });
    return new Page<>(
        people.withNhsNumber(NhsNumber.normalised(wanted.nhsNumber())).stream()
            .map(PersonView::of)
            .toList(),
        null);
  }
}
