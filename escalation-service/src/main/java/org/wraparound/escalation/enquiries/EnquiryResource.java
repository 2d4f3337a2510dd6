package org.wraparound.escalation.enquiries;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.idempotency.Idempotent;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

@Path("/v1/enquiries")
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
@Tag(
    name = "Enquiries",
    description = "What a local authority finds out under the Care Act 2014 s42(2), and by when")
class EnquiryResource {
  private final Enquiries enquiries;
  private final Enquiring enquiring;
  private final Provenance provenance;

  EnquiryResource(Enquiries enquiries, Enquiring enquiring, Provenance provenance) {
    this.enquiries = enquiries;
    this.enquiring = enquiring;
    this.provenance = provenance;
  }

  @GET
  @Transactional
  @Operation(
      summary = "Enquiries the caller's agency may see, the latest first",
      description =
          "Opened by the decision on an escalation, never by themselves. Roles: all but ops.")
  public Page<EnquiryView> list(
      @BeanParam EnquiryFilter filter, @Valid @BeanParam PageRequest page) {
    return Page.of(
        enquiries.page(filter, page), page, this::view, enquiry -> Cursor.of(enquiry.id()));
  }

  @GET
  @Path("/{id}")
  @Transactional
  @Operation(
      summary = "One enquiry",
      description =
          "Its stages with their days, the agencies that were asked and what they reported, and its"
              + " conclusion. A provider sees it in outline until it is concluded where a service"
              + " provider is the source of the risk. Roles: all but ops.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EnquiryView.class)))
  @APIResponse(responseCode = "404", description = "There is none, or not for the caller's agency.")
  public Response one(@PathParam("id") UUID id) {
    return ok(enquiries.get(id));
  }

  @POST
  @Path("/{id}/stages/{code}/completion")
  @Idempotent
  @RolesAllowed({"practitioner", "manager", "safeguarding-lead"})
  @Operation(
      summary = "Complete a stage",
      description =
          "By the authority, in any order, with what was done. Roles: practitioner, manager,"
              + " safeguarding-lead.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EnquiryView.class)))
  @APIResponse(responseCode = "403", description = "Another role, or another agency.")
  @APIResponse(responseCode = "404", description = "There is none, or not for the caller's agency.")
  @APIResponse(
      responseCode = "409",
      description = "Completed already, or the enquiry is concluded.")
  @APIResponse(responseCode = "412", description = "It has changed since; only with If-Match.")
  @APIResponse(responseCode = "422", description = "No such stage, or the note is missing.")
  public Response complete(
      @PathParam("id") UUID id,
      @PathParam("code") String code,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull CompleteStage done) {
    return ok(enquiring.complete(id, ifMatch, code, done));
  }

  @POST
  @Path("/{id}/caused-to")
  @Idempotent
  @RolesAllowed({"manager", "safeguarding-lead"})
  @Operation(
      summary = "Have another agency make the enquiry, or a part of it",
      description =
          "The agency must see the person's records. The enquiry stays the authority's (Care Act"
              + " 2014 s42(2): make, or cause to be made). Roles: manager, safeguarding-lead.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EnquiryView.class)))
  @APIResponse(responseCode = "403", description = "Another role, or another agency.")
  @APIResponse(responseCode = "404", description = "There is none, or not for the caller's agency.")
  @APIResponse(
      responseCode = "409",
      description = "That agency's report is awaited already, or the enquiry is concluded.")
  @APIResponse(responseCode = "412", description = "It has changed since; only with If-Match.")
  @APIResponse(responseCode = "422", description = "Something is missing or wrong.")
  public Response cause(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull CauseEnquiry asked) {
    return ok(enquiring.cause(id, ifMatch, asked));
  }

  @POST
  @Path("/{id}/caused-to/{agency}/report")
  @Idempotent
  @RolesAllowed({
    "practitioner",
    "manager",
    "liaison",
    "safeguarding-lead",
    "clinician",
    "advocate"
  })
  @Operation(
      summary = "Report what was found",
      description =
          "By the agency that was asked, or by the authority for it. Roles: practitioner, manager,"
              + " liaison, safeguarding-lead, clinician, advocate.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EnquiryView.class)))
  @APIResponse(responseCode = "403", description = "Another role, or another agency.")
  @APIResponse(responseCode = "404", description = "There is none, or not for the caller's agency.")
  @APIResponse(
      responseCode = "409",
      description = "No report of that agency is awaited, or the enquiry is concluded.")
  @APIResponse(responseCode = "412", description = "It has changed since; only with If-Match.")
  @APIResponse(responseCode = "422", description = "The report is missing.")
  public Response report(
      @PathParam("id") UUID id,
      @PathParam("agency") String agency,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull ReportOnEnquiry found) {
    return ok(enquiring.report(id, ifMatch, agency, found));
  }

  @POST
  @Path("/{id}/conclusion")
  @Idempotent
  @RolesAllowed({"manager", "safeguarding-lead"})
  @Operation(
      summary = "Conclude an enquiry",
      description =
          "With what was made of the risk, what became of it, and how far what the person wanted was"
              + " achieved. Roles: manager, safeguarding-lead.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EnquiryView.class)))
  @APIResponse(responseCode = "403", description = "Another role, or another agency.")
  @APIResponse(responseCode = "404", description = "There is none, or not for the caller's agency.")
  @APIResponse(responseCode = "409", description = "It has been concluded already.")
  @APIResponse(responseCode = "412", description = "It has changed since; only with If-Match.")
  @APIResponse(responseCode = "422", description = "Something is missing or does not fit.")
  public Response conclude(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull ConcludeEnquiry conclude) {
    return ok(enquiring.conclude(id, ifMatch, conclude));
  }

  private Response ok(Enquiry enquiry) {
    return EntityTags.ok(view(enquiry), enquiry.version());
  }

  private EnquiryView view(Enquiry enquiry) {
    return EnquiryView.of(enquiry, provenance.caller());
  }
}
