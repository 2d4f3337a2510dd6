package org.wraparound.escalation.disclosures;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.idempotency.Idempotent;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

@Path("/v1/disclosures")
@RolesAllowed({
  "manager",
  "liaison",
  "commissioner",
  "safeguarding-lead",
  "clinician",
  "auditor",
  "partner-system"
})
@Tag(
    name = "Disclosures",
    description = "Who was told what about whom, what for, on which grounds and how")
class DisclosureResource {
  private final Disclosures disclosures;
  private final Recording recording;

  DisclosureResource(Disclosures disclosures, Recording recording) {
    this.disclosures = disclosures;
    this.recording = recording;
  }

  @GET
  @Transactional
  @Operation(
      summary = "The ledger, the latest told first",
      description =
          "What your agency told, and what others told about people whose circle it is in. Sending"
              + " a referral and giving information in its thread write an entry by themselves."
              + " Roles: manager, liaison, commissioner, safeguarding-lead, clinician, auditor,"
              + " partner-system.")
  public Page<DisclosureView> list(
      @BeanParam DisclosureFilter filter, @Valid @BeanParam PageRequest page) {
    return Page.of(
        disclosures.page(filter, page),
        page,
        DisclosureView::of,
        disclosure -> Cursor.of(disclosure.toldAt(), disclosure.id()));
  }

  @GET
  @Path("/{id}")
  @Transactional
  @Operation(
      summary = "One entry of the ledger",
      description =
          "Roles: manager, liaison, commissioner, safeguarding-lead, clinician, auditor,"
              + " partner-system.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DisclosureView.class)))
  @APIResponse(responseCode = "404", description = "not-found: none, or none for your agency")
  public Response one(@PathParam("id") UUID id) {
    return ok(disclosures.get(id));
  }

  @POST
  @Idempotent
  @RolesAllowed({
    "practitioner",
    "manager",
    "liaison",
    "commissioner",
    "safeguarding-lead",
    "clinician",
    "advocate",
    "partner-system"
  })
  @Operation(
      summary = "Record that something was told outside the suite",
      description =
          "By telephone, at a meeting, by letter. Needs consent that permits it, or the law with a"
              + " reason: against a refusal and without asking, always the law. An entry is never"
              + " changed. Roles: practitioner, manager, liaison, commissioner, safeguarding-lead,"
              + " clinician, advocate, partner-system of an agency in the person's circle.")
  @APIResponse(
      responseCode = "201",
      description = "Written in the ledger",
      content = @Content(schema = @Schema(implementation = DisclosureView.class)))
  @APIResponse(responseCode = "404", description = "not-found: no such person for your agency")
  @APIResponse(
      responseCode = "422",
      description = "invalid: every part that is missing is named, that of the grounds included")
  public Response told(@Valid @NotNull(message = "send a JSON object") RecordDisclosure told) {
    Disclosure disclosure = recording.told(told);
    return EntityTags.created(
        URI.create("/v1/disclosures/" + disclosure.id()),
        DisclosureView.of(disclosure),
        disclosure.responses().size());
  }

  @POST
  @Path("/{id}/response")
  @Idempotent
  @RolesAllowed({
    "manager",
    "liaison",
    "commissioner",
    "safeguarding-lead",
    "clinician",
    "partner-system"
  })
  @Operation(
      summary = "Record what came back",
      description =
          "As often as something does; each time it is written beside the entry. Roles: manager,"
              + " liaison, commissioner, safeguarding-lead, clinician, partner-system of the agency"
              + " that told it.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DisclosureView.class)))
  @APIResponse(responseCode = "403", description = "forbidden: another agency told it")
  @APIResponse(responseCode = "404", description = "not-found: none, or none for your agency")
  @APIResponse(responseCode = "422", description = "invalid: every field to mend is named")
  public Response cameBack(
      @PathParam("id") UUID id,
      @Valid @NotNull(message = "send a JSON object") RecordResponse came) {
    return ok(recording.cameBack(id, came));
  }

  private static Response ok(Disclosure disclosure) {
    return EntityTags.ok(DisclosureView.of(disclosure), disclosure.responses().size());
  }
}
